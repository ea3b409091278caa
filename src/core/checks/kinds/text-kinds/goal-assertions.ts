import type { Filing, FormRow } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { type Assertion, assertionsIn } from './assertions.js'
import { indicatorRows } from './form-values.js'
import { reachOf } from './indicator-reach.js'
import { cannotCheckAt, holdsAt, violatedAt } from './verdicts.js'
import { holdsAny } from './word-pattern.js'

/** When the indicators speak against an assertion, when for it, and the words of what speaks against it. */
type RowEvidence = Readonly<{
  contradicted: (rows: readonly FormRow[]) => boolean
  supported: (rows: readonly FormRow[]) => boolean
  words: (count: number, short: number) => string
}>

/** One outcome for each assertion; rows that are neither against it nor for it leave it undecided. */
export function reachOutcomes(
  filing: Filing,
  assertions: readonly Assertion[],
  evidence: RowEvidence,
): readonly Outcome[] {
  const rows = indicatorRows(filing)
  return assertions.map((assertion) => {
    if (rows.length === 0 || (!evidence.contradicted(rows) && !evidence.supported(rows)))
      return cannotCheckAt(assertion.place)
    if (!evidence.contradicted(rows)) return holdsAt(assertion.place)
    const short = rows.filter((row) => reachOf(row) === 'short')
    const shown = (short.length > 0 ? short : rows).flatMap(({ actual }) =>
      actual === undefined ? [] : [actual.place],
    )
    const message = `这里写“${assertion.word}”，但${evidence.words(rows.length, short.length)}。请改写这句话，或核对指标的完成值。`
    return violatedAt([assertion.place, ...shown.slice(0, 6)], message)
  })
}

/** In a sentence only what is said of goals and indicators counts; a 实际完成情况 cell speaks of them by itself. */
export function assertionsAboutGoals(
  filing: Filing,
  definition: Parameters<CheckKind>[1],
): readonly Assertion[] {
  const subjects = wordsOf(definition, 'subjects')
  return assertionsIn(filing, definition).filter(
    ({ text, place }) => place.part.startsWith('table') || holdsAny(text, subjects),
  )
}
