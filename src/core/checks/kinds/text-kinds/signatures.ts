import type { Place } from '../../../document/document.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { piecesWith } from './pieces.js'
import { readSignature, type SignatureField } from './signature-line.js'
import { holdsAt, violatedAt } from './verdicts.js'

const askedFor: readonly (readonly [SignatureField['role'], string, string])[] = [
  ['date', '填报日期', '请填写填报的年月日'],
  ['head', '单位负责人签字', '请由单位负责人签字'],
  ['preparer', '填表人', '请填写填表人'],
]

/** 签章、填报日期 not empty: one outcome for each missing thing, with all its places. */
export const signatures: CheckKind = (filing) => {
  const fields = piecesWith(filing, /填\s*[表报]|负责人|经办人|制表/).flatMap((piece) =>
    (readSignature(piece.text) ?? []).map((field) => ({ ...field, place: piece.at(quoteOf(field)) })),
  )
  return askedFor.flatMap(([role, name, advice]): readonly Outcome[] => {
    const asked = fields.filter((field) => field.role === role)
    const empty = asked.filter(({ value }) => isEmpty(value))
    if (asked.length === 0) return []
    if (empty.length === 0) return [holdsAt(...asked.map(({ place }) => place))]
    return [
      missing(
        name,
        advice,
        empty.map(({ place }) => place),
      ),
    ]
  })
}

function missing(name: string, advice: string, places: readonly Place[]): Outcome {
  const where = places.length === 1 ? '' : `（共${places.length}处）`
  return violatedAt(places, `“${name}”是空的${where}。${advice}。`, { stated: '空' })
}

function quoteOf({ label, printed }: SignatureField): string {
  return printed.slice(0, printed.search(/[:：]/) + 1) || label
}

function isEmpty(value: string): boolean {
  return value.replace(/[\s_＿年月日/]/g, '') === ''
}
