import { compare, type Decimal, toShortText } from '../../core/exact/decimal.js'
import { type CellFormula, type Condition, cellsOfFormula, type Formula } from '../../core/paper/formula.js'
import { addressOf } from './write-xml.js'

/** Where a figure stands on its sheet, 0-based. */
export type Spot = Readonly<{
  row: number
  column: number
  rowSpan: number
  /** The number in the cell; undefined for text and for nothing. */
  value: Decimal | undefined
}>

/** More than Excel takes. */
const longestFormula = 8000

const signs = { '+': '+', '-': '-', '×': '*', '÷': '/' } as const
const comparisons = { '=': '=', '≠': '<>', '≤': '<=', '≥': '>=', '<': '<', '>': '>' } as const

/**
 * A formula as a spreadsheet writes it, without the equals sign. It gives an empty text while a figure it needs is
 * missing or a divisor is zero. Undefined when one of its figures does not stand on the sheet as a number.
 */
export function renderFormula(formula: Formula, spots: ReadonlyMap<string, Spot>): string | undefined {
  const cells = cellsOfFormula(formula)
  if (cells.length === 0 || !cells.every((cell) => stands(cell, spots))) return undefined
  const conditions = conditionsOf(formula, spots)
  const when = conditions.length === 1 ? conditions[0] : `AND(${conditions.join(',')})`
  const text = `IF(${when},${render(formula, spots)},"")`
  return text.length > longestFormula ? undefined : text
}

/** True when the sheet shows the figure as the formula takes it; a blank of a sum may be left out. */
function stands({ field, value }: CellFormula, spots: ReadonlyMap<string, Spot>): boolean {
  const shown = spots.get(field)?.value
  if (value === undefined || shown === undefined) return value === shown
  return compare(shown, value) === 0
}

/** What must hold before the formula can be computed: all figures are there, no divisor is zero. */
function conditionsOf(formula: Formula, spots: ReadonlyMap<string, Spot>): string[] {
  const single = [...new Set(singleCells(formula).map(({ field }) => at(field, spots)))]
  const sums = sumsOf(formula).map((sum) => `COUNT(${rangesOf(sum, spots)})>0`)
  const divisors = divisorsOf(formula).map((divisor) => `${operand(divisor, spots)}<>0`)
  const filled = single.length === 0 ? [] : [`COUNT(${single.join(',')})=${single.length}`]
  return [...new Set([...filled, ...sums, ...divisors])]
}

function singleCells(formula: Formula): readonly CellFormula[] {
  if (formula.kind === 'cell') return [formula]
  return formula.kind === 'sum' ? [] : partsOf(formula).flatMap(singleCells)
}

function sumsOf(formula: Formula): readonly (readonly CellFormula[])[] {
  return formula.kind === 'sum' ? [formula.cells] : partsOf(formula).flatMap(sumsOf)
}

/** Divisors inside a choice are asked for only where they are not zero. */
function divisorsOf(formula: Formula): readonly Formula[] {
  if (formula.kind === 'choice') return []
  const own =
    formula.kind === 'binary' && formula.sign === '÷' && formula.right.kind !== 'number'
      ? [formula.right]
      : []
  return [...own, ...partsOf(formula).flatMap(divisorsOf)]
}

function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case 'cell':
    case 'number':
    case 'sum':
      return []
    case 'binary':
      return [formula.left, formula.right]
    case 'absolute':
    case 'rounded':
      return [formula.item]
    case 'choice':
      return [formula.when.left, formula.when.right, formula.met, formula.unmet]
    default:
      return formula.items
  }
}

function render(formula: Formula, spots: ReadonlyMap<string, Spot>): string {
  switch (formula.kind) {
    case 'cell':
      return at(formula.field, spots)
    case 'number':
      return toShortText(formula.value)
    case 'binary':
      return `${operand(formula.left, spots)}${signs[formula.sign]}${operand(formula.right, spots)}`
    case 'smallest':
    case 'largest':
      return `${formula.kind === 'smallest' ? 'MIN' : 'MAX'}(${formula.items.map((item) => render(item, spots)).join(',')})`
    case 'absolute':
      return `ABS(${render(formula.item, spots)})`
    case 'sum':
      return `SUM(${rangesOf(formula.cells, spots)})`
    case 'rounded':
      return `ROUND(${render(formula.item, spots)},${formula.decimals})`
    case 'choice':
      return `IF(${renderCondition(formula.when, spots)},${render(formula.met, spots)},${render(formula.unmet, spots)})`
  }
}

function operand(formula: Formula, spots: ReadonlyMap<string, Spot>): string {
  const text = render(formula, spots)
  return formula.kind === 'binary' || text.startsWith('-') ? `(${text})` : text
}

function renderCondition({ sign, left, right }: Condition, spots: ReadonlyMap<string, Spot>): string {
  return `${render(left, spots)}${comparisons[sign]}${render(right, spots)}`
}

function at(field: string, spots: ReadonlyMap<string, Spot>): string {
  const spot = spots.get(field)
  return spot === undefined ? '' : addressOf(spot.row, spot.column)
}

/** Cells right below each other as one range. */
function rangesOf(cells: readonly CellFormula[], spots: ReadonlyMap<string, Spot>): string {
  const ranges: { from: Spot; to: Spot }[] = []
  for (const { field } of cells) {
    const spot = spots.get(field)
    const last = ranges.at(-1)
    if (spot === undefined) continue
    if (last?.to.column === spot.column && last.to.row + last.to.rowSpan === spot.row) last.to = spot
    else ranges.push({ from: spot, to: spot })
  }
  return ranges
    .map(({ from, to }) => {
      const start = addressOf(from.row, from.column)
      return from === to ? start : `${start}:${addressOf(to.row, to.column)}`
    })
    .join(',')
}
