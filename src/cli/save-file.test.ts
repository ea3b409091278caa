import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outputFile, saveFile } from './save-file.js'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengxiao-save-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a result saved to a file', () => {
  it('replaces what was there and leaves nothing beside it', async () => {
    const path = join(folder, '自评表.docx')
    writeFileSync(path, '旧')
    await saveFile(path, '新')
    expect(readFileSync(path, 'utf8')).toBe('新')
    expect(readdirSync(folder)).toEqual(['自评表.docx'])
  })

  it('that cannot take its name leaves no half file', async () => {
    const path = join(folder, 'taken')
    mkdirSync(join(path, 'inside'), { recursive: true })
    await expect(saveFile(path, '新')).rejects.toThrow('写不进')
    expect(readdirSync(folder).sort()).toEqual(['taken', '自评表.docx'])
  })
})

describe('where a result goes', () => {
  const inputs = ['in.json']
  it.each([
    ['no place', undefined, '没有写明结果存到哪里'],
    ['a folder', '.', '是一个文件夹'],
    ['a folder that is not there', 'no/such/out.docx', '“no/such”不存在'],
    ['the input itself', './in.json', '会盖掉原件'],
  ])('is refused: %s', async (_situation, given, sentence) => {
    await expect(outputFile(given, { example: '自评表.docx', inputs })).rejects.toThrow(sentence)
  })

  it('is taken as given otherwise', async () => {
    expect(await outputFile('out.docx', { example: '自评表.docx', inputs })).toBe('out.docx')
  })
})
