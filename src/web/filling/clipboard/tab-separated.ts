/** A block of cells, row by row; rows may be of different lengths. */
export type TextBlock = readonly (readonly string[])[]

/**
 * Reads what a spreadsheet puts on the clipboard as text: tabs between cells, line ends between rows; a cell with a
 * tab, a line end or a quote at its beginning is quoted, quotes inside doubled. Line ends inside cells become `\n`.
 */
export function parseTabSeparated(text: string): TextBlock {
  const rows: string[][] = [[]]
  let position = 0
  const unified = text.replace(/\r\n?/g, '\n')
  const source = unified.endsWith('\n') ? unified.slice(0, -1) : unified
  while (position <= source.length) {
    const { value, end } = source[position] === '"' ? quoted(source, position) : plain(source, position)
    rows.at(-1)?.push(value)
    if (source[end] === '\n') rows.push([])
    position = end + 1
  }
  return rows
}

type Read = Readonly<{ value: string; end: number }>

function plain(source: string, start: number): Read {
  const length = source.slice(start).search(/[\t\n]/)
  const end = length === -1 ? source.length : start + length
  return { value: source.slice(start, end), end }
}

/** A quote that is never closed, or closed in the middle of a cell, is a sign like any other. */
function quoted(source: string, start: number): Read {
  let end = start + 1
  while (end < source.length && (source[end] !== '"' || source[end + 1] === '"'))
    end += source[end] === '"' ? 2 : 1
  const after = source[end + 1]
  const isClosed = source[end] === '"' && (after === undefined || after === '\t' || after === '\n')
  if (!isClosed) return plain(source, start)
  return { value: source.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 }
}

/** Writes a block as spreadsheets read it; the inverse of {@link parseTabSeparated}. */
export function renderTabSeparated(block: TextBlock): string {
  return block.map((row) => row.map(renderCell).join('\t')).join('\r\n')
}

function renderCell(text: string): string {
  return /[\t\n\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
