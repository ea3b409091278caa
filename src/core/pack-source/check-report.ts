import { didYouMean } from '../errors/closest.js'
import { parseConditionSentence, parseExpression } from '../language/parse-sentence.js'
import { SentenceError } from '../language/syntax.js'
import type { ReportOutline, ReportSentence } from '../pack/pack.js'
import { parseHole } from '../report-language/hole.js'
import {
  demandClaimNames,
  demandNames,
  type ReportScope,
  type ReportWords,
  scopeOfEach,
} from '../report-language/report-words.js'
import { parseTemplate, type TemplatePart } from '../report-language/template.js'
import { entryOf, type PackProblem, type SourceNode } from './source.js'

/** What is looked at: a report, where it was written, its names, and all kinds of forms that are known. */
export type ReportInHand = Readonly<{
  report: ReportOutline
  source: SourceNode
  words: ReportWords
  formKinds: readonly string[]
}>

/** Finds every mistake in the sentences of a report.yaml, each with its line and column. */
export function checkReport(hand: ReportInHand, problems: PackProblem[]): void {
  const { report, source, words } = hand
  checkSay({ node: entryOf(source, 'heading'), text: report.heading }, { words }, problems)
  for (const [index, { id }] of report.forms.entries())
    checkKind({ node: entryOf(itemOf(entryOf(source, 'forms'), index), 'id'), text: id }, hand, problems)
  checkQuantities(hand, problems)
  checkLists(hand, problems)
  for (const [index, line] of report.closing.entries())
    checkSay({ node: itemOf(entryOf(source, 'closing'), index), text: line }, { words }, problems)
  checkSections(hand, problems)
}

function checkQuantities({ report, source, words }: ReportInHand, problems: PackProblem[]): void {
  for (const [index, quantity] of report.quantities.entries()) {
    const from = entryOf(itemOf(entryOf(source, 'quantities'), index), 'from')
    for (const [position, text] of quantity.from.entries())
      attempt({ node: itemOf(from, position), text }, problems, () =>
        demandNames(parseExpression(text, words.names), { words }),
      )
  }
}

function checkSections(hand: ReportInHand, problems: PackProblem[]): void {
  const { report, source, words } = hand
  for (const [index, section] of report.sections.entries()) {
    const node = itemOf(entryOf(source, 'sections'), index)
    checkWhen({ node: entryOf(node, 'when'), text: section.when }, { words }, problems)
    checkKind({ node: entryOf(node, 'form'), text: section.form }, hand, problems)
    for (const [position, sentence] of section.sentences.entries())
      checkSentence({ node: itemOf(entryOf(node, 'sentences'), position), sentence }, words, problems)
  }
}

type Written = Readonly<{ node: SourceNode | undefined; text: string | undefined }>

function itemOf(node: SourceNode | undefined, index: number): SourceNode | undefined {
  return node?.kind === 'list' ? node.items[index] : undefined
}

function checkKind({ node, text }: Written, { formKinds }: ReportInHand, problems: PackProblem[]): void {
  if (text === undefined || node === undefined || formKinds.includes(text)) return
  problems.push({ ...node.at, message: `没有“${text}”这种表${didYouMean(text, formKinds)}` })
}

function checkLists({ report, source, words }: ReportInHand, problems: PackProblem[]): void {
  for (const [index, list] of report.lists.entries()) {
    const node = itemOf(entryOf(source, 'lists'), index)
    const scope = attempt({ node: entryOf(node, 'of'), text: list.of }, problems, () =>
      scopeOfEach(list.of, words),
    )
    if (scope !== undefined) checkWhen({ node: entryOf(node, 'when'), text: list.when }, scope, problems)
  }
}

type SentenceInHand = Readonly<{ node: SourceNode | undefined; sentence: ReportSentence }>

function checkSentence(
  { node, sentence }: SentenceInHand,
  words: ReportWords,
  problems: PackProblem[],
): void {
  const { each, when, say } = sentence
  const scope =
    each === undefined
      ? { words }
      : attempt({ node: entryOf(node, 'each'), text: each }, problems, () => scopeOfEach(each, words))
  if (scope === undefined) return
  checkWhen({ node: entryOf(node, 'when'), text: when }, scope, problems)
  checkSay({ node: entryOf(node, 'say') ?? node, text: say }, scope, problems)
}

function checkWhen({ node, text }: Written, scope: ReportScope, problems: PackProblem[]): void {
  if (text === undefined) return
  attempt({ node, text }, problems, () =>
    demandClaimNames(parseConditionSentence(text, scope.words.names), scope),
  )
}

function checkSay({ node, text }: Written, scope: ReportScope, problems: PackProblem[]): void {
  if (text === undefined) return
  attempt({ node, text }, problems, () => {
    for (const part of parseTemplate(text)) checkPart(part, scope)
  })
}

function checkPart(part: TemplatePart, scope: ReportScope): void {
  if (part.kind === 'optional') for (const inner of part.parts) checkPart(inner, scope)
  if (part.kind !== 'hole') return
  const hole = parseHole(part, scope.words.names)
  if (hole.kind === 'value') demandNames(hole.value, scope)
  if (hole.kind === 'rate') for (const side of [hole.part, hole.whole]) demandNames(side, scope)
  if (hole.kind !== 'change') return
  demandNames(hole.now, scope)
  if (hole.before !== undefined) demandNames(hole.before, scope)
}

/** The answer; undefined with a problem at the sentence's place when its words are wrong. */
function attempt<T>({ node, text }: Written, problems: PackProblem[], answer: () => T): T | undefined {
  try {
    return answer()
  } catch (error) {
    if (!(error instanceof SentenceError)) throw error
    const { span, message } = error
    const at = node?.at ?? { file: '', line: 1, column: 1 }
    const marked = `[${span.start + 1}-${Math.max(span.start + 1, span.end)}] ${message}`
    problems.push({ ...at, column: at.column + span.start, message: text === undefined ? message : marked })
    return undefined
  }
}
