import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocument } from '../../documents/read-document.js'
import { xlsxOf } from '../../testing/office-files.js'
import { readComments } from '../../testing/read-comments.js'
import { readNotes } from '../../testing/read-notes.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const entry = join(root, 'dist/program/main.js')
const sample = join(root, 'examples/sample-report.docx')
const text = join(root, 'examples/sample-report.txt')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengxiao '))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function mark(...args: readonly string[]) {
  return spawnSync(process.execPath, [entry, 'mark', ...args], { encoding: 'utf8' })
}

function at(name: string): string {
  return join(folder, name)
}

describe.skipIf(!existsSync(entry))('hengxiao mark (built by `npm run build`)', () => {
  it('gives a .docx back with comments by 衡效, dated, and exits as check does', async () => {
    const { status, stdout, stderr } = mark(sample, '-o', at('批注.docx'))
    expect(stderr).toBe('')
    expect(status).toBe(1)
    expect(stdout).toMatch(/^已写出 .*批注\.docx：\d+ 个问题，批注在 \d+ 处，原文件没有改动。\n$/)
    const comments = readComments(readFileSync(at('批注.docx')))
    expect(new Set(comments.map(({ author }) => author))).toEqual(new Set(['衡效']))
    expect(comments[0]?.lines[1]).toMatch(/^发现 \d+ 处错误/)
    const before = await readDocument(readFileSync(sample))
    expect(await readDocument(readFileSync(at('批注.docx')))).toEqual(before)
  })

  it('gives an .xlsx back with comments, and exits with 0 when nothing is wrong at error level', () => {
    const cell = (name: string, said: string) => `<c r="${name}" t="inlineStr"><is><t>${said}</t></is></c>`
    const file = xlsxOf(
      `<sheetData><row r="1">${cell('A1', '单位')}${cell('B1', '云溪县水利局')}</row></sheetData>`,
    )
    writeFileSync(at('表.xlsx'), file)
    const { status, stdout } = mark(at('表.xlsx'), '-o', at('批注.xlsx'))
    expect(stdout).toContain('已写出')
    expect(status).toBe(0)
    expect(readNotes(readFileSync(at('批注.xlsx')))[0]?.text).toContain('衡效核对')
  })

  it('makes a page of a text', () => {
    const { status, stdout } = mark(text, '-o', at('批注.html'))
    expect(status).toBe(1)
    expect(stdout).toContain('已写出')
    expect(readFileSync(at('批注.html'), 'utf8')).toContain('<!doctype html>')
  })

  it.each([
    ['no output', [sample], '例如 -o 批注_sample-report.docx'],
    ['no output for a text', [text], '例如 -o 批注_sample-report.html'],
    ['a wrong extension', [text, '-o', 'OUT.docx'], '的扩展名不对。请改成 -o'],
    ['a wrong extension of a Word file', [sample, '-o', 'OUT.pdf'], '写出来的会是 .docx 文件'],
    ['a folder that is not there', [sample, '-o', 'OUT/nowhere/a.docx'], '不存在'],
    ['a file that is not there', ['nowhere.docx', '-o', 'OUT.docx'], '找不到这个文件'],
    ['an option that it does not know', [sample, '--all'], '不认识选项 --all'],
  ])('answers %s with exit 2 and one Chinese line, and writes nothing', (_situation, args, sentence) => {
    const names = readdirSync(folder)
    const { status, stdout, stderr } = mark(...args.map((one) => one.replace(/^OUT/, join(folder, 'out'))))
    expect(stderr).toContain(sentence)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stdout).toBe('')
    expect(status).toBe(2)
    expect(readdirSync(folder)).toEqual(names)
  })

  it('does not write over the file that it reads', () => {
    copyFileSync(sample, at('原件.docx'))
    const { status, stderr } = mark(at('原件.docx'), '-o', at('原件.docx'))
    expect(stderr).toContain('就是要读的文件')
    expect(status).toBe(2)
    expect(readFileSync(at('原件.docx'))).toEqual(readFileSync(sample))
  })
})
