import { describe, expect, it } from 'vitest'
import type { Document, Table } from '../../core/document/document.js'
import { horizontal, latticeOf, linesAt, pageOf, textAt, vertical } from '../../testing/drawn-page.js'
import { assembleDocument } from './assemble.js'
import type { Glyph, Ruling } from './page-marks.js'

const columns = [100, 150, 250, 300]

describe('tables joined over pages', () => {
  it('rows of the next page follow those of the first', () => {
    const document = assembleDocument([
      tablePage(700, [
        ['指标', '内容', '分值'],
        ['数量', '培训', '10'],
      ]),
      tablePage(100, [['质量', '合格', '20']]),
    ])
    expect(rowsOf(document)).toEqual([['指标 内容 分值', '数量 培训 10', '质量 合格 20']])
  })

  it('a row cut by the page is one row', () => {
    const document = assembleDocument([
      tablePage(700, [
        ['指标', '内容', '分值'],
        ['数量', '举办全市业务培训班若干', '10'],
      ]),
      tablePage(100, [
        ['', '场，覆盖乡镇', ''],
        ['质量', '合格', '20'],
      ]),
    ])
    expect(rowsOf(document)).toEqual([
      ['指标 内容 分值', '数量 举办全市业务培训班若干场，覆盖乡镇 10', '质量 合格 20'],
    ])
  })

  it('a label that the page cut in two is one, with its row', () => {
    const document = assembleDocument([
      tablePage(700, [
        ['指标', '内容', '分值'],
        ['时效', '及时率', '10'],
      ]),
      tablePage(100, [
        ['指标', '', ''],
        ['成本指标', '准确率', '20'],
      ]),
    ])
    expect(rowsOf(document)[0]?.slice(1)).toEqual(['时效\n指标 及时率 10', '成本指标 准确率 20'])
  })

  it('a new row below a full one is not joined to it', () => {
    const document = assembleDocument([
      tablePage(700, [
        ['指标', '内容', '分值'],
        ['数量', '举办全市业务培训班若干', '10'],
      ]),
      tablePage(100, [['质量', '培训合格率', '20']]),
    ])
    expect(rowsOf(document)).toEqual([
      ['指标 内容 分值', '数量 举办全市业务培训班若干 10', '质量 培训合格率 20'],
    ])
  })

  it('heading rows printed again are dropped', () => {
    const heading = ['指标', '内容', '分值']
    const document = assembleDocument([
      tablePage(700, [heading, ['数量', '培训', '10']]),
      tablePage(100, [heading, ['质量', '合格', '20']]),
    ])
    expect(rowsOf(document)).toEqual([['指标 内容 分值', '数量 培训 10', '质量 合格 20']])
  })

  it('a cell that spans rows on both pages is one cell', () => {
    const document = assembleDocument([spanPage(700, '产出'), spanPage(100, '')])
    const [table] = tablesOf(document)
    expect(table?.rows).toBe(4)
    expect(table?.cells.find(({ text }) => text === '产出')).toMatchObject({ row: 0, rowSpan: 4 })
  })

  it('where no border is drawn at the cut, the row is one whatever it says', () => {
    const document = assembleDocument([
      pageOf(textAt('上半', { left: 105, top: 705 }), openTable(700, [true, false])),
      pageOf(textAt('下半', { left: 105, top: 105 }), openTable(100, [false, true])),
    ])
    expect(tablesOf(document).map(({ rows }) => rows)).toEqual([1])
  })

  it('text between them keeps tables apart, a page number does not', () => {
    const number = textAt('— 1 —', { left: 280, top: 780 })
    const first = tablePage(700, [['甲', '乙', '1']])
    const second = tablePage(100, [['丙', '丁', '2']])
    const numbered = pageOf([...first.glyphs, ...number], first.rulings)
    expect(tablesOf(assembleDocument([numbered, second]))).toHaveLength(1)
    const titled = pageOf([...second.glyphs, ...textAt('附件二', { left: 100, top: 80 })], second.rulings)
    expect(tablesOf(assembleDocument([numbered, titled]))).toHaveLength(2)
  })

  it('a table of another width is another table', () => {
    const narrow = pageOf(textAt('甲', { left: 105, top: 105 }), latticeOf([100, 150, 200], [100, 120]))
    expect(tablesOf(assembleDocument([tablePage(700, [['甲', '乙', '1']]), narrow]))).toHaveLength(2)
  })
})

