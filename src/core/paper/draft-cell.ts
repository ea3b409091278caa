import type { FieldType } from '../pack/layout.js'
import type { PrintedCell } from './printed.js'

/** Words longer than this are set at the left. */
export const longText = 20

/** A cell before its place in the grid is known. */
export type DraftCell = Readonly<{
  text: string
  kind: PrintedCell['kind']
  align: PrintedCell['align']
  /** Holds a value that somebody filled in. */
  filled: boolean
  field: string | undefined
  /** What stands in front of the value of `field` in the same cell; undefined where the text is not that value. */
  before: string | undefined
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
    before: undefined,
    type: undefined,
    span,
    down,
  }
}
