import type { Filing } from '../filing/filing.js'
import { makeVocabulary, type Vocabulary } from '../language/vocabulary.js'
import type { Pack, ReportOutline } from '../pack/pack.js'
import { onceFor } from '../remember.js'
import { makeReportWords, type ReportWords } from '../report-language/report-words.js'

/** Everything a draft is made from, seen through the words of one report outline. */
export type Sources = Readonly<{
  filing: Filing
  /** Of field keys: empty, or `lastYear.`. */
  prefix: string
  pack: Pack
  report: ReportOutline
  packs: readonly Pack[]
  words: ReportWords
  lastYear: Sources | undefined
}>

/** The names of a pack's form, collected once. */
export const vocabularyOf = onceFor((pack: Pack): Vocabulary => makeVocabulary(pack.blocks, pack.groups))

type FilingsAndPacks = Readonly<{
  filing: Filing
  lastYear: Filing | undefined
  pack: Pack
  packs: readonly Pack[]
}>

/** Sources of a report written by the outline of `pack`; undefined when the pack has none. */
export function makeSources({ filing, lastYear, pack, packs }: FilingsAndPacks): Sources | undefined {
  const { report } = pack
  if (report === undefined) return undefined
  const known = (form: string): readonly Vocabulary[] =>
    packs.filter((candidate) => candidate.form === form).map(vocabularyOf)
  const words = makeReportWords(report, vocabularyOf(pack), known)
  const base = { pack, report, packs, words }
  const before: Sources | undefined = lastYear && {
    ...base,
    filing: lastYear,
    prefix: 'lastYear.',
    lastYear: undefined,
  }
  return { ...base, filing, prefix: '', lastYear: before }
}

/** Indices in `filing.forms` of the forms of a kind, in reading order. */
export function formsOfKind({ filing }: Sources, kind: string): readonly number[] {
  return filing.forms.flatMap(({ form }, index) => (form === kind ? [index] : []))
}

/** The pack of a filled form; undefined for a form of an unknown kind. */
export function packOfForm({ filing, packs }: Sources, index: number): Pack | undefined {
  const id = filing.forms[index]?.pack
  return packs.find((pack) => pack.id === id)
}
