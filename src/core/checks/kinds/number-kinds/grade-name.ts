import type { CheckKind, Outcome } from '../../../law/check.js'
import { isGrade, synonyms } from './grades.js'
import { claimsOfKind, quietAt } from './wording.js'

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
