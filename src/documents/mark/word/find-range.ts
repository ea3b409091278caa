import { isEmptyTag, type XmlElement } from '../xml-tree.js'
import { type Edge, type Letter, lettersIn, lettersOf } from './paragraph-parts.js'

/** The stretch of a document that a comment is on. */
export type Range = Readonly<{ start: Edge; end: Edge }>

/** What is looked for, and the whole text that the paragraphs make up as read, automatic number included. */
export type Wanted = Readonly<{ quote: string; text: string }>

/**
 * The words of a quote in the paragraphs it stands in, or these as a whole: where the quote is all of them, empty, or
 * made of what is not written in the file (the number of a list).
 */
export function findRange(
  paragraphs: readonly XmlElement[],
  wanted: Wanted,
  source: Buffer,
): Range | undefined {
  const [first, last] = [paragraphs[0], paragraphs.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const letters = paragraphs.flatMap((paragraph) => lettersIn(paragraph, source))
  const found = findQuote(letters, wanted)
  return found ?? { start: { at: insideStart(first) }, end: { at: insideEnd(last) } }
}

function findQuote(letters: readonly Letter[], { quote, text }: Wanted): Range | undefined {
  const written = letters.map(({ sign }) => sign)
  const unwritten = unwrittenBefore(written, lettersOf(text))
  const signs = [...unwritten, ...written]
  const sought = lettersOf(quote)
  const at = positionOf(sought, signs)
  if (at === undefined) return undefined
  const from = Math.max(0, at - unwritten.length)
  const to = at + sought.length - unwritten.length - 1
  const [start, end] = [letters[from]?.before, letters[to]?.after]
  return to < from || start === undefined || end === undefined ? undefined : { start, end }
}

/** The signs that are printed before those written: an automatic number. */
function unwrittenBefore(written: readonly string[], printed: readonly string[]): readonly string[] {
  const count = printed.length - written.length
  const fits = count > 0 && written.every((sign, index) => sign === printed[index + count])
  return fits ? printed.slice(0, count) : []
}

/** Where a quote stands; a figure that is a piece of a longer one is taken only when there is no other. */
function positionOf(sought: readonly string[], signs: readonly string[]): number | undefined {
  const text = signs.join('\u0000')
  const wanted = sought.join('\u0000')
  if (wanted === '') return undefined
  const found: number[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found.push(at)
  const whole = found.find((at) => !isTorn(text, at, wanted.length)) ?? found[0]
  return whole === undefined ? undefined : signsBefore(text, whole)
}

function isTorn(text: string, at: number, length: number): boolean {
  const [before, first] = [text[at - 2] ?? '', text[at] ?? '']
  const [last, after] = [text[at + length - 1] ?? '', text[at + length + 1] ?? '']
  return (isFigure(before) && isFigure(first)) || (isFigure(last) && isFigure(after))
}

function isFigure(sign: string): boolean {
  return /[\d.,]/.test(sign)
}

function signsBefore(text: string, at: number): number {
  let count = 0
  for (
    let index = text.indexOf('\u0000');
    index >= 0 && index < at;
    index = text.indexOf('\u0000', index + 1)
  )
    count += 1
  return count
}

/** Behind the paragraph's properties, where its content begins. */
export function insideStart(paragraph: XmlElement): number {
  return paragraph.children.find(({ name }) => name === 'pPr')?.end ?? paragraph.openEnd
}

/** Where its content ends; an empty tag has to be opened there. */
export function insideEnd(paragraph: XmlElement): number {
  return isEmptyTag(paragraph) ? paragraph.openEnd : paragraph.closeStart
}
