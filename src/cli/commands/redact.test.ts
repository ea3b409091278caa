import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { docxOf, paragraph } from '../../testing/office-files.js'
import { redact } from './redact.js'

let folder = ''
let printed = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengxiao-redact-'))
  printed = ''
  const keep = (text: string | Uint8Array): boolean => {
    printed += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(keep)
  vi.spyOn(process.stderr, 'write').mockImplementation(keep)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

function fileWith(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const report = docxOf(paragraph('填表人：陈小满　联系电话：13800000000') + paragraph('预算数28580001元'))
const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('hengxiao redact', () => {
  it('writes the public copy and its manifest with the hashes of both files', async () => {
    const [input, output] = [fileWith('in.docx', report), join(folder, 'out.docx')]
    expect(await redact.run([input, '-o', output])).toBe(0)
    const manifest = JSON.parse(readFileSync(`${output}.manifest.json`, 'utf8'))
    expect(manifest).toMatchObject({
      schema: 'hengxiao.redaction/1',
      input: { sha256: hash(input), format: 'docx' },
      output: { sha256: hash(output), format: 'docx', setAnew: false },
    })
    expect(
      manifest.removals.map(({ rule, characters }: Record<string, string>) => `${rule} ${characters}`),
    ).toEqual(['field-person 3', 'field-phone 11'])
    expect(printed).toContain('已隐去 2 处')
    expect(printed + JSON.stringify(manifest)).not.toMatch(/陈小满|13800000000/)
  })

  it('writes nothing and exits with 1 when something personal would be left, and says where', async () => {
    const parts = { ...unzipSync(report), 'word/media/13800000000.png': strToU8('picture') }
    const input = fileWith('in.docx', zipSync(parts))
    expect(await redact.run([input, '-o', join(folder, 'out.docx')])).toBe(1)
    expect(readdirSync(folder)).toEqual(['in.docx'])
    expect(printed).toContain('没有写出')
    expect(printed).toContain('部件的名称')
    expect(printed).not.toContain('13800000000')
  })

  it.each([
    ['a wrong extension', 'out.pdf', '扩展名不对'],
    ['the input itself', 'in.docx', '会盖掉原件'],
  ])('refuses %s', async (_situation, name, sentence) => {
    const input = fileWith('in.docx', report)
    await expect(redact.run([input, '-o', join(folder, name)])).rejects.toThrow(sentence)
    expect(readdirSync(folder)).toEqual(['in.docx'])
    expect(existsSync(join(folder, `${name}.manifest.json`))).toBe(false)
  })

  it('refuses what cannot be read', async () => {
    const input = fileWith('in.docx', strToU8('PK\u0003\u0004 not a zip'))
    await expect(redact.run([input, '-o', join(folder, 'out.docx')])).rejects.toThrow('已损坏')
  })
})
