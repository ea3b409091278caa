import type { Found } from './found.js'
import { isPersonName, titleAhead } from './person-name.js'

/** What was found by field or as an author somewhere in the file, without spaces: looked for in all of it. */
export type Known = Readonly<{
  names: ReadonlySet<string>
  numbers: ReadonlySet<string>
  /** Addresses, and names in Latin letters. */
  words: ReadonlySet<string>
}>

/** Shorter numbers stand for anything. */
const shortestNumber = 7
const numberRules = /^(?:field-(?:phone|identity|account)|pattern-(?:mobile|landline|identity|bank-card))$/
const space = '[ \\t\\u3000]{0,4}'

/** Collects what may be looked for elsewhere: names by their family name, numbers of seven digits and more. */
export function knownOf(values: Iterable<Readonly<{ rule: string; text: string }>>): Known {
  const names = new Set<string>()
  const numbers = new Set<string>()
  const words = new Set<string>()
  for (const { rule, text } of values) {
    const bare = text.replace(/\s/g, '')
    const digits = text.replace(/[^\dXx]/g, '')
    if ((rule === 'field-person' || rule === 'author') && isPersonName(bare)) names.add(bare)
    if (numberRules.test(rule) && digits.length >= shortestNumber) numbers.add(digits)
    if (/-email$/.test(rule) || (rule === 'author' && isLatinName(text))) words.add(text.trim())
  }
  return { names, numbers, words }
}

/** A finder of known names and numbers in folded texts; one pattern for all of them. */
export function repeatedFinder(known: Known): (text: string) => readonly Found[] {
  const names = [...known.names].sort((left, right) => right.length - left.length)
  const namePattern = patternOf(names.map((name) => [...name].join(space)))
  const numberPattern = patternOf(
    [...known.numbers].map(
      (digits) => `(?<!\\d)(?<!\\d\\.)${[...digits].join('[ \\t\\-—]?')}(?!\\d|\\.\\d|,\\d{3}(?!\\d))`,
    ),
  )
  const wordPattern = patternOf(
    [...known.words].map((word) => `(?<![\\w])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w])`),
  )
  return (text) => [
    ...matches(text, wordPattern, 'repeated-name'),
    ...matches(text, namePattern, 'repeated-name').filter((found) => isThatName(text, found)),
    ...matches(text, numberPattern, 'repeated-number').filter(
      ({ to }) => !/^\s*(?:元|万|亿|%|人|个|次)/.test(text.slice(to)),
    ),
  ]
}

/** Two words, each with a capital, that are no program's: Wang Xiaoming. */
function isLatinName(text: string): boolean {
  return (
    /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(text.trim()) &&
    !/Microsoft|Office|User|Windows|Admin|Word|Excel/.test(text)
  )
}

function patternOf(alternatives: readonly string[]): RegExp | undefined {
  return alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'gi')
}

function matches(text: string, pattern: RegExp | undefined, rule: Found['rule']): readonly Found[] {
  if (pattern === undefined) return []
  return [...text.matchAll(pattern)].map(({ 0: printed, index }) => ({
    from: index,
    to: index + printed.length,
    rule,
  }))
}

/** A unit named after somebody: 王小明小学. */
const unitAhead =
  /^(?:烈士|同志|红军|实验|希望|纪念|中心)?(?:学校|中学|小学|学院|大学|医院|纪念馆|博物馆|故居|公园|陵园|基金会|工作室|广场|大道|公司|集团|村|镇|乡)/
const han = /\p{Script=Han}/u

/** What usually stands right before and right after the name of somebody in a sentence: 由李红负责. */
const opening = /[由经和与及请为是对被向给让找问人长员任记计纳管即交]$/
const closing = /^[负同和与及的在签为于等说核编填经主参组带任已未将报担保办审电手并]/

/**
 * Three signs and more are that person wherever they stand, but for a unit named after somebody. Two signs may be
 * part of other words (提高明显): they are that person when they stand alone, before an office (李红主任), or between
 * words that stand around names.
 */
function isThatName(text: string, { from, to }: Found): boolean {
  const ahead = text.slice(to, to + 16)
  if (unitAhead.test(ahead) && !titleAhead.test(ahead)) return false
  const signs = text.slice(from, to).replace(/\s/g, '').length
  if (signs >= 3) return true
  const before = text.charAt(from - 1)
  if (han.test(before) && !opening.test(before)) return false
  return !han.test(text.charAt(to)) || titleAhead.test(ahead) || closing.test(ahead)
}
