import { foldInPlace } from '../exact/normalise.js'
import { SentenceError, type Span } from './syntax.js'

export type Token = Span & Readonly<{ kind: 'name' | 'word' | 'number' | 'sign' | 'end'; text: string }>

/** Words followed by a bracket; without one they are part of a name. */
const functionWords = ['合计', '个数', '最小', '最大', '绝对值']
const words = ['不为空', '为空', '有值', '每行', '每列', '每个', '其中', '当', '时', '且', '或', '的']
/** Words that may follow a name without a space between. */
const followers = ['不为空', '为空', '有值', '每行', '时', '且', '或', '的', '其中']

const signs: Readonly<Record<string, string>> = {
  '+': '+',
  '-': '-',
  '—': '-',
  '×': '×',
  '*': '×',
  '÷': '÷',
  '/': '÷',
  '=': '=',
  '≠': '≠',
  '≤': '≤',
  '≥': '≥',
  '≦': '≤',
  '≧': '≥',
  '<': '<',
  '>': '>',
  '(': '(',
  ')': ')',
  ',': ',',
  ':': ':',
  '.': '.',
}
const doubleSigns: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '!=': '≠', '<>': '≠' }

/** Signs that a name in a pack cannot contain, because sentences could not be read any more. */
export function isNameWritable(name: string): boolean {
  return (
    name !== '' && ![...foldInPlace(name)].some((sign) => sign in signs || sign === ' ') && !/^\d/.test(name)
  )
}

/** Cuts a sentence into tokens. `names` are the known names, longest first. @throws SentenceError */
export function readTokens(sentence: string, names: readonly string[]): readonly Token[] {
  const text = foldInPlace(sentence)
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1
      continue
    }
    const token = readToken(text, at, names)
    tokens.push(token)
    at = token.end
  }
  return [...tokens, { kind: 'end', text: '', start: text.length, end: text.length }]
}

function readToken(text: string, start: number, names: readonly string[]): Token {
  const make = (kind: Token['kind'], shown: string, length: number): Token => ({
    kind,
    text: shown,
    start,
    end: start + length,
  })
  const double = doubleSigns[text.slice(start, start + 2)]
  if (double !== undefined) return make('sign', double, 2)
  const sign = signs[text[start] ?? '']
  if (sign !== undefined) return make('sign', sign, 1)
  const number = /^\d+(?:\.\d+)?%?/.exec(text.slice(start))
  if (number !== null) return make('number', number[0], number[0].length)
  const name = names.find((known) => text.startsWith(known, start) && endsName(text, start + known.length))
  if (name !== undefined) return make('name', name, name.length)
  const word = functionWords.find((known) => /^\s*\(/.test(textAfter(text, start, known)))
  if (word !== undefined) return make('word', word, word.length)
  const plain = words.find((known) => text.startsWith(known, start))
  if (plain !== undefined) return make('word', plain, plain.length)
  const unknown = readUnknown(text, start)
  return make('name', unknown, unknown.length)
}

function textAfter(text: string, start: number, word: string): string {
  return text.startsWith(word, start) ? text.slice(start + word.length) : ''
}

function endsName(text: string, at: number): boolean {
  const next = text[at]
  if (next === undefined || next in signs || /\s/.test(next)) return true
  return followers.some((word) => text.startsWith(word, at)) || /^[!]/.test(next)
}

/** A run of characters that is no known name: up to the next sign, space or following word. */
function readUnknown(text: string, start: number): string {
  const run = /^[^\s]+/.exec(text.slice(start))?.[0] ?? ''
  const sign = [...run].findIndex((character) => character in signs)
  const whole = sign < 0 ? run : [...run].slice(0, sign).join('')
  const short = whole.replace(/(?:不为空|为空|有值|时)$/, '')
  if (short === '') throw new SentenceError({ start, end: start + 1 }, `不认识“${text[start] ?? ''}”。`)
  return short
}
