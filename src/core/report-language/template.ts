import { SentenceError, type Span } from '../language/syntax.js'

/** A piece of a sentence's template, with its place in the sentence. */
export type TemplatePart =
  | Readonly<{ kind: 'words'; text: string }>
  | (Span & Readonly<{ kind: 'hole'; text: string }>)
  /** Left out when a fact in it is missing. */
  | Readonly<{ kind: 'optional'; parts: readonly TemplatePart[] }>

type Cursor = { readonly text: string; at: number }

/** Cuts `{单位}支出{全年执行数}万元[，{…}]。` into its parts. @throws SentenceError for a bracket without its other half */
export function parseTemplate(text: string): readonly TemplatePart[] {
  const cursor: Cursor = { text, at: 0 }
  const parts = parseParts(cursor, undefined)
  if (cursor.at < text.length)
    throw new SentenceError({ start: cursor.at, end: cursor.at + 1 }, '多了一个“]”，前面没有“[”。')
  return parts
}

function parseParts(cursor: Cursor, opened: number | undefined): readonly TemplatePart[] {
  const parts: TemplatePart[] = []
  while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== ']')
    parts.push(parsePart(cursor, opened))
  if (opened === undefined) return parts
  if (cursor.at >= cursor.text.length)
    throw new SentenceError({ start: opened, end: opened + 1 }, '这个“[”没有写“]”。')
  cursor.at += 1
  return parts
}

function parsePart(cursor: Cursor, opened: number | undefined): TemplatePart {
  const start = cursor.at
  const sign = cursor.text[start]
  if (sign === '{') return parseHole(cursor)
  if (sign === '}') throw new SentenceError({ start, end: start + 1 }, '多了一个“}”，前面没有“{”。')
  if (sign === '[') {
    if (opened !== undefined) throw new SentenceError({ start, end: start + 1 }, '“[ ]”里面不能再套“[ ]”。')
    cursor.at += 1
    return { kind: 'optional', parts: parseParts(cursor, start) }
  }
  const length = cursor.text.slice(start).search(/[[\]{}]/)
  cursor.at = length < 0 ? cursor.text.length : start + length
  return { kind: 'words', text: cursor.text.slice(start, cursor.at) }
}

function parseHole(cursor: Cursor): TemplatePart {
  const start = cursor.at + 1
  const length = cursor.text.slice(start).search(/[{}[\]]/)
  if (length < 0 || cursor.text[start + length] !== '}')
    throw new SentenceError({ start: cursor.at, end: start }, '这个“{”没有写“}”。')
  cursor.at = start + length + 1
  const text = cursor.text.slice(start, start + length)
  if (text.trim() === '') throw new SentenceError({ start: start - 1, end: cursor.at }, '“{}”里要写名称。')
  return { kind: 'hole', text, start, end: start + length }
}
