import { foldSigns } from './fold-signs.js'
import { kindOfHeading } from './labels.js'
import { isPersonName } from './person-name.js'

/** A cell with its place in the grid; 0-based. */
export type TableCell = Readonly<{
  row: number
  column: number
  /** 1 unless told. */
  rowSpan?: number
  columnSpan: number
  text: string
}>

type At = (row: number, column: number) => TableCell | undefined

/**
 * For each cell the texts that may say what it holds: the cell to its left, and the label that heads its column when
 * that label heads a list (its right neighbour is no value) and only values stand between.
 */
export function headingsInTable(cells: readonly TableCell[]): readonly (readonly string[])[] {
  const byPlace = new Map(cells.flatMap((cell) => placesOf(cell).map((place) => [place, cell])))
  const at: At = (row, column) => byPlace.get(`${row} ${column}`)
  const heads = headsOf(cells, at)
  return cells.map((cell) =>
    [leftOf(cell, at), heads.get(cell)].flatMap((one) => (one === undefined ? [] : [one.text])),
  )
}

const widestSpan = 200

function placesOf({ row, column, rowSpan = 1, columnSpan }: TableCell): readonly string[] {
  const rows = Array.from({ length: Math.min(rowSpan, widestSpan) }, (_, offset) => row + offset)
  const columns = Array.from({ length: Math.min(columnSpan, widestSpan) }, (_, offset) => column + offset)
  return rows.flatMap((one) => columns.map((other) => `${one} ${other}`))
}

/** The last cell above in the same column that is neither blank nor a value, where it heads a list. */
function headsOf(cells: readonly TableCell[], at: At): ReadonlyMap<TableCell, TableCell> {
  const heads = new Map<TableCell, TableCell>()
  const current = new Map<number, TableCell>()
  for (const cell of [...cells].sort((left, right) => left.row - right.row || left.column - right.column)) {
    const head = current.get(cell.column)
    if (head !== undefined && isHead(head, at)) heads.set(cell, head)
    if (cell.text.trim() === '' || isValue(cell.text)) continue
    for (let column = cell.column; column < cell.column + Math.min(cell.columnSpan, widestSpan); column++)
      current.set(column, cell)
  }
  return heads
}

/** 姓名 | 联系电话 heads a list, a label alone in its row what is below; 项目负责人 | 王小明 is a label beside its value. */
function isHead(cell: TableCell, at: At): boolean {
  if (kindOfHeading(cell.text) === undefined) return true
  const right = at(cell.row, cell.column + cell.columnSpan)
  if (right !== undefined) return right.text.trim() === '' || !isValue(right.text)
  const left = at(cell.row, cell.column - 1)
  return left === undefined || !isValue(left.text) || left.text.trim() === ''
}

const mostBlanks = 2

/** The cell to the left, past blank ones. */
function leftOf(cell: TableCell, at: At): TableCell | undefined {
  for (let column = cell.column - 1, blanks = 0; column >= 0 && blanks <= mostBlanks; column--, blanks++) {
    const left = at(cell.row, column)
    if (left !== undefined && left.text.trim() !== '') return left
  }
  return undefined
}

function isValue(text: string): boolean {
  const bare = foldSigns(text).text.replace(/\s/g, '')
  return isPersonName(bare) || !/\p{Script=Han}/u.test(bare) || bare.includes('已隐去')
}
