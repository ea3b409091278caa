import { describe, expect, it } from 'vitest'
import { readWorkbook } from './read-workbook.js'
import { writeList } from './write-list.js'

describe('writeList', () => {
  it('writes headings and rows that read back as they were, a formula staying text', () => {
    const bytes = writeList({
      title: '单位名单',
      columns: [
        { title: '单位', width: 120 },
        { title: '金额', width: 60, kind: 'number' },
      ],
      rows: [
        ['云溪县民政局', '12.50'],
        ['=1+1', '—'],
      ],
    })
    const [table] = readWorkbook(bytes).blocks.filter((block) => block.kind === 'table')
    expect(table?.cells.map(({ text }) => text)).toEqual([
      '单位',
      '金额',
      '云溪县民政局',
      '12.5',
      '=1+1',
      '—',
    ])
  })

  it('cuts a text that is longer than Excel takes instead of refusing the whole list', () => {
    const bytes = writeList({
      title: '长',
      columns: [
        { title: '字', width: 50 },
        { title: '数', width: 50 },
      ],
      rows: [['长'.repeat(40_000), '1']],
    })
    const [table] = readWorkbook(bytes).blocks.filter((block) => block.kind === 'table')
    expect(table?.cells[2]?.text).toHaveLength(32_767)
  })
})
