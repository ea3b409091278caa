import {
  type ClaimSyntax,
  type Comparison,
  type NameSyntax,
  type NumberSyntax,
  type QuantifierSyntax,
  SentenceError,
  type SentenceSyntax,
} from './syntax.js'
import { readTokens, type Token } from './token.js'

type Cursor = { readonly tokens: readonly Token[]; at: number }

const comparisons: readonly Comparison[] = ['=', '≠', '≤', '≥', '<', '>']

/** Parses a rule sentence; names are looked up later. @throws SentenceError with the characters it points at */
export function parseSentence(sentence: string, names: readonly string[]): SentenceSyntax {
  const cursor: Cursor = { tokens: readTokens(sentence, names), at: 0 }
  const quantifier = parseQuantifier(cursor)
  const condition = parseCondition(cursor)
  const claim = parseClaim(cursor)
  const rest = peek(cursor)
  if (rest.kind !== 'end') throw new SentenceError(rest, `句子到这里应当结束，多了“${rest.text}”。`)
  return { quantifier, condition, claim }
}

/** Parses a condition without 当 … 时: `得分 < 分值 且 偏差原因 有值`. @throws SentenceError */
export function parseConditionSentence(sentence: string, names: readonly string[]): ClaimSyntax {
  return parseWhole(sentence, names, parseClaim)
}

/** Parses an expression: a name, or a sum of names. @throws SentenceError */
export function parseExpression(sentence: string, names: readonly string[]): NumberSyntax {
  return parseWhole(sentence, names, parseSum)
}

function parseWhole<T>(sentence: string, names: readonly string[], parse: (cursor: Cursor) => T): T {
  const cursor: Cursor = { tokens: readTokens(sentence, names), at: 0 }
  const parsed = parse(cursor)
  const rest = peek(cursor)
  if (rest.kind !== 'end') throw new SentenceError(rest, `到这里应当结束，多了“${rest.text}”。`)
  return parsed
}

function peek(cursor: Cursor, ahead = 0): Token {
  const token = cursor.tokens[Math.min(cursor.at + ahead, cursor.tokens.length - 1)]
  if (token === undefined) throw new SentenceError({ start: 0, end: 0 }, '这里缺少一句规则。')
  return token
}

function take(cursor: Cursor): Token {
  const token = peek(cursor)
  cursor.at += 1
  return token
}

function takeIf(cursor: Cursor, text: string): Token | undefined {
  const token = peek(cursor)
  return token.text === text && (token.kind === 'sign' || token.kind === 'word') ? take(cursor) : undefined
}

function demand(cursor: Cursor, text: string): void {
  if (takeIf(cursor, text) === undefined) {
    const found = peek(cursor)
    throw new SentenceError(found, `这里要写“${text}”${found.text === '' ? '' : `，却写了“${found.text}”`}。`)
  }
}

function parseQuantifier(cursor: Cursor): QuantifierSyntax | undefined {
  for (const word of ['每行', '每列', '每个'] as const) {
    if (takeIf(cursor, word) === undefined) continue
    const set = parseName(cursor)
    demand(cursor, ':')
    return { word, set }
  }
  const start = cursor.at
  if (peek(cursor).kind !== 'name' && peek(cursor).text !== '其中') return undefined
  const set = parseName(cursor)
  if (takeIf(cursor, '每行') === undefined) {
    cursor.at = start
    return undefined
  }
  demand(cursor, ':')
  return { word: '每行', set }
}

function parseCondition(cursor: Cursor): ClaimSyntax | undefined {
  if (takeIf(cursor, '当') === undefined) return undefined
  const condition = parseClaim(cursor)
  demand(cursor, '时')
  if (takeIf(cursor, ':') === undefined) takeIf(cursor, ',')
  return condition
}

function parseClaim(cursor: Cursor): ClaimSyntax {
  const items = [parseAll(cursor)]
  while (takeIf(cursor, '或') !== undefined) items.push(parseAll(cursor))
  return joined('or', items)
}

