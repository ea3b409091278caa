import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Table } from '../../core/document/document.js'
import { readText } from './read-text.js'

const heading = [
  '绩效指标',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '完成值',
  '分值',
  '得分',
  '偏差原因',
]

describe('readText', () => {
  it('reads plain lines as paragraphs and tab lines as cells, each with its line', () => {
    const { blocks } = readText('一、概况\n\n\t甲\n\t乙\n\n\t1\n\t2\n\n\n说明：无\n')
    expect(blocks).toMatchObject([
      { kind: 'paragraph', text: '一、概况', line: 1 },
      { kind: 'table', cells: [{ line: 3 }, { line: 4 }, { text: '1', line: 6 }, { line: 7 }] },
      { kind: 'paragraph', text: '说明：无', line: 10 },
    ])
  })

  it('lets a cell go on over empty lines while the row goes on', () => {
    expect(cells('\t产出指标\n\n(40分)\n\t数量指标\n\n\t甲\n\t乙\n')).toEqual([
      '0,0 1×1 产出指标\n(40分)',
      '0,1 1×1 数量指标',
      '1,0 1×1 甲',
      '1,1 1×1 乙',
    ])
  })

  it('lets the last cell of a row go on over an empty line', () => {
    expect(cells('\t甲\n\t偏差原因\n\n及改进措施\n\n\t1\n\t2\n')).toContain('0,1 1×1 偏差原因\n及改进措施')
  })

  it('begins a paragraph after a page break without an empty line', () => {
    const { blocks } = readText('\t名称\n\t甲\n\n\t总分\n\t98\n 2024年度部门整体支出绩效报告\n一、部门概况\n')
    expect(blocks.map((block) => (block.kind === 'table' ? block.rows : block.text))).toEqual([
      2,
      '2024年度部门整体支出绩效报告',
      '一、部门概况',
    ])
  })

  it('reads two tables that follow one another without a title', () => {
    const first = rows(['财政供养人员情况（人）', '编制数', '在职人数', '控制率'], ['', '7', '7', '100%'])
    const base = rows(['经费控制', '上年', '预算', '决算'], ['公用经费', '1', '2', '3'], ['措施', '从严'])
    const second = rows(['预算部门（单位）名称', '示例局'], ['职能', '任务', '金额'])
    expect(tableCount(`${first}${base}\n${second}`)).toBe(2)
    expect(tableCount(first + base + second)).toBe(2)
  })

  it('takes paragraphs that begin with a tab for paragraphs', () => {
    const long =
      '本单位认真贯彻上级部署，扎实推进各项重点工作，年度目标任务全面完成，资金使用规范有序，成效明显。'
    const { blocks } = readText(`\t一、基本情况\n\t${long}\n\n`)
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph'])
  })

  it('reads Windows and old Macintosh line ends', () => {
    expect(cells('\t甲\r\n\t乙\r\n\r\n\t1\r\n\t2\r\n')).toEqual(cells('\t甲\r\t乙\r\r\t1\r\t2\r'))
  })
})

