import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readDocument } from '../../documents/read-document.js'
import { projectForm, filingOf as recogniseText } from '../../testing/sample-forms.js'
import { filingAsJson } from '../output/filing-json.js'
import { write } from './write.js'

const report = fileURLToPath(new URL('../../../examples/sample-report.docx', import.meta.url))

let folder = ''
let said: string[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengxiao-write-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  said = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text))
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

const at = (...names: readonly string[]) => join(folder, ...names)
const json = (name: string, content: string) => {
  writeFileSync(at(name), content)
  return at(name)
}
const form = () => filingAsJson(recogniseText(projectForm))

describe('hengxiao write', () => {
  it('writes the Word file of a filing, whose forms read back with every value', async () => {
    const out = at('自评表.docx')
    expect(await write.run([json('表.json', form()), '--as', 'docx', '-o', out])).toBe(0)
    const { document, readAs } = await readDocument(readFileSync(out))
    expect(readAs).toBe('docx')
    const texts = document.blocks.flatMap((block) =>
      block.kind === 'table' ? block.cells.map(({ text }) => text) : [],
    )
    for (const text of ['农村饮水', '云溪县供水站', '120.00', '≥12公里', '3100人'])
      expect(texts).toContain(text)
  })

  it('takes a report as it is, and the format from the name after -o', async () => {
    expect(await write.run([report, '-o', at('报告.docx')])).toBe(0)
    expect((await readDocument(readFileSync(at('报告.docx')))).readAs).toBe('docx')
  })

  it('drafts the report when asked and lists what only the clerk knows', async () => {
    expect(await write.run([report, '--draft', '-o', at('初稿.docx')])).toBe(0)
    expect(said[0]).toMatch(/报告已起草，还有 \d+ 处要填写或核对/)
    expect(said.slice(1).every((line) => /^ {2}\S/.test(line))).toBe(true)
  })

  it('writes the forms alone, and asks nothing, when no draft is wanted', async () => {
    const out = at('只有表.docx')
    expect(await write.run([json('只有表.json', form()), '-o', out])).toBe(0)
    expect(said).toEqual([])
    const { document } = await readDocument(readFileSync(out))
    expect(document.blocks.filter(({ kind }) => kind === 'table')).toHaveLength(1)
    expect(document.blocks.length).toBeLessThan(5)
  })

  it('drafts too when last year’s filing is given, which has no other use', async () => {
    const args = [report, '--last-year', json('上年.json', form()), '-o', at('比较.docx')]
    expect(await write.run(args)).toBe(0)
    expect(said[0]).toContain('报告已起草')
  })

  it('writes several filings to a folder, goes on after a bad one and exits with 2', async () => {
    mkdirSync(at('结果'))
    const inputs = [json('甲.json', form()), json('坏.json', '{\n"forms":'), report]
    expect(await write.run([...inputs, '--as', 'docx', '-o', at('结果')])).toBe(2)
    expect(readdirSync(at('结果')).sort()).toEqual(['sample-report.docx', '甲.docx'])
    expect(said.filter((line) => line.includes('坏.json'))).toEqual([
      expect.stringContaining('这不是完整的 JSON（到末尾还没有写完）'),
    ])
  })

  it.each([
    ['no place to write to', ['x.json', '--as', 'pdf'], '例如 -o x.pdf'],
    ['no format', ['x.json', '-o', 'x.odt'], '可以是 docx、xlsx、pdf'],
    ['a folder that is not there', ['x.json', '-o', 'no/such/x.pdf'], '“no/such”不存在'],
    ['several files into one', ['x.json', 'y.json', '-o', 'x.pdf'], '“x.pdf”不是'],
    ['its own input', ['x.docx', '-o', './x.docx'], '会盖掉原件'],
    ['two inputs of one name', ['a/x.json', 'b/x.json', '--as', 'pdf', '-o', '.'], '会写成同一个文件“x.pdf”'],
    ['a name that says another format', ['x.json', '--as', 'pdf', '-o', 'y/z.docx'], 'z.pdf'],
    ['a format that it cannot write', ['x.json', '--as', 'odt', '-o', 'x.odt'], '不能是“odt”'],
  ])('refuses %s before any work', async (_situation, args, sentence) => {
    await expect(write.run(args)).rejects.toThrow(sentence)
  })

  it.each([
    ['a file that is not there', () => at('nowhere.json'), '找不到这个文件'],
    ['JSON of something else', () => json('else.json', '{"a":1}'), '不认识这一项'],
    ['words under the name of JSON', () => json('words.json', '自评表'), '不是完整的 JSON'],
    ['JSON with a fault', () => json('fault.json', '{\n"a":1,\n}'), '（第 3 行）'],
  ])('refuses %s and writes nothing', async (_situation, input, sentence) => {
    expect(await write.run([input(), '-o', at('nothing.pdf')])).toBe(2)
    expect(said.join('')).toContain(sentence)
    expect(readdirSync(folder)).not.toContain('nothing.pdf')
  })
})
