import { compare, decimal, toShortText } from '../../../exact/decimal.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { grades, isGrade, synonyms } from './grades.js'
import { claimsOfKind, quietAt } from './wording.js'

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
