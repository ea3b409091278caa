import { type Cell, placeInTable } from '../document/document.js'
import { foldInPlace } from '../exact/normalise.js'
import type { FormRow } from '../filing/filing.js'
import type { Column, IndicatorsBlock } from '../pack/layout.js'
import { findHeader, type Header, valuesUnder } from './columns.js'
import { type FormBeingRead, takeValue } from './form-being-read.js'
import { joinTarget } from './join-target.js'
import { isLabel } from './label.js'

/** Every header row of indicator columns begins a stretch of indicator rows. */
export function readIndicators(read: FormBeingRead, block: IndicatorsBlock): void {
  let firstRow = read.grid.firstRow
  for (;;) {
    const header = findHeader(read.grid, block.columns, { least: 4, firstRow, year: read.year })
    if (header === undefined || !header.found.some(({ column }) => column.id === 'name')) return
    firstRow = readStretch(read, block, header)
  }
}

/** Reads rows until the total row, the next header or the end; answers the row to go on from. */
function readStretch(read: FormBeingRead, block: IndicatorsBlock, header: Header<Column>): number {
  const { grid } = read
  const { total } = block
  for (const { cell } of header.found) read.taken.add(cell)
  for (let row = header.lastRow + 1; row < grid.endRow; row++) {
    const first = grid.startingIn(row).find((cell) => cell.text !== '')
    if (first !== undefined && total !== undefined && isLabel(first.text, total)) {
      readTotal(read, header, row)
      return row + 1
    }
    if (row > header.row && isHeaderAgain(header, grid.startingIn(row))) return row
    readIndicator(read, header, row)
  }
  return grid.endRow
}

function isHeaderAgain(header: Header<Column>, cells: readonly Cell[]): boolean {
  const again = header.found.filter(({ column }) => cells.some((cell) => isLabel(cell.text, column)))
  return again.length >= 4
}

const textColumns = new Set(['dimension', 'aspect', 'name'])

function readIndicator(read: FormBeingRead, header: Header<Column>, row: number): void {
  const entry: Record<string, FormRow[string]> = {}
  const values = valuesUnder(read.grid, header, row)
  if (isRemark(values)) return
  const side = read.grid.at(row, 0)
  if (side !== undefined) read.taken.add(side)
  for (const [column, cell] of values) {
    entry[column.id] = takeValue(read, cell, column.type)
    if (column.id === 'dimension') readDimension(read, entry, cell)
  }
  const says = Object.entries(entry).some(([id, { text }]) => !textColumns.has(id) && text !== '')
  const named = (entry.name?.text ?? '') !== '' && !/^[.…·]+$/.test(entry.name?.text ?? '')
  if (!says && !named) return
  const rows = read.lists.indicators ?? []
  rows.push(joinTarget(entry))
  read.lists.indicators = rows
}

/** One cell under every column is a remark below the indicators (其他需要说明的事项), not an indicator. */
function isRemark(values: ReadonlyMap<Column, Cell>): boolean {
  return values.size > 2 && new Set(values.values()).size === 1
}

const headerWeight = /[(（]?\s*(\d+(?:\.\d+)?)\s*分?\s*[)）]?\s*$/

/** `产出指标⏎(40分)`: the dimension's name and the weight printed with it, once per merged cell. */
function readDimension(read: FormBeingRead, entry: Record<string, FormRow[string]>, cell: Cell): void {
  const weight = headerWeight.exec(foldInPlace(cell.text))
  const title = weight === null ? cell.text : foldInPlace(cell.text).slice(0, weight.index)
  const name = takeValue(read, cell, 'text', title.replace(/\s/g, ''))
  entry.dimension = { ...name, place: takeValue(read, cell, 'text').place }
  const dimensions = read.lists.dimensions ?? []
  const known = dimensions.some(
    ({ name }) => name?.place.row === cell.row && name.place.column === cell.column,
  )
  if (known || (name.text === '' && weight === null)) return
  const row: Record<string, FormRow[string]> = { name: entry.dimension }
  if (weight?.[1] !== undefined) {
    row.weight = {
      ...takeValue(read, cell, 'weight', weight[1]),
      place: placeInTable(read.grid.table, cell, cell.text.slice(weight.index).trim()),
    }
  }
  read.lists.dimensions = [...dimensions, row]
}

/** The total row may have lost cells: without a cell under 分值 or 得分 its numbers count from the left. */
function readTotal(read: FormBeingRead, header: Header<Column>, row: number): void {
  const cells = read.grid.startingIn(row)
  const label = cells.find((cell) => cell.text !== '')
  const numbers = cells.filter((cell) => cell !== label && /^[\d.\s]+分?$/.test(foldInPlace(cell.text)))
  if (label !== undefined) read.taken.add(label)
  const under = new Map([...valuesUnder(read.grid, header, row)].map(([column, cell]) => [column.id, cell]))
  const fitting = (id: string): Cell | undefined => {
    const cell = under.get(id)
    return cell !== label && cell !== undefined ? cell : undefined
  }
  const byPlace =
    numbers.length < 2 || numbers.every((cell) => [fitting('weight'), fitting('score')].includes(cell))
  const weight = byPlace ? fitting('weight') : numbers[0]
  const score = byPlace ? fitting('score') : numbers[1]
  if (weight !== undefined && !('total.weight' in read.fields)) {
    read.fields['total.weight'] = takeValue(read, weight, 'weight')
  }
  if (score !== undefined && !('total.score' in read.fields)) {
    read.fields['total.score'] = takeValue(read, score, 'score')
  }
}
