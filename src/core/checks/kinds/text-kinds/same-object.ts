import { type Place, placeInParagraph } from '../../../document/document.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckKind, Outcome, Severity } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { recordsOf, type WordRecord } from './records.js'
import { sectionsAbout } from './section-text.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { anyOf, holdsAny } from './word-pattern.js'

type Statement = Readonly<{ text: string; at: (word: string) => Place }>

type Pair = Readonly<{ goals: readonly Statement[]; results: readonly Statement[] }>

/**
 * 目标对象与完成对象: of words that exclude each other (养老保险, 医疗保险) the goal and what was accomplished must
 * share one. Asked for the two halves of each goal box, and for the goal and accomplishment sections of the prose.
 */
export const sameObject: CheckKind = (filing, definition) => {
  const pairs = [...goalBoxes(filing), sectionsPair(filing, definition)]
  const groups = recordsOf(definition, 'groups')
  return pairs.flatMap((pair) => groups.flatMap((group) => groupOutcome(pair, group)))
}

function groupOutcome({ goals, results }: Pair, group: WordRecord): readonly Outcome[] {
  const words = group.words ?? []
  const wanted = words.filter((word) => goals.some(({ text }) => text.includes(word)))
  const done = words.filter((word) => results.some(({ text }) => text.includes(word)))
  if (wanted.length === 0 || done.length === 0) return []
  const places = [...placesOf(results, done), ...placesOf(goals, wanted)]
  if (wanted.some((word) => done.includes(word))) return [holdsAt(...places)]
  const message = `绩效目标写的是“${wanted.join('、')}”，完成情况写的是“${done.join('、')}”，不是同一件事。请核对写错了哪一处，改成一致。`
  const severity: Severity = group.severity?.[0] === 'error' ? 'error' : 'warning'
  return [violatedAt(places, message, { severity, expected: wanted.join('、'), stated: done.join('、') })]
}

function placesOf(statements: readonly Statement[], words: readonly string[]): readonly Place[] {
  return statements.flatMap(({ text, at }) => {
    const word = words.find((candidate) => text.includes(candidate))
    return word === undefined ? [] : [at(word)]
  })
}

function goalBoxes({ forms }: Filing): readonly Pair[] {
  return forms.flatMap(({ fields }) => {
    const goal = fields.expectedGoal
    const result = fields.actualAccomplishment
    if (goal === undefined || result === undefined) return []
    return [{ goals: [statementOf(goal)], results: [statementOf(result)] }]
  })
}

function statementOf({ text, place }: { text: string; place: Place }): Statement {
  return { text, at: (quote) => ({ ...place, quote }) }
}

/** Sentences that only repeat indicators say nothing about what was really done, nor about what was wanted. */
function sectionsPair(filing: Filing, definition: Parameters<CheckKind>[1]): Pair {
  const doneTitles = anyOf(wordsOf(definition, 'accomplishmentTitles'))
  const skipped = wordsOf(definition, 'skippedWords')
  const goalSections = filing.narrative.sections.filter(
    ({ title, paragraphs }) =>
      /目标$/.test(title) && !doneTitles.test(title) && paragraphs.length <= longestGoal,
  )
  const pick = (sections: Filing['narrative']['sections']): readonly Statement[] => {
    const paragraphs = new Set(sections.flatMap((section) => section.paragraphs))
    return [...paragraphs]
      .filter(({ text }) => !holdsAny(text, skipped))
      .map((paragraph) => ({
        text: paragraph.text,
        at: (quote: string) => placeInParagraph(paragraph, quote),
      }))
  }
  return { goals: pick(goalSections), results: pick(sectionsAbout(filing, doneTitles)) }
}

const longestGoal = 6
