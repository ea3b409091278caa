import { compare, decimal, subtract, toShortText } from '../../../exact/decimal.js'
import type { FieldValue, Filing } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { claimsOfKind, placesOfFacts, quietAt } from './wording.js'

const grades = ['优', '良', '中', '差'] as const
const synonyms: Readonly<Record<string, (typeof grades)[number]>> = {
  优秀: '优',
  优等: '优',
  良好: '良',
  中等: '中',
  较差: '差',
}

/** SCR-06: the grade is called 优, 良, 中 or 差. */
export const gradeName: CheckKind = (filing) =>
  claimsOfKind(filing, 'score').flatMap(({ grade, place }): readonly Outcome[] => {
    if (grade === undefined) return []
    if (isGrade(grade)) return [quietAt('holds', [place])]
    const right = synonyms[grade]
    return [
      {
        verdict: 'violated',
        places: [{ ...place, quote: grade }],
        message: `等级写“${grade}”。规范的等级名称是优、良、中、差${right === undefined ? '' : `，请写“${right}”`}。`,
        expected: right ?? '优、良、中、差',
        stated: grade,
      },
    ]
  })

function isGrade(text: string): text is (typeof grades)[number] {
  return grades.some((grade) => grade === text)
}

/** SCR-06: the grade fits the score: 优 from 90, 良 from 80, 中 from 60, 差 below. */
export const gradeFitsScore: CheckKind = (filing) =>
  claimsOfKind(filing, 'score').flatMap(({ total, grade, place }): readonly Outcome[] => {
    const stated = grade === undefined ? undefined : isGrade(grade) ? grade : synonyms[grade]
    if (total === undefined || stated === undefined || total.stated.approximation !== undefined) return []
    const score = total.stated.value
    if (compare(score, decimal('100')) > 0) return []
    const expected = [90, 80, 60].findIndex((least) => compare(score, decimal(String(least))) >= 0)
    const right = grades[expected < 0 ? 3 : expected] ?? '差'
    if (stated === right) return [quietAt('holds', [place])]
    return [
      {
        verdict: 'violated',
        places: [place],
        message: `得分 ${toShortText(score)} 分，等级写“${grade}”；按 90 分以上优、80–90 分良、60–80 分中、60 分以下差，应为“${right}”。请核对得分和等级。`,
        expected: right,
        stated: grade ?? '',
      },
    ]
  })

/** SCR-05: the total score in the text is the one on the form. Asked only where it is clear which form is meant. */
export const proseScoreIsFormScore: CheckKind = (filing) => {
  const totals = formTotals(filing)
  return claimsOfKind(filing, 'score').flatMap(({ total, place }): readonly Outcome[] => {
    if (total === undefined || totals.length === 0) return []
    const stated = total.stated.value
    const same = totals.find(({ value }) => compare(value, stated) === 0)
    if (same !== undefined) return [quietAt('holds', [place, same.field.place])]
    const [only, ...more] = totals
    if (only === undefined || more.length > 0) return [quietAt('cannotCheck', [place])]
    return [
      {
        verdict: 'violated',
        places: [...placesOfFacts([total]), only.field.place],
        message: `正文写“${total.place.quote}”，自评表总分是 ${toShortText(only.value)} 分，相差 ${toShortText(subtract(stated, only.value)).replace('-', '')} 分。请按自评表统一。`,
        expected: toShortText(only.value),
        stated: toShortText(stated),
        difference: toShortText(subtract(stated, only.value)),
        unit: '分',
      },
    ]
  })
}

function formTotals(filing: Filing): readonly { field: FieldValue; value: ReturnType<typeof decimal> }[] {
  return filing.forms.flatMap(({ fields }) => {
    const field = fields['total.score']
    return field?.stated.kind === 'number' ? [{ field, value: field.stated.value }] : []
  })
}
