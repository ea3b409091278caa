import { compare, type Decimal, decimal, zero } from '../exact/decimal.js'
import { convert } from '../exact/unit.js'
import type { FieldValue } from '../filing/filing.js'
import { type CellInSight, cellsOfSum } from '../language/evaluate.js'
import { findCell, type Sight } from '../language/form-values.js'
import type { NumberRule, Reference, SumTerm } from '../language/rule.js'
import type { FieldType } from '../pack/layout.js'
import type { CellFormula, Formula } from './formula.js'
import { parsePrintedNumber } from './printed-number.js'

/** The field that a reference means, as printed forms name it; undefined for the heading of a group. */
export function fieldOf(reference: Reference, sight: Sight): string | undefined {
  if (reference.kind === 'field') return reference.id
  const { row, form } = sight
  const index = row === undefined ? -1 : (form.lists[reference.list]?.indexOf(row) ?? -1)
  return index < 0 ? undefined : `${reference.list}[${index}].${reference.column}`
}

/**
 * A figure as a cell holds it and as rules read it: the rule's value is the cell's × 10^`tenPower`.
 * Undefined when the cell holds no plain number or the two differ otherwise.
 */
export type CellFigure = Readonly<{ value: Decimal; tenPower: number }>

export function figureOf(
  cell: FieldValue | undefined,
  { type, amountUnit }: Readonly<{ type: FieldType; amountUnit: string }>,
): CellFigure | undefined {
  if (cell?.stated.kind !== 'number' || cell.stated.approximation !== undefined) return undefined
  const printed = parsePrintedNumber(cell.text)
  if (printed === undefined) return undefined
  const percent = printed.format.endsWith('%')
  if (type === 'percent') {
    const isShare = compare(printed.value, zero) > 0 && compare(printed.value, decimal('1')) <= 0
    return { value: printed.value, tenPower: percent || isShare ? 0 : -2 }
  }
  if (type === 'amount' && !isInUnit(cell.unit, amountUnit)) return undefined
  return { value: printed.value, tenPower: percent ? 2 : 0 }
}

function isInUnit(unit: string | undefined, amountUnit: string): boolean {
  return unit === undefined || convert(decimal('1'), unit, amountUnit)?.digits === 1n
}

/** The formula of an expression of a rule sentence; undefined when a cell of it holds no plain number. */
export function formulaOf(rule: NumberRule, sight: Sight): Formula | undefined {
  switch (rule.kind) {
    case 'constant':
      return { kind: 'number', value: rule.value }
    case 'reference':
      return formulaOfCell(rule.reference, sight)
    case 'binary':
      return formulaOfBinary(rule, sight)
    case 'smallest':
    case 'largest': {
      const items = rule.items.map((item) => formulaOf(item, sight))
      return items.every((item) => item !== undefined) ? { kind: rule.kind, items } : undefined
    }
    case 'absolute': {
      const item = formulaOf(rule.item, sight)
      return item && { kind: 'absolute', item }
    }
    case 'sum':
      return formulaOfSum(rule.terms, sight)
    case 'count':
      return undefined
  }
}

function formulaOfBinary(rule: Extract<NumberRule, { kind: 'binary' }>, sight: Sight): Formula | undefined {
  const left = formulaOf(rule.left, sight)
  const right = formulaOf(rule.right, sight)
  return left && right && { kind: 'binary', sign: rule.sign, left, right }
}

function formulaOfCell(reference: Reference, sight: Sight): Formula | undefined {
  const field = fieldOf(reference, sight)
  const figure = figureOf(findCell(reference, sight), { type: reference.type, amountUnit: sight.amountUnit })
  if (field === undefined || figure === undefined) return undefined
  return shifted({ kind: 'cell', field, value: figure.value }, figure.tenPower)
}

/** A formula times a power of ten. */
export function shifted(formula: Formula, tenPower: number): Formula {
  if (tenPower === 0) return formula
  const factor = { kind: 'number', value: decimal(`1${'0'.repeat(Math.abs(tenPower))}`) } as const
  return { kind: 'binary', sign: tenPower > 0 ? '×' : '÷', left: formula, right: factor }
}

function formulaOfSum(terms: readonly SumTerm[], sight: Sight): Formula | undefined {
  const cells: CellFormula[] = []
  for (const inSight of cellsOfSum(terms, sight)) {
    if (findCell(inSight.reference, inSight.sight) === undefined) continue
    const cell = cellOfSum(inSight)
    if (cell === undefined) return undefined
    cells.push(cell)
  }
  return cells.some(({ value }) => value !== undefined) ? { kind: 'sum', cells } : undefined
}

function cellOfSum({ reference, sight }: CellInSight): CellFormula | undefined {
  const field = fieldOf(reference, sight)
  const cell = findCell(reference, sight)
  if (field === undefined || cell === undefined || cell.stated.kind === 'text') return undefined
  if (cell.stated.kind !== 'number') return { kind: 'cell', field, value: undefined }
  const figure = figureOf(cell, { type: reference.type, amountUnit: sight.amountUnit })
  return figure?.tenPower === 0 ? { kind: 'cell', field, value: figure.value } : undefined
}
