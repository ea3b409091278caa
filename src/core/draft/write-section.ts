import { parseConditionSentence } from '../language/parse-sentence.js'
import type { OutlineSection, ReportSentence } from '../pack/pack.js'
import {
  asked,
  type DraftParagraph,
  type DraftRun,
  type FormPlace,
  type MissingFact,
  wordsRun,
} from './draft.js'
import { claimHolds, findRows } from './evaluate.js'
import { keepWords } from './keep-words.js'
import { beginsWith, type Here, nowhere, type Row } from './rows.js'
import { fillSentence, type Said } from './say.js'
import { formsOfKind, type Sources } from './sources.js'

/** What stands below one heading. */
export type WrittenSection = Readonly<{
  paragraphs: readonly DraftParagraph[]
  forms: readonly FormPlace[]
  missing: readonly MissingFact[]
}>

/**
 * Writes the outline's sentences of a section. Where one of them says no figure or has to ask for one, the unit's own
 * words take its place, if it wrote any. Undefined when the section's condition does not hold.
 */
export function writeSection(section: OutlineSection, sources: Sources): WrittenSection | undefined {
  if (!holds(section.when, sources, nowhere)) return undefined
  const forms = section.attachment ? [] : formPlaces(section, sources)
  const said = saySentences(section, sources)
  const own = said.filter(({ missing, runs }) => missing.length === 0 && hasField(runs))
  const kept = own.length < said.length || said.length === 0 ? keepWords(section, sources) : undefined
  if (kept === undefined || kept.paragraphs.length === 0) return { ...joinSaid(said, section.title), forms }
  const first = said.findIndex((one) => !own.includes(one))
  const before = joinSaid(said.slice(0, Math.max(0, first)), section.title)
  const after = joinSaid(
    said.slice(Math.max(0, first)).filter((one) => own.includes(one)),
    section.title,
  )
  return {
    paragraphs: [...before.paragraphs, ...kept.paragraphs, ...after.paragraphs],
    forms,
    missing: kept.missing,
  }
}

type SaidOnce = Said & Readonly<{ follows: boolean }>

function saySentences({ sentences }: OutlineSection, sources: Sources): readonly SaidOnce[] {
  return sentences
    .flatMap((sentence) =>
      sayAll(sentence, sources).map((said, index) => ({ ...said, follows: sentence.follows && index === 0 })),
    )
    .filter(({ runs }) => runs.length > 0)
}

function hasField(runs: readonly DraftRun[]): boolean {
  return runs.some(({ field }) => field !== undefined)
}

function joinSaid(said: readonly SaidOnce[], section: string): Omit<WrittenSection, 'forms'> {
  const paragraphs: DraftParagraph[] = []
  for (const { runs, follows } of said) {
    const last = paragraphs.at(-1)
    if (follows && last !== undefined)
      paragraphs[paragraphs.length - 1] = { ...last, runs: [...last.runs, ...runs] }
    else paragraphs.push(bodyParagraph(runs, section))
  }
  return { paragraphs, missing: said.flatMap(({ missing }) => missing.map((gap) => asked(gap, section))) }
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
