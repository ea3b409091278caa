import { foldSigns } from './fold-signs.js'
import { kindOfHeading } from './labels.js'
import { isPersonName } from './person-name.js'

/** A cell with its place in the grid; 0-based. */
export type TableCell = Readonly<{ row: number; column: number; columnSpan: number; text: string }>

/**
 * For each cell the texts that may say what it holds: the cell to its left, and the label that heads its column when
 * that label heads a list (its right neighbour is no value) and only values stand between.
 */
export function headingsInTable(cells: readonly TableCell[]): readonly (readonly string[])[] {
  const byPlace = new Map(
    cells.flatMap((cell) => columnsOf(cell).map((column) => [`${cell.row} ${column}`, cell])),
  )
  const at = (row: number, column: number) => byPlace.get(`${row} ${column}`)
  return cells.map((cell) => {
    const left = leftOf(cell, at)
    const head = headOf(cell, at)
    return [left, head].flatMap((one) => (one === undefined || one.text.trim() === '' ? [] : [one.text]))
  })
}

type At = (row: number, column: number) => TableCell | undefined

function columnsOf({ column, columnSpan }: TableCell): readonly number[] {
  return Array.from({ length: Math.min(columnSpan, 100) }, (_, offset) => column + offset)
}

function headOf(cell: TableCell, at: At): TableCell | undefined {
  for (let row = cell.row - 1; row >= 0; row--) {
    const above = at(row, cell.column)
    if (above === undefined || above.text.trim() === '' || isValue(above.text)) continue
    return isHead(above, at) ? above : undefined
  }
  return undefined
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
