import { placeInParagraph } from '../../../document/document.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { compareDays, type Day, daysIn, dayWords } from './calendar.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { holdsAny } from './word-pattern.js'

/** 截至…资产总额: the day of the balance is the last of the budget year. */
export const balanceDate: CheckKind = (filing, definition) => {
  const subjects = wordsOf(definition, 'subjects')
  const exceptions = wordsOf(definition, 'exceptions')
  const year = filing.budgetYear
  if (year === undefined) return []
  const expected: Day = { year, month: 12, day: 31 }
  return filing.narrative.sentences.flatMap(({ text, paragraph }): readonly Outcome[] => {
    const [first] = daysIn(text)
    if (first === undefined || !/截[至止]\s*$/.test(text.slice(0, first.index))) return []
    if (!holdsAny(text, subjects) || holdsAny(text, exceptions)) return []
    const place = placeInParagraph(paragraph, first.printed)
    if (compareDays(first, expected) === 0) return [holdsAt(place)]
    const message = `这里的数据截至${dayWords(first)}，而评价年度末是${dayWords(expected)}。请核对日期和数据是不是本年度末的。`
    return [
      violatedAt([place], message, {
        severity: 'warning',
        expected: dayWords(expected),
        stated: dayWords(first),
      }),
    ]
  })
}
