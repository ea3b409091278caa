import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Document, Place, Table } from '../../../core/document/document.js'
import { parseCaseDocument } from '../../../core/pack-check/case-document.js'
import {
  brokenLinks,
  elementsNamed,
  elementsOf,
  foreignParts,
  headingLevels,
  type PageElement,
  textOf,
  textWithout,
} from '../../../testing/page-elements.js'
import { projectForm } from '../../../testing/sample-forms.js'
import type { Mark } from '../marked.js'
import { renderMarkedPage } from './render-marked-page.js'

const text = `云溪县供水站2024年度自评报告
全年预算100万元，执行90万元，其中上年结转10万元，本年10万元。
${projectForm}填表人：王小明
`
const document = parseCaseDocument(text)

function mark(place: Place, given: Partial<Mark> = {}): Mark {
  return {
    place,
    severity: 'error',
    number: 1,
    isMain: true,
    title: '【错误】得分填了9分。',
    lines: ['改法：改为8'],
    ...given,
  }
}

function render(
  marks: readonly Mark[],
  given: Partial<{ file: string; document: Document; summary: string[] }> = {},
): string {
  const summary = given.summary ?? [
    '衡效核对：云溪县供水站',
    '发现 1 处错误。',
    '核对 9 项',
    '1.【错误】第1张表：得分填了9分。',
  ]
  return renderMarkedPage({
    file: given.file ?? '报告.pdf',
    document: given.document ?? document,
    marked: { summary, marks },
  })
}

/** The table cells of a page by row as printed in the margin, without the numbers of notes. */
function rowsOf(html: string): readonly (readonly PageElement[])[] {
  const [table = raise()] = elementsNamed(html, 'table', 'grid')
  return elementsNamed(table, 'tr').map((row) => elementsNamed(row, 'td'))
}

function markedCells(html: string): readonly string[] {
  return rowsOf(html).flatMap((cells, row) =>
    cells.flatMap((cell) => elementsNamed(cell, 'mark').map((words) => `${row + 1}: ${textOf(words)}`)),
  )
}

