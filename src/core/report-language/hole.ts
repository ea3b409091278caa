import { foldInPlace } from '../exact/normalise.js'
import { parseExpression } from '../language/parse-sentence.js'
import { type NumberSyntax, SentenceError, type Span } from '../language/syntax.js'
import type { TemplatePart } from './template.js'

/** What a `{…}` of a sentence asks for; names are looked up later. */
export type Hole =
  /** `{请填写：单位主要职责}`: no field says it, so the writer is asked. */
  | Readonly<{ kind: 'ask'; name: string }>
  | Readonly<{ kind: 'value'; value: NumberSyntax; shown: string }>
  /** `{比上年(全年执行数)}`, `{比较(本年决算数, 上年决算数, 万元)}`; `before` undefined: last year's filing says it. */
  | Readonly<{
      kind: 'change'
      now: NumberSyntax
      before: NumberSyntax | undefined
      unit: string
      shown: string
    }>
  /** `{比率(全年执行数, 全年预算数)}`. */
  | Readonly<{ kind: 'rate'; part: NumberSyntax; whole: NumberSyntax; shown: string }>

type HolePart = Extract<TemplatePart, { kind: 'hole' }>
type Argument = Span & Readonly<{ text: string }>

const money = '万元'

/** Reads one hole. `names` are the known names, longest first. @throws SentenceError at its place in the sentence */
export function parseHole(hole: HolePart, names: readonly string[]): Hole {
  const asked = /^请填写\s*[:：]\s*(.+)$/.exec(hole.text.trim())?.[1]
  if (asked !== undefined) return { kind: 'ask', name: asked.trim() }
  const call = /^\s*(比上年|比较|比率)\s*\((.*)\)\s*$/.exec(foldInPlace(hole.text))
  if (call === null) return { kind: 'value', value: expressionAt(hole, names), shown: hole.text.trim() }
  const [, word, inner = ''] = call
  const given = splitArguments(inner, hole.start + hole.text.search(/[(（]/) + 1)
  return parseCall(word ?? '', { hole, given, names })
}

type CallInHand = Readonly<{ hole: HolePart; given: readonly Argument[]; names: readonly string[] }>

function parseCall(word: string, { hole, given, names }: CallInHand): Hole {
  const [first, second, third] = given
  const wanted = word === '比上年' ? 1 : 2
  const most = word === '比率' ? 2 : wanted + 1
  if (first === undefined || given.length < wanted || given.length > most)
    throw new SentenceError(
      hole,
      `“${word}”后面的括号里要写${wanted === 1 ? '一个名称' : '两个名称，用逗号隔开'}。`,
    )
  const now = expressionAt(first, names)
  const shown = first.text.trim()
  if (word === '比上年' || second === undefined)
    return { kind: 'change', now, before: undefined, unit: unitOf(second), shown }
  const other = expressionAt(second, names)
  if (word === '比率')
    return { kind: 'rate', part: now, whole: other, shown: `${shown}占${second.text.trim()}的比率` }
  return { kind: 'change', now, before: other, unit: unitOf(third), shown }
}

function unitOf(argument: Argument | undefined): string {
  return argument?.text.trim() ?? money
}

/** Parsed where it stands in the sentence, so that its spans count from the sentence's beginning. */
function expressionAt({ text, start }: Argument, names: readonly string[]): NumberSyntax {
  return parseExpression(' '.repeat(start) + text, names)
}

function splitArguments(inner: string, from: number): readonly Argument[] {
  const found: Argument[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at <= inner.length; at += 1) {
    const sign = inner[at]
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (at < inner.length && (sign !== ',' || depth > 0)) continue
    found.push({ text: inner.slice(start, at), start: from + start, end: from + at })
    start = at + 1
  }
  return found
}