describe('reconstructed spans', () => {
  it('share the width of a narrower row evenly beside its label', () => {
    const text = rows(
      ['经费', '上年', '预算', '决算'],
      ['规模', 'a', 'b', 'c', 'd', 'e', 'f'],
      ['措施', '从严'],
    )
    expect(cells(text)).toEqual(
      expect.arrayContaining([
        '0,0 1×1 经费',
        '0,1 1×2 上年',
        '0,5 1×2 决算',
        '2,0 1×1 措施',
        '2,1 1×6 从严',
      ]),
    )
  })

  it('put the names above the columns left of the figures', () => {
    const money = ['资金', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分']
    const text = rows(['单位名称', '甲局'], ['主管部门', '乙局', '实施单位', '丙所'], money, heading)
    expect(cells(text).slice(0, 8)).toEqual([
      '0,0 1×3 单位名称',
      '0,3 1×6 甲局',
      '1,0 1×3 主管部门',
      '1,3 1×1 乙局',
      '1,4 1×2 实施单位',
      '1,6 1×3 丙所',
      '2,0 1×1 资金',
      '2,1 1×2 ',
    ])
  })

  it('end the total label where the weights begin, also when the last cell is lost', () => {
    const body = ['', '产出指标', '数量指标', '场次', '5', '5', '10', '10', '']
    const whole = cells(rows(heading, body, ['总分', '100', '99', '']))
    expect(whole.slice(-4)).toEqual(['2,0 1×6 总分', '2,6 1×1 100', '2,7 1×1 99', '2,8 1×1 '])
    expect(cells(rows(heading, body, ['总分', '100', '99'])).slice(-2)).toEqual(['2,6 1×1 100', '2,7 1×2 99'])
  })

  it('merge empty label cells upwards but not empty data cells', () => {
    const first = ['', '产出指标', '数量指标', '场次', '5', '5', '10', '10', '']
    const second = ['', '', '', '', '', '', '', '', '']
    expect(cells(rows(heading, first, second))).toEqual(
      expect.arrayContaining([
        '0,0 3×1 绩效指标',
        '1,1 2×1 产出指标',
        '1,2 2×1 数量指标',
        '1,3 1×1 场次',
        '2,3 1×1 ',
      ]),
    )
  })

  it('begin an unlabelled group where the second-level indicators are of another kind', () => {
    const text = rows(
      heading,
      ['', '产出指标', '时效指标', '及时率', '100%', '100%', '10', '10', ''],
      ['', '', '', '', '', '', '', '', ''],
      ['', '', '社会效益指标', '知晓率', '80%', '85%', '10', '10', ''],
    )
    expect(cells(text)).toEqual(expect.arrayContaining(['1,1 1×1 产出指标', '2,1 2×1 ', '2,2 1×1 ']))
  })

  it('leave a blank data row of a list alone', () => {
    const text = rows(['公务接待', '1', '2', '3'], ['', '', '', ''], ['公用经费', '4', '5', '6'])
    expect(cells(text)).toContain('0,0 1×1 公务接待')
  })

  it('do not merge an empty cell into the heading of its column', () => {
    expect(cells(rows(['职能名称', '任务'], ['', '宣传'], ['保障', '服务']))).toContain('1,0 1×1 ')
  })

  it('keep the other cells of a row in their columns when its last one is lost', () => {
    const full = (name: string) => ['', '', name, '率', '1', '1', '5', '5', '']
    const text = rows(
      heading,
      ['', '产出指标', '数量指标', '率', '1', '1', '5', '5', ''],
      full('质量指标').slice(0, 8),
      full('时效指标'),
    )
    expect(cells(text)).toEqual(expect.arrayContaining(['2,2 1×1 质量指标', '2,6 1×1 5', '2,7 1×2 5']))
  })
})

describe('any rows', () => {
  it('give a grid in which every place belongs to exactly one cell', () => {
    const cell = fc.constantFrom(
      '',
      '甲',
      '10',
      '总分',
      '一级指标',
      '数量指标',
      '社会效益指标',
      '年度资金总额',
      '全年预算数',
    )
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { minLength: 2, maxLength: 9 })
    fc.assert(
      fc.property(table, (content) => {
        for (const block of readText(rows(...content)).blocks) {
          if (block.kind === 'table') expect(areaOf(block)).toBe(block.rows * block.columns)
        }
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})

function areaOf({ cells: placed }: Table): number {
  const places = placed.flatMap(({ row, column, rowSpan, columnSpan }) =>
    Array.from({ length: rowSpan * columnSpan }, (_, at) => {
      return `${row + Math.floor(at / columnSpan)},${column + (at % columnSpan)}`
    }),
  )
  expect(new Set(places).size).toBe(places.length)
  return places.length
}

function rows(...table: readonly (readonly string[])[]): string {
  return table.map((row) => `${row.map((cell) => `\t${cell}\n`).join('')}\n`).join('')
}

function tableCount(text: string): number {
  return readText(text).blocks.filter(({ kind }) => kind === 'table').length
}

function cells(text: string): string[] {
  return readText(text).blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.cells.map(
          (cell) => `${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan} ${cell.text}`,
        )
      : [],
  )
}