function parseAll(cursor: Cursor): ClaimSyntax {
  const items = [parseRelation(cursor)]
  while (takeIf(cursor, '且') !== undefined) items.push(parseRelation(cursor))
  return joined('and', items)
}

function joined(kind: 'and' | 'or', items: readonly ClaimSyntax[]): ClaimSyntax {
  const [first] = items
  return items.length === 1 && first !== undefined ? first : { kind, items }
}

function parseRelation(cursor: Cursor): ClaimSyntax {
  const left = parseSum(cursor)
  if (left.kind === 'name') {
    if (takeIf(cursor, '有值') ?? takeIf(cursor, '不为空'))
      return { kind: 'filled', name: left, wanted: true }
    if (takeIf(cursor, '为空')) return { kind: 'filled', name: left, wanted: false }
  }
  const relations: ClaimSyntax[] = []
  let current = left
  for (let sign = takeComparison(cursor); sign !== undefined; sign = takeComparison(cursor)) {
    const right = parseSum(cursor)
    relations.push({ kind: 'compare', sign, left: current, right })
    current = right
  }
  if (relations.length > 0) return joined('and', relations)
  const found = peek(cursor)
  throw new SentenceError(found, '这里要写 = ≠ ≤ ≥ < > 之一，或“有值”“为空”。')
}

function takeComparison(cursor: Cursor): Comparison | undefined {
  const sign = comparisons.find((known) => known === peek(cursor).text)
  if (sign !== undefined) take(cursor)
  return sign
}

function parseSum(cursor: Cursor): NumberSyntax {
  let left = parseProduct(cursor)
  for (;;) {
    const sign = takeIf(cursor, '+') ? '+' : takeIf(cursor, '-') ? '-' : undefined
    if (sign === undefined) return left
    const right = parseProduct(cursor)
    left = { kind: 'binary', sign, left, right, start: left.start, end: right.end }
  }
}

function parseProduct(cursor: Cursor): NumberSyntax {
  let left = parseFactor(cursor)
  for (;;) {
    const sign = takeIf(cursor, '×') ? '×' : takeIf(cursor, '÷') ? '÷' : undefined
    if (sign === undefined) return left
    const right = parseFactor(cursor)
    left = { kind: 'binary', sign, left, right, start: left.start, end: right.end }
  }
}

function parseFactor(cursor: Cursor): NumberSyntax {
  const token = peek(cursor)
  if (token.kind === 'number') {
    take(cursor)
    return { kind: 'literal', text: token.text, start: token.start, end: token.end }
  }
  if (takeIf(cursor, '(') !== undefined) {
    const inner = parseSum(cursor)
    demand(cursor, ')')
    return inner
  }
  if (token.kind === 'word' && peek(cursor, 1).text === '(') return parseCall(cursor)
  return parseName(cursor)
}

function parseCall(cursor: Cursor): NumberSyntax {
  const word = take(cursor)
  demand(cursor, '(')
  const items = [parseSum(cursor)]
  while (takeIf(cursor, ',') !== undefined) items.push(parseSum(cursor))
  const end = peek(cursor).end
  demand(cursor, ')')
  return { kind: 'call', word: word.text, items, start: word.start, end }
}

function parseName(cursor: Cursor): NameSyntax {
  const first = take(cursor)
  if (first.text === '其中' && first.kind === 'word')
    return { kind: 'name', parts: [], ofWhich: true, start: first.start, end: first.end }
  if (first.kind !== 'name')
    throw new SentenceError(
      first,
      `这里要写一个名称或数${first.text === '' ? '' : `，却写了“${first.text}”`}。`,
    )
  const parts = [first.text]
  let end = first.end
  while (takeIf(cursor, '.') ?? takeIf(cursor, '的')) {
    const next = take(cursor)
    end = next.end
    if (next.text === '其中') return { kind: 'name', parts, ofWhich: true, start: first.start, end }
    if (next.kind !== 'name') throw new SentenceError(next, '“.”和“的”后面要写栏的名称或“其中”。')
    parts.push(next.text)
  }
  return { kind: 'name', parts, ofWhich: false, start: first.start, end }
}
