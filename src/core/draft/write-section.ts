import { parseConditionSentence } from '../pack/language/parse-sentence.js'
import type { OutlineSection, ReportSentence } from '../pack/pack.js'
import {
  asked,
  type DraftParagraph,
  type DraftRun,
  type FormPlace,
  type MissingFact,
  wordsRun,
} from './draft.js'
import { claimHolds } from './evaluate.js'
import { keepWords } from './keep-words.js'
import { beginsWith, findRows, type Here, nowhere, type Row } from './rows.js'
import { fillSentence, type Said } from './say.js'
import { formsOfKind, type Sources } from './sources.js'

/** What stands below one heading. */
export type WrittenSection = Readonly<{
  paragraphs: readonly DraftParagraph[]
  forms: readonly FormPlace[]
  missing: readonly MissingFact[]
}>

/**
 * Writes the outline's sentences of a section; where they say no figure or have to ask for
 * one, the unit's own words are kept.
 * Undefined when the section's condition does not hold.
 */
export function writeSection(section: OutlineSection, sources: Sources): WrittenSection | undefined {
  if (!holds(section.when, sources, nowhere)) return undefined
  const forms = section.attachment ? [] : formPlaces(section, sources)
  const paragraphs: DraftParagraph[] = []
  const missing: MissingFact[] = []
  for (const sentence of section.sentences)
    for (const [index, said] of sayAll(sentence, sources).entries()) {
      missing.push(...said.missing.map((name) => asked(name, section.title)))
      const last = paragraphs.at(-1)
      if (sentence.follows && index === 0 && last !== undefined)
        paragraphs[paragraphs.length - 1] = { ...last, runs: [...last.runs, ...said.runs] }
      else paragraphs.push(bodyParagraph(said.runs, section.title))
    }
  const written = paragraphs.filter(({ runs }) => runs.length > 0)
  const saysFigures = written.some(({ runs }) => runs.some(({ field }) => field !== undefined))
  if (saysFigures && missing.length === 0) return { paragraphs: written, forms, missing }
  const kept = keepWords(section, sources)
  return kept.paragraphs.length > 0 ? { ...kept, forms } : { paragraphs: written, forms, missing }
}

function bodyParagraph(runs: readonly DraftRun[], section: string): DraftParagraph {
  return { kind: 'paragraph', style: 'body', runs, section, kept: false }
}

/** Places of the forms of a section's kind; of several tables of indicators those about its aspects. */
export function formPlaces({ form, aspects }: OutlineSection, sources: Sources): readonly FormPlace[] {
  if (form === undefined) return []
  return formsOfKind(sources, form)
    .filter((index) =>
      beginsWith(sources.filing.forms[index]?.lists.indicators?.[0]?.aspect?.text ?? '', aspects),
    )
    .map((index) => ({ kind: 'formPlace', form: index }))
}

function holds(when: string | undefined, sources: Sources, here: Here): boolean {
  return when === undefined || claimHolds(parseConditionSentence(when, sources.words.names), sources, here)
}

/** The paragraphs that a sentence makes: none, one, or one for each row. */
function sayAll(sentence: ReportSentence, sources: Sources): readonly Said[] {
  const { each, when, say } = sentence
  if (each === undefined) return holds(when, sources, nowhere) ? [fillSentence(say, sources, nowhere)] : []
  const rows = findRows(each, sources).filter((row) => holds(when, sources, { row, ordinal: undefined }))
  const said = rows.map((row, index) => sayRow(sentence, sources, { row, ordinal: index + 1 }))
  if (sentence.together === undefined || said.length === 0) return said
  return [joined(said, sentence)]
}

function sayRow({ say, numbered }: ReportSentence, sources: Sources, here: Here & { row: Row }): Said {
  const said = fillSentence(say, sources, here)
  return numbered ? { ...said, runs: [wordsRun(`${here.ordinal ?? 1}.`), ...said.runs] } : said
}

function joined(said: readonly Said[], { together = '', before, after }: ReportSentence): Said {
  const runs = said.flatMap((one, index) => (index === 0 ? one.runs : [wordsRun(together), ...one.runs]))
  return {
    runs: [wordsRun(before), ...runs, wordsRun(after)].filter(({ text }) => text !== ''),
    missing: said.flatMap(({ missing }) => missing),
  }
}
