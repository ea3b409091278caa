import { didYouMean } from '../errors/closest.js'
import type { Reference } from '../language/rule.js'
import { findReference } from '../language/scope.js'
import { type ClaimSyntax, type NameSyntax, type NumberSyntax, SentenceError } from '../language/syntax.js'
import type { ListWords, Vocabulary } from '../language/vocabulary.js'
import type { ReportOutline } from '../pack/pack.js'

/** Names that every report knows: what they mean is in draft/evaluate.ts. */
export const builtInNames = ['单位', '年度', '上年度', '报告日期', '标题所写项目', '等级', '序号'] as const

/** The names of every known form, by kind of form; a kind has several editions. */
export type KnownForms = ReadonlyMap<string, readonly Vocabulary[]>

/** Every name that the sentences of a report may use. */
export type ReportWords = Readonly<{
  own: Vocabulary
  /** Of each word for another form the names of all editions that are known. */
  forms: ReadonlyMap<string, readonly Vocabulary[]>
  quantities: ReadonlySet<string>
  /** Named parts of lists, with the list they are of. */
  lists: ReadonlyMap<string, string>
  /** Longest first, for the reader of tokens. */
  names: readonly string[]
}>

/** Collects the names; `known` answers with the vocabularies of a kind of form. */
export function makeReportWords(
  report: ReportOutline,
  own: Vocabulary,
  known: (form: string) => readonly Vocabulary[],
): ReportWords {
  const forms = new Map(report.forms.map(({ id, name }) => [name, known(id)]))
  const names = new Set<string>([
    ...builtInNames,
    ...own.names,
    ...[...forms].flatMap(([word, vocabularies]) => [word, ...vocabularies.flatMap((one) => one.names)]),
    ...report.quantities.map(({ name }) => name),
    ...report.lists.map(({ name }) => name),
  ])
  return {
    own,
    forms,
    quantities: new Set(report.quantities.map(({ name }) => name)),
    lists: new Map(report.lists.map(({ name, of }) => [name, of])),
    names: [...names].sort((left, right) => right.length - left.length),
  }
}

/** Where a name is read: inside `each` the columns of a list, or the cells of one form, are nearer. */
export type ReportScope = Readonly<{
  words: ReportWords
  list?: ListWords | undefined
  near?: readonly Vocabulary[] | undefined
}>

/** The scope inside `each`. @throws SentenceError when there is no such list or form */
export function scopeOfEach(each: string, words: ReportWords): ReportScope {
  const form = words.forms.get(each)
  if (form !== undefined) return { words, near: form }
  const list = findLists(each, words)[0]
  if (list !== undefined) return { words, list }
  const known = [...words.own.lists.keys(), ...words.lists.keys(), ...words.forms.keys()]
  throw new SentenceError({ start: 0, end: each.length }, `没有叫“${each}”的列表${didYouMean(each, known)}`)
}

/** The lists that a word may mean: `指标`, `基础数据表.项目`, a named part of one. */
export function findLists(word: string, words: ReportWords): readonly ListWords[] {
  const whole = words.lists.get(word)
  if (whole !== undefined && whole !== word) return findLists(whole, words)
  const dot = word.indexOf('.')
  const vocabularies = dot < 0 ? [words.own] : (words.forms.get(word.slice(0, dot)) ?? [])
  const name = word.slice(dot + 1)
  return vocabularies.map(({ lists }) => lists.get(name)).filter((list) => list !== undefined)
}

/** The cell of one vocabulary that a name means; undefined when it has none. */
export function referenceIn(
  name: NameSyntax,
  vocabulary: Vocabulary,
  list?: ListWords,
): Reference | undefined {
  try {
    return findReference(name, list === undefined ? { vocabulary } : { vocabulary, list })
  } catch (error) {
    if (error instanceof SentenceError) return undefined
    throw error
  }
}

/** A name without the word for its form. */
export function withoutForm(name: NameSyntax): NameSyntax {
  return { ...name, parts: name.parts.slice(1) }
}

/** Refuses a name that nothing is called by. @throws SentenceError with the nearest name */
export function demandName(name: NameSyntax, { words, list, near = [] }: ReportScope): void {
  const [first = ''] = name.parts
  if (name.parts.length === 1 && (isBuiltIn(first) || words.quantities.has(first))) return
  const form = words.forms.get(first)
  if (form !== undefined) {
    demandIn(withoutForm(name), form)
    return
  }
  if (list?.columns.some((column) => column.name === first) && name.parts.length === 1) return
  if (near.some((vocabulary) => referenceIn(name, vocabulary) !== undefined)) return
  if (referenceIn(name, words.own) === undefined) throw unknownName(name, words)
}

function demandIn(name: NameSyntax, vocabularies: readonly Vocabulary[]): void {
  if (vocabularies.length === 0 || vocabularies.some((one) => referenceIn(name, one) !== undefined)) return
  const [first] = vocabularies
  if (first !== undefined) findReference(name, { vocabulary: first })
}

function unknownName(name: NameSyntax, words: ReportWords): SentenceError {
  try {
    findReference(name, { vocabulary: words.own })
  } catch (error) {
    if (error instanceof SentenceError && name.parts.some((part) => words.names.includes(part))) return error
  }
  const unknown = name.parts.find((part) => !words.names.includes(part)) ?? name.parts.join('.')
  return new SentenceError(name, `没有叫“${unknown}”的格子或数${didYouMean(unknown, words.names)}`)
}

function isBuiltIn(name: string): boolean {
  return builtInNames.some((known) => known === name)
}

/** Refuses unknown names anywhere in an expression. @throws SentenceError */
export function demandNames(syntax: NumberSyntax, scope: ReportScope): void {
  if (syntax.kind === 'name') demandName(syntax, scope)
  else if (syntax.kind === 'binary') {
    demandNames(syntax.left, scope)
    demandNames(syntax.right, scope)
  } else if (syntax.kind === 'call') demandCall(syntax, scope)
}

type CallSyntax = Extract<NumberSyntax, { kind: 'call' }>

function demandCall(call: CallSyntax, scope: ReportScope): void {
  const [first, second] = call.items
  const listName = first?.kind === 'name' ? first.parts.join('.') : ''
  const lists = findLists(listName, scope.words)
  if (call.word === '个数') {
    if (lists.length === 0 && !scope.words.forms.has(listName)) scopeOfCall(call, listName, scope.words)
    return
  }
  if (call.word === '合计' && lists.length > 0 && second?.kind === 'name') {
    demandName(second, { ...scope, list: lists[0] })
    return
  }
  for (const item of call.items) demandNames(item, scope)
}

function scopeOfCall(call: CallSyntax, listName: string, words: ReportWords): void {
  const known = [...words.own.lists.keys(), ...words.lists.keys(), ...words.forms.keys()]
  throw new SentenceError(call, `没有叫“${listName}”的列表${didYouMean(listName, known)}`)
}

/** Refuses unknown names anywhere in a condition. @throws SentenceError */
export function demandClaimNames(claim: ClaimSyntax, scope: ReportScope): void {
  if (claim.kind === 'filled') demandName(claim.name, scope)
  else if (claim.kind === 'compare') {
    demandNames(claim.left, scope)
    demandNames(claim.right, scope)
  } else for (const item of claim.items) demandClaimNames(item, scope)
}
