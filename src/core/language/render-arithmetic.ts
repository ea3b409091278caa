import { toShortText } from '../exact/decimal.js'
import { compareRational } from '../exact/rational.js'
import type { FieldValue } from '../filing/filing.js'
import { cellsOfSum, evaluate } from './evaluate.js'
import { findCell, readNumber, type Sight } from './form-values.js'
import type { NumberRule, Reference } from './rule.js'

const longestSum = 8

/** An expression with the numbers of a form filled in: `10 × 2225.97 ÷ 2227.73`. */
export function renderArithmetic(rule: NumberRule, sight: Sight): string {
  switch (rule.kind) {
    case 'constant':
      return rule.text
    case 'reference':
      return printedNumber(findCell(rule.reference, sight), rule.reference, sight)
    case 'binary':
      return `${operand(rule.left, rule.sign, sight)} ${rule.sign} ${operand(rule.right, rule.sign, sight)}`
    case 'smallest':
    case 'largest':
      return renderExtreme(rule, sight)
    case 'absolute':
      return `|${renderArithmetic(rule.item, sight)}|`
    case 'sum':
      return renderSum(rule, sight)
    case 'count':
      return `${rule.name}的个数`
  }
}

function operand(rule: NumberRule, sign: string, sight: Sight): string {
  const shown = renderArithmetic(rule, sight)
  const looser = rule.kind === 'sum' || (rule.kind === 'binary' && (rule.sign === '+' || rule.sign === '-'))
  return looser && sign !== '+' && shown.includes(' ') ? `(${shown})` : shown
}

/** As printed, with the percent sign that its column implies. */
export function printedNumber(cell: FieldValue | undefined, reference: Reference, sight: Sight): string {
  if (cell?.stated.kind !== 'number') return '空'
  const known = readNumber(cell, reference.type, sight.amountUnit)
  if (reference.type === 'amount') return known === undefined ? cell.text : toPrinted(cell, known)
  const shown = toPrinted(cell, cell.stated.value)
  return reference.type === 'percent' && cell.stated.unit === '%' ? `${shown}%` : shown
}

function toPrinted(cell: FieldValue, value: Parameters<typeof toShortText>[0]): string {
  const approximate = cell.stated.kind === 'number' && cell.stated.approximation !== undefined
  return approximate ? cell.text : toShortText(value)
}

/** Only the item that decides: 10 × 1 where more than all was spent. */
function renderExtreme(rule: Extract<NumberRule, { kind: 'smallest' | 'largest' }>, sight: Sight): string {
  const direction = rule.kind === 'smallest' ? 1 : -1
  let chosen: NumberRule | undefined
  let best: ReturnType<typeof evaluate>
  for (const item of rule.items) {
    const value = evaluate(item, sight)
    if (value === undefined) continue
    if (best !== undefined && compareRational(value, best) * direction >= 0) continue
    best = value
    chosen = item
  }
  return chosen === undefined ? '空' : renderArithmetic(chosen, sight)
}

function renderSum(rule: Extract<NumberRule, { kind: 'sum' }>, sight: Sight): string {
  const shown = cellsOfSum(rule.terms, sight).flatMap(({ reference, sight: own }) => {
    const cell = findCell(reference, own)
    return cell?.stated.kind === 'number' ? [printedNumber(cell, reference, own)] : []
  })
  if (shown.length <= longestSum) return shown.join(' + ')
  return `${shown.slice(0, 3).join(' + ')} + … + ${shown.at(-1)}（共 ${shown.length} 项）`
}
