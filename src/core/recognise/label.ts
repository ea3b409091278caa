import { bareWords, foldInPlace } from '../exact/normalise.js'
import { onceFor, remembered } from '../remember.js'

const unitInBrackets = /[(（](?:万?元|亿元|人|人次|%|分|㎡|m²|平方米|个|A|B|\d+分?)[)）]/g
const leadingNumber = /^(?:[(（]?[一二三四五六七八九十\d]+[)）]?[、.．]|[(（][一二三四五六七八九十\d]+[)）])/
const ofWhich = /^其\s*中\s*[:：]?/

/**
 * The words by which a label is known, whatever its spacing, numbering, brackets, unit or year:
 * `1、公务用车购置\n和维护经费（万元）` → 公务用车购置和维护经费.
 */
export const labelWords = remembered((text) => {
  const folded = foldInPlace(text).replace(/\s/g, '').replace(unitInBrackets, '')
  return bareWords(folded.replace(leadingNumber, '').replace(ofWhich, '').replace(leadingNumber, ''))
})

/** Anything a form labels: it is printed with its name or one of its other labels. */
export type Labelled = Readonly<{ name: string; labels: readonly string[] }>

/** Every printed form of a label as bare words; remembered for each labelled thing. */
export const labelSet = onceFor(({ name, labels }: Labelled): ReadonlySet<string> => {
  return new Set([name, ...labels].flatMap((label) => [labelWords(label), bareWords(label)]))
})

/**
 * True when the text labels the thing. With `currentYear`, a printed year counts as {本年} or {上年}
 * (2022年决算数 is {上年}年决算数 in 2023), or is ignored where the label names no year.
 */
export function isLabel(text: string, labelled: Labelled, currentYear?: number): boolean {
  if (text === '' || text.length > longestLabel) return false
  const words = labelSet(labelled)
  if (words.has(labelWords(text)) || words.has(bareWords(text))) return true
  if (!/20\d\d/.test(text)) return false
  const relative = text.replace(/20\d\d/g, (year) => (Number(year) >= (currentYear ?? 0) ? '本年' : '上年'))
  return words.has(labelWords(relative)) || words.has(labelWords(text.replace(/20\d\d年度?/g, '')))
}

const longestLabel = 80

/** The latest year printed in any of the texts. */
export function latestYear(texts: readonly string[]): number | undefined {
  const years = texts.flatMap((text) => [...text.matchAll(/(20\d\d)\s*年/g)].map((match) => Number(match[1])))
  return years.length === 0 ? undefined : Math.max(...years)
}
