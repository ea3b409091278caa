import type { Block, Cell, Document, Table } from '../document/document.js'

type OpenCell = {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  text: string
  line: number
}

/**
 * The document that a case writes as text: lines that begin with `|` are table rows, a cell `^` continues the cell
 * above and `<` the cell to the left; every other line that is not empty is a paragraph.
 */
export function parseCaseDocument(text: string): Document {
  const blocks: Block[] = []
  let rows: { cells: readonly string[]; line: number }[] = []
  const closeTable = (): void => {
    if (rows.length > 0) blocks.push(tableOf(rows, blocks.filter(({ kind }) => kind === 'table').length + 1))
    rows = []
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trimStart().startsWith('|')) {
      rows.push({ cells: splitRow(line), line: index + 1 })
      continue
    }
    closeTable()
    if (line.trim() === '') continue
    const count = blocks.filter(({ kind }) => kind === 'paragraph').length + 1
    blocks.push({ kind: 'paragraph', index: count, text: line.trim(), line: index + 1 })
  }
  closeTable()
  return { blocks, notes: [] }
}

function splitRow(line: string): readonly string[] {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '')
  return inner.split('|').map((cell) => cell.trim().replaceAll('⏎', '\n'))
}

function tableOf(rows: readonly { cells: readonly string[]; line: number }[], index: number): Table {
  const cells: OpenCell[] = []
  const grid: (OpenCell | undefined)[][] = []
  for (const [row, { cells: texts, line }] of rows.entries()) {
    const current: (OpenCell | undefined)[] = []
    for (const [column, text] of texts.entries()) {
      const continued =
        text === '^' ? grid[row - 1]?.[column] : text === '<' ? current[column - 1] : undefined
      const cell = continued ?? { row, column, rowSpan: 1, columnSpan: 1, text, line }
      if (continued === undefined) cells.push(cell)
      cell.rowSpan = Math.max(cell.rowSpan, row - cell.row + 1)
      cell.columnSpan = Math.max(cell.columnSpan, column - cell.column + 1)
      current.push(cell)
    }
    grid.push(current)
  }
  const columns = Math.max(...grid.map((row) => row.length))
  return { kind: 'table', index, rows: rows.length, columns, cells: cells.map((cell): Cell => cell) }
}
