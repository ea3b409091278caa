import type { PrintedParagraph, Run } from '../paper/printed.js'

/** Where a form of the filing is printed inside the report; `form` is its index in `filing.forms`. */
export type FormPlace = Readonly<{ kind: 'formPlace'; form: number }>

export type DraftBlock = PrintedParagraph | FormPlace

/** A fact that the report needs and that nothing says, or that the forms state in two ways. */
export type MissingFact = Readonly<{
  /** As it stands in the draft after 请填写 or 请核对. */
  name: string
  /** Title of the section that needs it. */
  section: string
  /** `notStated`: nothing says it. `contradicted`: the filing states it in two ways. `fromLastYear`: words taken over. */
  reason: 'notStated' | 'contradicted' | 'fromLastYear'
  /** One Chinese sentence for the writer: what to do, and for a contradiction what does not agree. */
  message: string
}>

/** 报告初稿: every figure bound to its field; what is not known is asked for by name. */
export type Draft = Readonly<{
  paragraphs: readonly PrintedParagraph[]
  /** The same paragraphs with the places of the forms between them, in reading order. */
  blocks: readonly DraftBlock[]
  missing: readonly MissingFact[]
}>

/** A run with the name of what it says, for the words of a question. */
export type DraftRun = Run & Readonly<{ label: string | undefined }>

/** A paragraph in the making. `kept`: the unit's own words, taken over as they are. */
export type DraftParagraph = Readonly<{
  kind: 'paragraph'
  style: PrintedParagraph['style']
  runs: readonly DraftRun[]
  section: string
  kept: boolean
}>

/** Words of ours. */
export function wordsRun(text: string): DraftRun {
  return { text, field: undefined, label: undefined }
}

/** A fact that a sentence lacks; `conflict` says why when the filing states it in several ways. */
export type Gap = Readonly<{ name: string; conflict: string | undefined }>

/** `〔请填写：…〕` or `〔请核对：…〕`: a gap that cannot be overlooked. */
export function askRun({ name, conflict }: Gap): DraftRun {
  return wordsRun(conflict === undefined ? `〔请填写：${name}〕` : `〔请核对：${name}〕`)
}

/** The question that belongs to {@link askRun}. */
export function asked({ name, conflict }: Gap, section: string): MissingFact {
  if (conflict !== undefined) return { name, section, reason: 'contradicted', message: conflict }
  const message = `“${section}”里要写“${name}”，表和正文里都没有找到。请填写；没有这项情况的，请删去这一句。`
  return { name, section, reason: 'notStated', message }
}

/** All words of a paragraph. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}
