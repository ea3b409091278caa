import { compare, toShortText } from '../../../exact/decimal.js'
import type { CheckKind } from '../../../law/check.js'
import { placesOf } from '../../outcome.js'
import { adjustmentRow, amountOf, basicChange } from './budget-adjustment.js'

/** STR-06: the adjustment row holds the adjustment, not the expenditure itself. */
export const adjustmentNotExpenditure: CheckKind = (filing) => {
  const row = adjustmentRow(filing)
  const numbers = row?.cells.filter((cell) => cell.stated.kind === 'number') ?? []
  if (row === undefined || numbers.length === 0) return []
  const change = basicChange(filing)
  const basics = filing.facts.filter(({ quantity, subject }) => quantity === 'basicExpenditure' && !subject)
  const copied = numbers.filter((cell) => {
    const value = amountOf(cell)
    return (
      value !== undefined &&
      value.digits !== 0n &&
      basics.some(({ stated }) => compare(stated.value, value) === 0)
    )
  })
  if (copied.length === 0) return [{ verdict: 'holds', places: placesOf(numbers), message: '' }]
  const [first] = copied
  return [
    {
      verdict: 'violated',
      places: placesOf([...copied, ...row.cells]),
      message: `“部门基本支出预算调整”填的 ${first?.text} 是基本支出本身，不是调整数。请填年中调增（减）了多少${change === undefined ? '' : `：全年基本支出预算减年初数是 ${toShortText(change)} 万元`}。`,
      ...(change === undefined ? {} : { expected: toShortText(change) }),
      stated: first?.text ?? '',
      unit: '万元',
    },
  ]
}