describe('text of cells', () => {
  it('a wrapped line is joined, a short one ends a paragraph', () => {
    const glyphs = linesAt(['一二三四五六七八九', '十', '第二段'], { left: 105, top: 105 })
    const [table] = tablesOf(assembleDocument([pageOf(glyphs, latticeOf([100, 200], [100, 160]))]))
    expect(table?.cells[0]?.text).toBe('一二三四五六七八九十\n第二段')
  })

  it('a turned label is read along its line', () => {
    const turned = textAt('绩效', { left: 0, top: 0 }).map((glyph, at): Glyph => {
      const top = 110 + at * 10
      return { ...glyph, turn: 'down', left: 105, right: 115, top, bottom: top + 10 }
    })
    const [table] = tablesOf(assembleDocument([pageOf(turned, latticeOf([100, 120], [100, 160]))]))
    expect(table?.cells[0]?.text).toBe('绩效')
  })

  it('a table inside a cell comes after the table that holds it', () => {
    const rulings = [...latticeOf([100, 300, 400], [100, 200]), ...latticeOf([120, 200], [120, 150])]
    const glyphs = [...textAt('外', { left: 310, top: 110 }), ...textAt('内', { left: 130, top: 130 })]
    expect(rowsOf(assembleDocument([pageOf(glyphs, rulings)]))).toEqual([[' 外'], ['内']])
  })

  it('an empty frame is no table', () => {
    expect(tablesOf(assembleDocument([pageOf([], latticeOf([100, 200], [100, 120]))]))).toEqual([])
  })
})

describe('text between tables', () => {
  const full = '一二三四五六七八九十'.repeat(4)

  it('wrapped lines make a paragraph, an indented one begins the next, over the page too', () => {
    const first = linesAt([full.slice(2), full], { left: 100, top: 700 })
    const indented = [
      ...textAt(full.slice(2), { left: 120, top: 640 }),
      ...textAt('完。', { left: 100, top: 654 }),
    ]
    const document = assembleDocument([
      pageOf([...indented, ...first.filter(({ top }) => top > 700)], []),
      pageOf(textAt('续', { left: 100, top: 100 }), []),
    ])
    expect(paragraphsOf(document)).toEqual([`${full.slice(2)}完。`, `${full}续`])
  })

  it('page numbers and what every page repeats are dropped', () => {
    const pages = [1, 2, 3].map((page) =>
      pageOf(
        [
          ...textAt('某市某局', { left: 100, top: 40 }),
          ...textAt(`正文${page}`, { left: 100, top: 300 }),
          ...textAt(`${page}`, { left: 290, top: 790 }),
        ],
        [],
      ),
    )
    expect(paragraphsOf(assembleDocument(pages))).toEqual(['正文1', '正文2', '正文3'])
  })

  it('bold drawn twice is read once', () => {
    const once = textAt('标题', { left: 100, top: 300 })
    const twice = once.map((glyph) => ({ ...glyph, left: glyph.left + 0.3, right: glyph.right + 0.3 }))
    expect(paragraphsOf(assembleDocument([pageOf([...once, ...twice], [])]))).toEqual(['标题'])
  })
})

/** A plain table of lines of 22 points that begins at the height given. */
function tablePage(top: number, rows: readonly (readonly string[])[]) {
  const ys = [top, ...rows.map((_, at) => top + (at + 1) * 20)]
  const glyphs = rows.flatMap((row, at) =>
    row.flatMap((text, column) => {
      const size = Math.min(10, 84 / Math.max(text.length, 1))
      return textAt(text, { left: (columns[column] ?? 0) + 5, top: top + at * 20 + 5, size })
    }),
  )
  return pageOf(glyphs, latticeOf(columns, ys))
}

/** Two rows beside a label that spans both. */
function spanPage(top: number, label: string) {
  const rulings: Ruling[] = [
    ...[horizontal(top, 100, 300), horizontal(top + 20, 150, 300), horizontal(top + 40, 100, 300)],
    ...[100, 150, 300].map((x) => vertical(x, top, top + 40)),
  ]
  const values = [0, 20].flatMap((offset) =>
    textAt(`值${top + offset}`, { left: 155, top: top + offset + 5 }),
  )
  return pageOf([...textAt(label, { left: 105, top: top + 15 }), ...values], rulings)
}

function openTable(top: number, [isClosedAbove, isClosedBelow]: readonly boolean[]): Ruling[] {
  const borders = [isClosedAbove ? [top] : [], isClosedBelow ? [top + 40] : []].flat()
  return [
    ...borders.map((y) => horizontal(y, 100, 200)),
    ...[100, 150, 200].map((x) => vertical(x, top, top + 40)),
  ]
}

function tablesOf({ blocks }: Document): Table[] {
  return blocks.filter((block) => block.kind === 'table')
}

function rowsOf(document: Document): string[][] {
  return tablesOf(document).map((table) =>
    Array.from({ length: table.rows }, (_, row) =>
      table.cells
        .filter((cell) => cell.row === row)
        .map(({ text }) => text)
        .join(' '),
    ),
  )
}

function paragraphsOf({ blocks }: Document): string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
}
