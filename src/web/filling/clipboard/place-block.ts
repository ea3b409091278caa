import type { CellKey, ContentChange, FormContent } from '../../../core/editing/content.js'
import { findListCell, newRowId } from '../../changes/cell-keys.js'
import { sharedColumns } from '../../changes/list-rows.js'
import { type Cursor, type Grid, isChoosable } from '../paper/grid.js'
import type { PaperCell } from '../paper/paper-cell.js'
import { changeOf, typeText } from '../paper/type-text.js'
import type { TextBlock } from './tab-separated.js'

/** The form that a block is pasted into. */
export type PasteTarget = Readonly<{
  form: FormContent
  grid: Grid
  cursor: Cursor
  /** Computed cells and cells that are not open stay as they are. */
  isComputed: (key: CellKey) => boolean
  isOpen: (key: CellKey) => boolean
  /** Whether rows may be added to a list. */
  mayAddRows: boolean
}>

/** What of a block found its cells; the counts are cells of the block that did not, blank ones not counted. */
export type PlacedBlock = Readonly<{
  changes: readonly ContentChange[]
  taken: number
  addedRows: number
  computed: number
  closed: number
  outside: number
}>

type Drop = { changes: ContentChange[]; taken: number; computed: number; closed: number; outside: number }

/**
 * Puts a block from a spreadsheet into the form, its upper left corner in the chosen cell. Columns of the block go
 * to the value cells of the cursor's row from left to right, rows to the rows below that have values; words of the
 * paper are passed over. In a list the block runs on with new rows when it is longer than the list. Texts are kept
 * as they were typed, but for blank space around them.
 */
export function placeBlock(target: PasteTarget, block: TextBlock): PlacedBlock {
  const { form, grid, cursor } = target
  const start = grid.byId.get(cursor.id)
  const none = { changes: [], taken: 0, addedRows: 0, computed: 0, closed: 0, outside: 0 }
  if (start?.key === undefined) return none
  const list = findListCell(form, start.key)
  return list === undefined ? intoGrid(target, start, block) : intoList(target, block, list.index)
}

/** The value cells from the cursor to the right, in its own grid row. */
function columnStops({ grid, cursor }: PasteTarget, row: number): PaperCell[] {
  const stops: PaperCell[] = []
  for (let column = 0; column < grid.columns; column++) {
    const cell = grid.at(row, column)
    if (isChoosable(cell) && stops.at(-1) !== cell && cell.column + cell.columnSpan > cursor.column)
      stops.push(cell)
  }
  return stops
}

function intoGrid(target: PasteTarget, start: PaperCell, block: TextBlock): PlacedBlock {
  const { form, grid } = target
  const drop: Drop = { changes: [], taken: 0, computed: 0, closed: 0, outside: 0 }
  const rows: PaperCell[][] = []
  for (let row = start.row; row < grid.rows && rows.length < block.length; row++) {
    const stops = columnStops(target, row).filter((cell) => cell.row === row || row === start.row)
    if (stops.length > 0) rows.push(stops)
  }
  for (const [index, texts] of block.entries())
    for (const [position, text] of texts.entries()) {
      const cell = rows[index]?.[position]
      if (cell?.key === undefined) drop.outside += text.trim() === '' ? 0 : 1
      else if (isFree(target, { drop, key: cell.key, text }))
        drop.changes.push(...typeText(form, cell, text.trim()))
    }
  return { ...drop, addedRows: 0 }
}

/** Counts a text of the block; true when its cell may take it. */
function isFree(
  { isComputed, isOpen }: PasteTarget,
  { drop, key, text }: { drop: Drop; key: CellKey; text: string },
): boolean {
  const isBlank = text.trim() === ''
  if (isComputed(key)) drop.computed += isBlank ? 0 : 1
  else if (!isOpen(key)) drop.closed += isBlank ? 0 : 1
  else {
    drop.taken += 1
    return true
  }
  return false
}

const closingRow = /^(总分|合计|总计|小计)$/

function intoList(target: PasteTarget, block: TextBlock, first: number): PlacedBlock {
  const { form, cursor } = target
  const drop: Drop = { changes: [], taken: 0, computed: 0, closed: 0, outside: 0 }
  const places = columnStops(target, cursor.row).flatMap(({ key }) => {
    const place = key === undefined ? undefined : findListCell(form, key)
    return place === undefined ? [] : [place]
  })
  const list = places[0]?.list ?? ''
  const columns = places.filter((place) => place.list === list).map(({ column }) => column)
  const desk: ListDesk = { target, drop, list, columns, rows: [...(form.lists[list] ?? [])] }
  const before = desk.rows.length
  for (const [index, texts] of fillShared(block, columns).entries()) {
    drop.outside += texts.slice(columns.length).filter((text) => text.trim() !== '').length
    if (closingRow.test(texts[0]?.trim() ?? ''))
      drop.outside += texts.filter((text) => text.trim() !== '').length
    else placeRow(desk, first + index, texts.slice(0, columns.length))
  }
  return { ...drop, addedRows: desk.rows.length - before }
}

type ListDesk = Readonly<{
  target: PasteTarget
  drop: Drop
  list: string
  columns: readonly string[]
  /** Grows by the rows that are added. */
  rows: FormContent['lists'][string][number][]
}>

function placeRow(
  { target, drop, list, columns, rows }: ListDesk,
  index: number,
  texts: readonly string[],
): void {
  const { form, mayAddRows } = target
  const known = rows[index]
  if (known !== undefined) {
    for (const [position, text] of texts.entries()) {
      const key = `${form.id}/${list}/${known.id}/${columns[position]}`
      if (isFree(target, { drop, key, text })) drop.changes.push(...changeOf(form, key, text.trim()))
    }
    return
  }
  const filled = texts.filter((text) => text.trim() !== '').length
  if (filled === 0) return
  if (!mayAddRows) {
    drop.closed += filled
    return
  }
  const shared = sharedColumns.filter((column) => !columns.includes(column))
  const above = rows.at(-1)
  const cells = Object.fromEntries([
    ...shared.flatMap((column) =>
      above?.cells[column] === undefined ? [] : [[column, above.cells[column]]],
    ),
    ...texts.map((text, position) => [columns[position], text.trim()]).filter(([, text]) => text !== ''),
  ])
  const row = newRowId(rows)
  drop.changes.push({ kind: 'addRow', form: form.id, list, row, after: above?.id, cells })
  drop.taken += texts.length
  rows.push({ id: row, cells })
}

/** A merged cell comes from the spreadsheet with its words in the first row only: the rows below repeat them. */
function fillShared(block: TextBlock, columns: readonly string[]): TextBlock {
  const last: Record<string, string> = {}
  return block.map((texts) =>
    texts.map((text, position) => {
      const column = columns[position]
      if (column === undefined || !sharedColumns.includes(column)) return text
      if (text.trim() !== '') last[column] = text
      const isRowBlank = texts.every((one) => one.trim() === '')
      return isRowBlank ? text : (last[column] ?? text)
    }),
  )
}
