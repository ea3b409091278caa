import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import type { Block, Cell, Document } from '../document/document.js'
import { parseFiling } from '../filing-json/parse-filing.js'
import type { Pack } from '../pack/pack.js'
import { recognise } from '../recognise/recognise.js'
import { printFiling } from './print-filing.js'
import type { PrintedFiling, PrintedForm } from './printed.js'

const packs = loadPacks()

describe('a form on its paper', () => {
  it('gives a value that the paper has no cell for a row of its own at the foot', () => {
    const bare = packs.map((pack) => (pack.id === 'any/duties/2020' ? withoutColumn(pack) : pack))
    const filing = parseFiling(
      { forms: [{ pack: 'any/duties/2020', lists: { duties: [{ duty: '送戏下乡' }] } }] },
      bare,
    )
    expect(textsOf(formOf(printFiling(filing, bare)))).toEqual([
      '序号',
      '职责职能',
      '',
      '',
      '第1行职责职能',
      '送戏下乡',
    ])
  })

  it('prints every field in a row of its own where the pack has no paper', () => {
    const bare = packs.map((pack) => ({ ...pack, paper: undefined }))
    const filing = parseFiling(
      { forms: [{ pack: 'any/base-data/2020', fields: { 'staff.staffInPost': '18' } }] },
      bare,
    )
    expect(textsOf(formOf(printFiling(filing, bare)))).toEqual(['实际在职人数', '18'])
  })

  it('prints columns and rows that are not always there only where they hold something', () => {
    const printed = printIndicators([{ name: '演出场次', target: '12场' }])
    expect(textsOf(printed)).not.toContain('指标方向')
    expect(textsOf(printIndicators([{ name: '演出场次', target: '12', nature: '≥' }]))).toContain('指标方向')
    expect(printed.widths.length + 1).toBe(printIndicators([{ name: '演出场次', nature: '≥' }]).widths.length)
  })

  it('prints the first target and the one changed during the year', () => {
    const printed = printIndicators([{ name: '演出场次', target: '12场', adjustedTarget: '15场' }])
    expect(
      printed.cells.filter(({ text }) => text.endsWith('场')).map(({ text, field }) => [text, field]),
    ).toEqual([
      ['12场', 'indicators[0].initialTarget'],
      ['15场', 'indicators[0].adjustedTarget'],
    ])
  })

  it('keeps a dimension that has a weight but no indicator', () => {
    const dimensions = [
      { name: '产出指标', weight: '60' },
      { name: '效益指标', weight: '30' },
      { name: '满意度指标', weight: '10' },
    ]
    const indicators = [
      { dimension: '产出指标', name: '演出场次' },
      { dimension: '满意度指标', name: '观众满意度' },
    ]
    const printed = printIndicators(indicators, dimensions)
    const headings = printed.cells.filter(
      ({ field }) => /dimension|name$/.test(field ?? '') && field !== undefined,
    )
    expect(headings.map(({ row, text, field }) => [row, text, field])).toEqual([
      [1, '产出指标\n（60分）', 'indicators[0].dimension'],
      [1, '演出场次', 'indicators[0].name'],
      [2, '效益指标\n（30分）', 'dimensions[1].name'],
      [3, '满意度指标\n（10分）', 'indicators[1].dimension'],
      [3, '观众满意度', 'indicators[1].name'],
    ])
  })

  it('merges an aspect only within its dimension', () => {
    const indicators = ['产出指标', '效益指标'].map((dimension) => ({
      dimension,
      aspect: '数量指标',
      name: '场次',
    }))
    const cells = printIndicators(indicators).cells.filter(({ text }) => text === '数量指标')
    expect(cells.map(({ rowSpan }) => rowSpan)).toEqual([1, 1])
  })

  it('writes 本年 and 上年 in words where no year is known', () => {
    const filing = parseFiling({ forms: [{ pack: 'any/base-data/2020', fields: {} }] }, packs)
    expect(textsOf(formOf(printFiling(filing, packs)))).toContain('上年决算数')
  })
})

