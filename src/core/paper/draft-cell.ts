import type { FieldType } from '../pack/layout.js'
import type { PrintedCell } from './printed.js'

/** A cell before its place in the grid is known. */
export type DraftCell = Readonly<{
  text: string
  kind: PrintedCell['kind']
  align: PrintedCell['align']
  /** Holds a value that somebody filled in. */
  filled: boolean
  field: string | undefined
  type: FieldType | undefined
  span: number
  down: number
}>

/** A row of cells from the left; places that a cell above still covers are skipped. */
export type DraftRow = Readonly<{ cells: readonly DraftCell[]; header: boolean; ifUsed: boolean }>

/** An empty or worded label cell. */
export function labelCell(text: string, { span = 1, down = 1 } = {}): DraftCell {
  return {
    text,
    kind: 'label',
    align: 'center',
    filled: false,
    field: undefined,
    type: undefined,
    span,
    down,
  }
}
