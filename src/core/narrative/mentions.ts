import type { Paragraph } from '../document/document.js'
import { parseDecimal } from '../exact/decimal.js'
import type { Approximation, StatedNumber } from '../exact/stated.js'
import { dimensionOf, unitPattern } from '../exact/unit.js'
import { foldedText } from './folded.js'
import { readNumbering } from './numbering.js'

/** A number with its unit in a sentence, and the words around it. Positions count signs of the paragraph. */
export type Mention = Readonly<{
  paragraph: Paragraph
  /** From the number's sign or 约 to the end of its unit. */
  start: number
  end: number
  stated: StatedNumber
  unit: string
  /** Folded text between the mention before (or the paragraph's list number) and this one. */
  before: string
  /** Words directly before the number, since the last separator. */
  label: string
  labelStart: number
  /** Counts 。！？ before it: mentions with equal numbers stand in one sentence. */
  sentence: number
  /** Counts 。！？； before it. */
  clause: number
}>

const number = String.raw`[+-]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`
const pattern = new RegExp(
  String.raw`(约|近|将近|大约|逾|超过|不低于|不少于|不超过|≥|≤|>|<|=)?\s*(${number})\s*(余|多|来)?\s*([万亿]?)(${unitPattern})(余|多)?(左右|上下|以上|以下|以内)?`,
  'g',
)

/** Signs that make of a unit another word: 10分钟, 2024元旦, 5项目标. */
const falseFriends: Readonly<Record<string, RegExp>> = {
  分: /^[钟之公]/,
  元: /^[旦宵素]/,
  支: /^[出付部持撑]/,
  项: /^目/,
  期: /^[间末初]/,
  本: /^[单年部级]/,
  万: /^(?:[\u4e00-\u9fa5](?<!元))(?![\u4e00-\u9fa5]?[，。；])|^[头羽只尾吨亩米株平公人户]/,
  件: /^套/,
  部: /^门/,
}
const separators = /[，,。；;：:！？!?()《》〈〉\n]/g

/** Every number with a unit in a paragraph. Years, dates, document numbers, ordinals and ranges are none. */
export function findMentions(paragraph: Paragraph): readonly Mention[] {
  const text = maskBorderWords(foldedText(paragraph))
  const numbering = readNumbering(text)
  const from = numbering === undefined ? 0 : text.indexOf(numbering.printed) + numbering.printed.length
  const mentions: Mention[] = []
  const ends = new EndCounter(text)
  let previousEnd = from
  for (const match of text.matchAll(pattern)) {
    if (match.index < from || !isQuantity(text, match)) continue
    const mention = mentionOf(paragraph, text, { match, previousEnd, ends })
    if (mention === undefined) continue
    mentions.push(mention)
    previousEnd = mention.end
  }
  return mentions
}

/** （境） in 因公出国（境）费 is no bracket that separates; \u0001 keeps the positions. */
function maskBorderWords(text: string): string {
  return text.replace(/[（(]境[)）]/g, '\u0001境\u0001')
}

type Found = Readonly<{ match: RegExpExecArray; previousEnd: number; ends: EndCounter }>

function mentionOf(paragraph: Paragraph, text: string, found: Found): Mention | undefined {
  const [whole, lead, digits = '', over, power = '', unit = '', overAfter, tail] = found.match
  const value = parseDecimal(digits.replaceAll(',', ''))
  if (value === undefined) return undefined
  const start = found.match.index + (whole.length - whole.trimStart().length)
  const labelStart = skipMarks(text, findLabelStart(text, start, found.previousEnd))
  const { sentence, clause } = found.ends.before(start)
  return {
    paragraph,
    start,
    end: found.match.index + whole.length,
    stated: {
      kind: 'number',
      value,
      unit: power + unit,
      relation: undefined,
      approximation: approximationOf(lead, over ?? overAfter, tail),
    },
    unit: power + unit,
    before: text.slice(found.previousEnd, start),
    label: text
      .slice(labelStart, start)
      .replaceAll('\u0001', '')
      .replace(/[(].*$/, '')
      .trim(),
    labelStart,
    sentence,
    clause,
  }
}

function approximationOf(
  lead: string | undefined,
  over: string | undefined,
  tail: string | undefined,
): Approximation | undefined {
  if (lead === '约' || lead === '近' || lead === '将近' || lead === '大约') return 'about'
  if (tail === '左右' || tail === '上下') return 'about'
  if (over !== undefined || lead === '逾' || lead === '超过' || tail === '以上') return 'over'
  return lead === undefined && tail === undefined ? undefined : 'orMore'
}

/** Counts the signs that end sentences and clauses, going through the text once. */
class EndCounter {
  readonly #text: string
  #at = 0
  #sentence = 0
  #clause = 0

  constructor(text: string) {
    this.#text = text
  }

  /** The ends before a position; positions must not go back. */
  before(position: number): Readonly<{ sentence: number; clause: number }> {
    for (; this.#at < position; this.#at += 1) {
      const sign = this.#text.charAt(this.#at)
      if ('。！？'.includes(sign)) this.#sentence += 1
      if ('。！？；;'.includes(sign)) this.#clause += 1
    }
    return { sentence: this.#sentence, clause: this.#clause }
  }
}

function isQuantity(text: string, match: RegExpExecArray): boolean {
  const [whole, , digits = '', , power = '', unit = ''] = match
  const before = text.slice(Math.max(0, match.index - 2), match.index)
  const after = text.slice(match.index + whole.length)
  if (/[\d.A-Za-z第〔[-]$|\d[~至到—-]$/.test(before) || /^\s?[~—-]\s?\d|^至\d/.test(after)) return false
  if (falseFriends[unit]?.test(after) === true || ['年', '月', '日'].includes(unit)) return false
  if (power !== '' && dimensionOf(power + unit) === 'count') return /^[\u4e00-\u9fa5㎡]/.test(unit)
  return !isYear(digits, unit)
}

/** 2023项, 2023期: a year without its 年. */
function isYear(digits: string, unit: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits) && dimensionOf(unit) === 'count'
}

/** 、 and spaces before the words are not part of them. */
function skipMarks(text: string, from: number): number {
  return from + (/^[\s、]+/.exec(text.slice(from))?.[0].length ?? 0)
}

/** Start of the words before `end`: after the last separator; past one that stands directly before the number. */
function findLabelStart(text: string, end: number, from: number): number {
  const words = text.slice(from, end)
  const cuts = [...words.matchAll(separators)].map((match) => match.index)
  const last = cuts.at(-1)
  if (last === undefined) return from
  if (words.slice(last + 1).trim() !== '') return from + last + 1
  return labelBeforeMark(words, cuts, last) + from
}

/** `公用经费：100万元` and `公用经费（含工会）100万元` have their label before the mark. */
function labelBeforeMark(words: string, cuts: readonly number[], last: number): number {
  const mark = words.charAt(last)
  if (mark !== ':' && mark !== ')') return last + 1
  const opened = mark === ')' ? words.lastIndexOf('(', last) : last
  if (opened < 0) return last + 1
  const previous = cuts.filter((cut) => cut < opened).at(-1)
  return previous === undefined ? 0 : previous + 1
}