describe('the marked page', () => {
  it('highlights exactly the cell that is meant, whatever stands elsewhere', () => {
    const html = render([mark({ part: 'table 1', row: 3, column: 8, quote: '9' })])
    expect(markedCells(html)).toEqual(['4: 9'])
    const cell = rowsOf(html)[3]?.at(-1) ?? raise()
    expect(cell.attribs.class).toBe('error')
  })

  it('highlights the words of a sentence that stand alone, not the same digits inside another number', () => {
    const html = render([mark({ part: 'paragraph 2', quote: '10万元' })])
    const [paragraph = raise()] = elementsOf(
      html,
      (one) => one.name === 'p' && elementsNamed(one, 'mark').length > 0,
    )
    expect(textOf(paragraph)).toBe('全年预算100万元，执行90万元，其中上年结转10万元1，本年10万元。')
    expect(elementsNamed(paragraph, 'mark').map(textOf)).toEqual(['10万元'])
  })

  it('leads from the words to the note and from the note to every place of the finding', () => {
    const html = render([
      mark({ part: 'table 1', row: 3, column: 8, quote: '9' }),
      mark({ part: 'table 1', row: 3, column: 5, quote: '90.00' }, { isMain: false }),
      mark({ part: 'paragraph 2', quote: '执行90万元' }, { isMain: false }),
    ])
    expect(elementsNamed(html, 'sup').map((sup) => elementsNamed(sup, 'a')[0]?.attribs.href)).toEqual([
      '#n1',
      '#n1',
      '#n1',
    ])
    const [note = raise()] = elementsOf(html, ({ attribs }) => attribs.id === 'n1')
    expect(elementsNamed(note, 'a').map(({ attribs }) => attribs.href)).toEqual(['#m1-1', '#m1-2', '#m1-3'])
    expect(textOf(note)).toContain('改法：改为8')
    expect(brokenLinks(html)).toEqual([])
  })

  it('shows overlapping words of two findings with both their numbers', () => {
    const html = render([
      mark({ part: 'paragraph 2', quote: '全年预算100万元，执行90万元' }),
      mark({ part: 'paragraph 2', quote: '执行90万元' }, { number: 2, severity: 'warning' }),
    ])
    const [paragraph = raise()] = elementsOf(
      html,
      (one) => one.name === 'p' && elementsNamed(one, 'mark').length > 0,
    )
    expect(elementsNamed(paragraph, 'mark').map(textOf)).toEqual(['全年预算100万元，', '执行90万元'])
    expect(elementsNamed(paragraph, 'sup').map(textOf)).toEqual(['1', '2'])
  })

  it('shows an empty box for a blank cell, and the number beside a table that is meant as a whole', () => {
    const html = render([
      mark({ part: 'table 1', row: 3, column: 0, quote: '' }),
      mark({ part: 'table 1', row: 4, column: 7, quote: '' }, { number: 2 }),
      mark({ part: 'table 1', quote: '' }, { number: 3 }),
    ])
    expect(elementsNamed(html, 'mark', 'blank')).toHaveLength(1)
    expect(brokenLinks(html)).toEqual([])
  })

  it('says what belongs to no place that was read, instead of losing it', () => {
    const html = render([mark({ part: 'table 9', row: 0, column: 0, quote: '9' })])
    expect(html).toContain('文中找不到位置的批注')
    expect(html).toContain('得分填了9分')
    expect(brokenLinks(html)).toEqual([])
  })

  it('begins with verdict, counts and the findings, each leading to its note', () => {
    const html = render([mark({ part: 'table 1', row: 3, column: 8, quote: '9' })])
    expect(elementsNamed(html, 'h2').map(textOf)).toEqual(['衡效核对：云溪县供水站'])
    expect(elementsNamed(html, 'dl', 'tiles').map(textOf)).toEqual(['错误1提示0建议0'])
    const [list = raise()] = elementsNamed(html, 'details')
    expect(elementsNamed(list, 'a').map(({ attribs }) => attribs.href)).toEqual(['#n1'])
    expect(headingLevels(html)).toEqual([1, 2, 3])
  })
})

const words = fc.constantFrom(
  '预算100万元',
  '<b>',
  '</td></table>',
  '<script>x</script>',
  '&lt;',
  '"\'',
  '10',
  '\n',
  '，',
  '云溪县',
)
const cellText = fc.array(words, { maxLength: 4 }).map((parts) => parts.join(''))

describe('any document', () => {
  it('is shown whole, in order, with nothing in it taken for markup', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cellText, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        cellText,
        (rows, line) => {
          const table = tableOf(rows)
          const blocks: Block[] = [{ kind: 'paragraph', index: 1, text: `文${line}` }, table]
          const marks = table.cells.map(({ row, column, text: whole }, index) =>
            mark(
              { part: 'table 1', row, column, quote: whole.slice(0, 3) },
              { number: index + 1, isMain: index % 2 === 0 },
            ),
          )
          const html = render(marks, {
            document: { blocks, notes: [] },
            file: line,
            summary: [line, line, `1.【错误】${line}`],
          })
          expect(foreignParts(html)).toEqual([])
          expect(rowsOf(html).flat().map(plainText)).toEqual(table.cells.map((cell) => cell.text))
        },
      ),
      { seed: 20240508, numRuns: 80 },
    )
  })

  it('is shown whole though a row spans', () => {
    const shown = rowsOf(render([])).flat().map(textOf)
    const [table] = document.blocks.filter((block) => block.kind === 'table')
    expect(shown).toEqual(table?.cells.map((cell) => cell.text))
  })
})

/** The text of a cell without the numbers of its notes. */
function plainText(cell: PageElement): string {
  return textWithout(cell, 'sup')
}

function tableOf(rows: readonly (readonly string[])[]): Table {
  const cells = rows.flatMap((texts, row) =>
    texts.map((one, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text: one })),
  )
  return { kind: 'table', index: 1, rows: rows.length, columns: 4, cells }
}

function raise(): never {
  throw new Error('not on the page')
}
