import { parseStated, type Stated } from '../exact/stated.js'
import type { FieldValue, FormRow } from '../filing/filing.js'

const signs = /^(?:[≥≤=＝＞＜><]|>=|<=|大于等于|小于等于|等于|大于|小于)$/

/**
 * Forms with columns of their own for 指标性质 (≥) and 度量单位 print a bare number as target: sign, number and unit
 * are put together again. A target changed during the year (调整后指标值) takes the place of the first one, which
 * stays as `initialTarget`. Text and place remain those of the printed cell.
 */
export function joinTarget(row: FormRow): FormRow {
  const adjusted = row.adjustedTarget?.stated.kind === 'blank' ? undefined : row.adjustedTarget
  const target = adjusted ?? row.target
  const sign = signOf(row.nature)
  const unit = row.unit?.text.replace(/\s/g, '') ?? ''
  return {
    ...row,
    ...(adjusted !== undefined && row.target !== undefined ? { initialTarget: row.target } : {}),
    ...(target === undefined ? {} : { target: restated(target, sign, unit) }),
    ...(row.actual === undefined ? {} : { actual: restated(row.actual, '', unit) }),
  }
}

function signOf(nature: FieldValue | undefined): string {
  const text = nature?.text.replace(/\s/g, '') ?? ''
  return signs.test(text) ? text : ''
}

function restated(value: FieldValue, sign: string, unit: string): FieldValue {
  const { stated } = value
  if (stated.kind !== 'number') return value
  const ownSign = stated.relation === undefined ? sign : ''
  const ownUnit = stated.unit === undefined ? unit : ''
  if (ownSign === '' && ownUnit === '') return value
  const joined: Stated = parseStated(`${ownSign}${value.text.trim()}${ownUnit}`)
  return joined.kind === 'number' ? { ...value, stated: joined, unit: joined.unit ?? value.unit } : value
}
