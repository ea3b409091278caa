import type { CheckKind, Outcome } from '../../../law/check.js'
import { findTitles } from '../../../narrative/title.js'
import { isUnitName, sameUnit } from '../../../narrative/unit-name.js'
import { holdsAt, violatedAt } from './verdicts.js'

/** 他单位: the unit in the report's title and the unit in the forms are one. A unit inside the other counts as one. */
export const oneUnit: CheckKind = (filing) => {
  const titled = findTitles(filing.document).find(({ unit, kind }) => unit !== undefined && kind === 'report')
  const name = titled?.unit
  if (titled === undefined || name === undefined) return []
  return filing.forms.flatMap(({ fields }): readonly Outcome[] => {
    const printed = fields.unitName
    const other = printed?.text.replace(/\s/g, '') ?? ''
    if (printed === undefined || !isUnitName(other)) return []
    if (sameUnit(name, other) || other.includes(withoutEnd(name)) || name.includes(withoutEnd(other))) {
      return [holdsAt(titled.place, printed.place)]
    }
    const message = `报告标题写的是“${name}”，表里写的是“${other}”，不是同一个单位。请核对是否用错了别的单位的表。`
    return [violatedAt([printed.place, titled.place], message, { expected: name, stated: other })]
  })
}

function withoutEnd(name: string): string {
  return name.replace(/^[\u4e00-\u9fa5]{1,8}?(?:省|市|县|区|州)(?=[\u4e00-\u9fa5]{4})/, '')
}
