import type { Decimal } from '../exact/decimal.js'
import type { Comparison } from '../language/syntax.js'

/** A cell that a formula reads. */
export type CellFormula = Readonly<{
  kind: 'cell'
  /** As in `PrintedCell.field`: `totalFunds.score`, `indicators[0].score`. */
  field: string
  /** The number in the cell, `99.92%` being 0.9992; undefined for a blank or a dash, which a sum leaves out. */
  value: Decimal | undefined
}>

/** 公式: how a figure of a form follows from others; names cells by field, so that any spreadsheet can write it. */
export type Formula =
  | CellFormula
  | Readonly<{ kind: 'number'; value: Decimal }>
  | Readonly<{ kind: 'binary'; sign: '+' | '-' | '×' | '÷'; left: Formula; right: Formula }>
  | Readonly<{ kind: 'smallest' | 'largest'; items: readonly Formula[] }>
  | Readonly<{ kind: 'absolute'; item: Formula }>
  /** Blanks and words are left out; nothing at all adds up to a blank. */
  | Readonly<{ kind: 'sum'; cells: readonly CellFormula[] }>
  /** Half up, away from zero. */
  | Readonly<{ kind: 'rounded'; item: Formula; decimals: number }>
  | Readonly<{ kind: 'choice'; when: Condition; met: Formula; unmet: Formula }>

export type Condition = Readonly<{ sign: Comparison; left: Formula; right: Formula }>

/** The formula of one figure. It is blank when a figure that it needs is missing or a divisor is zero. */
export type FieldFormula = Readonly<{
  formula: Formula
  /** Shown with as many decimals as it has; otherwise as the figure is printed. */
  showsAll: boolean
}>

/** Every cell that a formula reads, in reading order. */
export function cellsOfFormula(formula: Formula): readonly CellFormula[] {
  switch (formula.kind) {
    case 'cell':
      return [formula]
    case 'number':
      return []
    case 'sum':
      return formula.cells
    case 'binary':
      return [formula.left, formula.right].flatMap(cellsOfFormula)
    case 'absolute':
    case 'rounded':
      return cellsOfFormula(formula.item)
    case 'choice':
      return [formula.when.left, formula.when.right, formula.met, formula.unmet].flatMap(cellsOfFormula)
    default:
      return formula.items.flatMap(cellsOfFormula)
  }
}