describe('what stands around a form', () => {
  it('is taken over from the document, and printed once', () => {
    const printed = printFiling(
      recognise(
        documentOf(
          '附件1',
          '2024年度部门整体支出',
          '绩效评价基础数据表',
          '单位：万元',
          baseData(),
          '说明：无。',
          '填表人：',
          '其他。',
        ),
        packs,
      ),
      packs,
    )
    expect(
      printed.blocks.map((block) => (block.kind === 'paragraph' ? block.runs[0]?.text : block.kind)),
    ).toEqual(['附件1', 'form', '其他。'])
    expect(formOf(printed)).toMatchObject({
      title: '2024年度部门整体支出\n绩效评价基础数据表',
      subtitle: '单位：万元',
      signature: '说明：无。\n填表人：',
    })
  })

  it('is found inside the table of a spreadsheet', () => {
    const table = ['2024年度部门整体支出绩效评价基础数据表', '单位：万元', ...baseData(), '填表人：'].map(
      (row) => (typeof row === 'string' ? [row] : row),
    )
    const printed = formOf(printFiling(recognise(documentOf(table), packs), packs))
    expect(printed).toMatchObject({
      title: '2024年度部门整体支出绩效评价基础数据表',
      subtitle: '单位：万元',
      signature: '填表人：',
    })
  })

  it('comes from the paper where the form stands in no document', () => {
    const filing = parseFiling(
      { budgetYear: 2024, forms: [{ pack: 'hunan/department-self-evaluation/2024' }] },
      packs,
    )
    expect(formOf(printFiling(filing, packs))).toMatchObject({
      title: '2024年度部门（单位）整体支出绩效自评表',
      signature: expect.stringContaining('填表人：'),
    })
  })
})

describe('what no field took', () => {
  it('is printed at the foot with the words to its left', () => {
    const printed = formOf(
      printFiling(recognise(documentOf([...baseData(), ['差旅天数', '31']]), packs), packs),
    )
    expect(textsOf(printed).slice(-2)).toEqual(['差旅天数', '31'])
  })

  it('is printed as it was read in a table that no pack knows', () => {
    const [table] = printFiling(
      recognise(
        documentOf([
          ['甲', '乙'],
          ['1', '2'],
        ]),
        packs,
      ),
      packs,
    ).blocks
    expect(table).toMatchObject({ kind: 'table', rows: 2 })
    expect(table?.kind === 'table' ? table.cells.map(({ text }) => text) : []).toEqual(['甲', '乙', '1', '2'])
  })
})

function withoutColumn(pack: Pack): Pack {
  const label = (text: string) => ({
    label: text,
    field: undefined,
    names: undefined,
    span: 1,
    down: 1,
    align: undefined,
  })
  const columns = [1, 1].map((width) => ({ width, ifUsed: false }))
  const head = {
    kind: 'cells',
    cells: [label('序号'), label('职责职能')],
    header: true,
    ifUsed: false,
  } as const
  const each = {
    kind: 'each',
    list: 'duties',
    cells: [{ ...label(''), field: 'number' }, label('')],
    merge: [],
  } as const
  const paper = {
    orientation: 'portrait',
    title: undefined,
    subtitle: undefined,
    signature: undefined,
  } as const
  return { ...pack, paper: { ...paper, columns, rows: [head, each] } }
}

function printIndicators(indicators: readonly object[], dimensions: readonly object[] = []): PrintedForm {
  const form = { pack: 'any/indicators/2020', lists: { indicators, dimensions } }
  return formOf(printFiling(parseFiling({ forms: [form] }, packs), packs))
}

function formOf({ blocks }: PrintedFiling): PrintedForm {
  const form = blocks.find((block) => block.kind === 'form')
  if (form === undefined) throw new Error('no form')
  return form
}

function textsOf({ cells }: PrintedForm): readonly string[] {
  return cells.map(({ text }) => text)
}

function baseData(): string[][] {
  return [
    ['财政供养人员情况（人）', '编制数', '2024年实际在职人数', '控制率'],
    ['', '20', '18', '90%'],
    ['经费控制情况（万元）', '2023年决算数', '2024年预算数', '2024年决算数'],
    ['三公经费', '3', '4', '2'],
    ['公用经费', '30', '40', '20'],
    ['政府采购金额', '8', '9', '7'],
  ]
}

/** Paragraphs and tables in reading order; a table is a list of rows. */
function documentOf(...parts: readonly (string | readonly (readonly string[])[])[]): Document {
  const count = { paragraph: 0, table: 0 }
  const blocks = parts.map((part): Block => {
    if (typeof part === 'string') return { kind: 'paragraph', index: ++count.paragraph, text: part }
    const cells = part.flatMap((row, index) =>
      row.map((text, column): Cell => ({ row: index, column, rowSpan: 1, columnSpan: 1, text })),
    )
    return {
      kind: 'table',
      index: ++count.table,
      rows: part.length,
      columns: Math.max(...part.map((row) => row.length)),
      cells,
    }
  })
  return { blocks, notes: [] }
}
