import { describe, expect, it } from 'vitest'
import { docxOf, xlsxOf, zipOf } from '../../testing/office-files.js'
import { commentExtension } from './comment-extension.js'

const types = (type: string) => ({
  '[Content_Types].xml': `<Types><Override PartName="/a" ContentType="application/${type}+xml"/></Types>`,
})

describe('commentExtension', () => {
  it.each([
    ['a Word file', 'docx', docxOf(''), 'docx'],
    ['a workbook', 'xlsx', xlsxOf(''), 'xlsx'],
    ['a Word file with macros', 'docx', docxOf('', types('vnd.ms-word.document.macroEnabled.main')), 'docm'],
    ['a workbook with macros', 'xlsx', xlsxOf('', types('vnd.ms-excel.sheet.macroEnabled.main')), 'xlsm'],
    ['a binary workbook', 'xlsx', zipOf({ 'xl/workbook.bin': '' }), undefined],
    ['a text', 'txt', new Uint8Array(), undefined],
  ])('of %s', (_file, readAs, bytes, extension) => {
    expect(commentExtension(readAs, bytes)).toBe(extension)
  })
})
