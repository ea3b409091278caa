import type { CellKey, FormContent } from '../../../core/editing/content.js'
import { parseDecimal, powerOfTen, roundTo, toText } from '../../../core/exact/decimal.js'
import type { FactRule, Pack } from '../../../core/pack/pack.js'
import { findListCell } from '../../changes/cell-keys.js'
import type { LedgerAmount } from '../../opening/filing-whole.js'

/**
 * 执行数: this year's amount of the ledger for a cell, in the form's unit and with its decimals. Undefined where the
 * pack does not say that the cell states a quantity of the year, or the ledger has no such amount.
 */
export function findLedgerValue(
  form: FormContent,
  key: CellKey,
  { pack, ledger }: { pack: Pack; ledger: readonly LedgerAmount[] },
): string | undefined {
  const rule = ruleOf(form, key, pack)
  if (rule === undefined) return undefined
  const amount = ledger.find(
    ({ quantity, stage }) => quantity === rule.quantity && stage === (rule.stage ?? stage),
  )
  return amount === undefined ? undefined : inUnit(amount, pack.amounts)
}

function ruleOf(form: FormContent, key: CellKey, pack: Pack): FactRule | undefined {
  const place = findListCell(form, key)
  const field = place === undefined ? key.slice(form.id.length + 1) : place.column
  return pack.facts.find(
    (rule) =>
      rule.year === 'current' &&
      rule.field === field &&
      rule.list === place?.list &&
      rule.subject === undefined,
  )
}

const powers: Readonly<Record<string, number>> = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 }

function inUnit(
  { amount, unit }: LedgerAmount,
  { unit: wanted, decimals }: Pack['amounts'],
): string | undefined {
  const value = parseDecimal(amount.replace(/[,，\s]/g, ''))
  if (value === undefined) return undefined
  const shift = (powers[unit] ?? 0) - (powers[wanted] ?? 0)
  const moved =
    shift <= 0
      ? { digits: value.digits, scale: value.scale - shift }
      : { digits: value.digits * powerOfTen(shift), scale: value.scale }
  return toText(roundTo(moved, decimals))
}
