import { parseStated } from '../exact/stated.js'
import type { Claim } from '../filing/claim.js'
import type { FieldValue, FormRow } from '../filing/filing.js'
import type { ListWords } from '../language/vocabulary.js'
import { findLists } from '../report-language/report-words.js'
import { formsOfKind, packOfForm, type Sources, vocabularyOf } from './sources.js'

/** A row of a list with the names of its columns, or one form of several of its kind. */
export type Row = Readonly<{
  /** Index of its form in `filing.forms`; undefined for rows that only the prose states. */
  form: number | undefined
  list: ListWords | undefined
  cells: FormRow
  /** Field key without prefix: `forms[1].indicators[0]`. */
  field: string
}>

/** Where a sentence stands: inside `each` with the row in hand. */
export type Here = Readonly<{ row: Row | undefined; ordinal: number | undefined }>

export const nowhere: Here = { row: undefined, ordinal: undefined }

/** The rows of a list or of a kind of form, spare rows left out. */
export function rowsOf(word: string, sources: Sources): readonly Row[] {
  const form = sources.report.forms.find(({ name }) => name === word)
  if (form !== undefined)
    return formsOfKind(sources, form.id).map((index) => ({
      form: index,
      list: undefined,
      cells: {},
      field: `forms[${index}]`,
    }))
  return listRows(word, sources)
}

/** True when the words begin with one of these, spaces apart, or when there are none to begin with. */
export function beginsWith(text: string, words: readonly string[]): boolean {
  const bare = text.replace(/\s/g, '')
  return words.length === 0 || words.some((word) => bare.startsWith(word))
}

function listRows(word: string, sources: Sources): readonly Row[] {
  const dot = word.indexOf('.')
  const formWord = dot < 0 ? undefined : word.slice(0, dot)
  const kind =
    formWord === undefined
      ? sources.pack.form
      : sources.report.forms.find(({ name }) => name === formWord)?.id
  const indices = kind === undefined ? [] : formsOfKind(sources, kind)
  if (indices.length > 0) return indices.flatMap((index) => rowsOfForm(word.slice(dot + 1), index, sources))
  const list = findLists(word, sources.words)[0]
  return list?.id === 'indicators' && formWord === undefined ? indicatorsInProse(list, sources) : []
}

function rowsOfForm(name: string, form: number, sources: Sources): readonly Row[] {
  const pack = packOfForm(sources, form)
  const list = pack && vocabularyOf(pack).lists.get(name)
  if (list === undefined) return []
  const rows = sources.filing.forms[form]?.lists[list.id] ?? []
  return rows.flatMap((cells, position) =>
    isSpare(cells) ? [] : [{ form, list, cells, field: `forms[${form}].${list.id}[${position}]` }],
  )
}

/** Labels of a row; a row with nothing else is a spare one. */
const labelColumns = new Set(['dimension', 'aspect', 'name', 'weight', 'number'])

function isSpare(cells: FormRow): boolean {
  const filled = Object.entries(cells).filter(([, { stated }]) => stated.kind !== 'blank')
  return filled.every(([column]) => labelColumns.has(column))
}

type IndicatorClaim = Extract<Claim, { kind: 'indicator' }>

/** Indicators set out in prose: target in one sentence, actual value in another, joined by the indicator's name. */
function indicatorsInProse(list: ListWords, { filing }: Sources): readonly Row[] {
  const rows = new Map<string, Row>()
  filing.narrative.claims.forEach((claim, index) => {
    if (claim.kind !== 'indicator') return
    const before = rows.get(claim.name)
    const cells = { ...cellsOf(claim), ...before?.cells, ...actualOf(claim) }
    rows.set(claim.name, {
      form: undefined,
      list,
      cells,
      field: before?.field ?? `narrative.claims[${index}]`,
    })
  })
  return [...rows.values()]
}

function cellsOf(claim: IndicatorClaim): FormRow {
  return {
    name: proseCell(claim.name, claim),
    ...(claim.aspect === undefined ? {} : { aspect: proseCell(claim.aspect, claim) }),
    ...(claim.target === undefined ? {} : { target: proseCell(claim.target, claim) }),
  }
}

function actualOf(claim: IndicatorClaim): FormRow {
  return claim.actual === undefined ? {} : { actual: proseCell(claim.actual, claim) }
}

function proseCell(text: string, { place }: IndicatorClaim): FieldValue {
  return { text, stated: parseStated(text), unit: undefined, place }
}
