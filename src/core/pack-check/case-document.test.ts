import { describe, expect, it } from 'vitest'
import { parseCaseDocument } from './case-document.js'

describe('a document written in a case', () => {
  it('has tables of the lines with bars, and paragraphs of the rest', () => {
    const { blocks } = parseCaseDocument('云溪县水利局\n\n| 甲 | 乙 |\n| 1 | |\n说明。\n')
    expect(blocks.map(({ kind, index }) => `${kind} ${index}`)).toEqual([
      'paragraph 1',
      'table 1',
      'paragraph 2',
    ])
    expect(blocks[1]).toMatchObject({ rows: 2, columns: 2, cells: { length: 4 } })
    expect(blocks[2]).toMatchObject({ text: '说明。', line: 5 })
  })
  it('spans cells down with ^ and across with <', () => {
    const { blocks } = parseCaseDocument('| 甲 | < | 丙 |\n| ^ | < | 丁 |')
    expect(blocks[0]).toMatchObject({
      cells: [
        { text: '甲', row: 0, column: 0, rowSpan: 2, columnSpan: 2 },
        { text: '丙', row: 0, column: 2, rowSpan: 1 },
        { text: '丁', row: 1, column: 2 },
      ],
    })
  })
})
