import { parseChineseNumber } from '../exact/chinese-number.js'
import { foldInPlace } from '../exact/normalise.js'

/** 一、 · （一） · 1. or 1、 · （1） or 1） · ① */
export type NumberStyle = 'chinese' | 'chineseBracket' | 'arabic' | 'arabicBracket' | 'circled'

/** The number a paragraph begins with. */
export type Numbering = Readonly<{
  style: NumberStyle
  ordinal: number
  /** As printed, with its point or brackets: `（一）`, `3、`. */
  printed: string
  /** What follows, without leading spaces. */
  rest: string
}>

/** 1 for the style of chapters down to 5 for ①: the levels of an official document. */
export const styleLevel: Readonly<Record<NumberStyle, number>> = {
  chinese: 1,
  chineseBracket: 2,
  arabic: 3,
  arabicBracket: 4,
  circled: 5,
}

const chineseDigits = '[一二三四五六七八九十百]{1,4}'
const patterns: readonly (readonly [NumberStyle, RegExp])[] = [
  ['chinese', new RegExp(`^(${chineseDigits})\\s*[、.,]`)],
  ['chineseBracket', new RegExp(`^\\(\\s*(${chineseDigits})\\s*\\)`)],
  ['arabicBracket', /^\(\s*(\d{1,2})\s*\)/],
  ['arabicBracket', /^(\d{1,2})\s*\)/],
  ['arabic', /^(\d{1,2})\s*、/],
  ['arabic', /^(\d{1,2})\s*[.,](?=\s*(?:\D|\d{4}年|$))/],
  ['circled', /^([①-⑳])/],
]

const longestNumber = 16
/** What a number can begin with: most paragraphs begin with words. */
const numberSign = /^\s*[（(\d０-９①-⑳一二三四五六七八九十百]/

/** Reads the number at the head of a paragraph or of a line in a cell; undefined when it begins with words. */
export function readNumbering(text: string): Numbering | undefined {
  return numberSign.test(text) ? numberingOf(text.trimStart()) : undefined
}

function numberingOf(bare: string): Numbering | undefined {
  const folded = foldInPlace(bare.slice(0, longestNumber))
  for (const [style, pattern] of patterns) {
    const match = pattern.exec(folded)
    if (match === null) continue
    const ordinal = ordinalOf(style, match[1] ?? '')
    if (ordinal === undefined || ordinal === 0) continue
    const printed = bare.slice(0, match[0].length)
    return { style, ordinal, printed, rest: bare.slice(match[0].length).trim() }
  }
  return undefined
}

function ordinalOf(style: NumberStyle, digits: string): number | undefined {
  if (style === 'circled') return digits.charCodeAt(0) - '①'.charCodeAt(0) + 1
  return style === 'chinese' || style === 'chineseBracket'
    ? parseChineseNumber(digits)
    : Number.parseInt(digits, 10)
}
