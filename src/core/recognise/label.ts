import { bareWords, foldInPlace } from '../exact/normalise.js'

const unitInBrackets = /[(（](?:万?元|亿元|人|人次|%|分|㎡|m²|平方米|个|A|B|\d+分?)[)）]/g
const leadingNumber = /^(?:[(（]?[一二三四五六七八九十\d]+[)）]?[、.．]|[(（][一二三四五六七八九十\d]+[)）])/
const ofWhich = /^其\s*中\s*[:：]?/

/**
 * The words by which a label is known, whatever its spacing, numbering, brackets, unit or year:
 * `1、公务用车购置\n和维护经费（万元）` → 公务用车购置和维护经费.
 */
export function labelWords(text: string): string {
  const folded = foldInPlace(text).replace(/\s/g, '').replace(unitInBrackets, '')
  return bareWords(folded.replace(leadingNumber, '').replace(ofWhich, '').replace(leadingNumber, ''))
}

/** A label list prepared once: any printed form of any of the labels matches. */
export type LabelSet = ReadonlySet<string>

const prepared = new WeakMap<readonly string[], LabelSet>()

/** The label list of a pack as a set of bare words; remembered per list. */
export function labelSet(labels: readonly string[]): LabelSet {
  let words = prepared.get(labels)
  if (words === undefined) {
    words = new Set(labels.flatMap((label) => [labelWords(label), bareWords(label)]))
    prepared.set(labels, words)
  }
  return words
}

/**
 * True when the text is one of the labels. With `currentYear`, a printed year counts as 本年 or 上年
 * (2022年决算数 is 上年决算数 in 2023), or is ignored where the label names no year.
 */
export function isLabel(text: string, labels: readonly string[], currentYear?: number): boolean {
  if (text === '' || text.length > 80) return false
  const words = labelSet(labels)
  if (words.has(labelWords(text)) || words.has(bareWords(text))) return true
  if (!/20\d\d/.test(text)) return false
  const relative = text.replace(/20\d\d/g, (year) => (Number(year) >= (currentYear ?? 0) ? '本年' : '上年'))
  return words.has(labelWords(relative)) || words.has(labelWords(text.replace(/20\d\d年度?/g, '')))
}

/** The latest year printed in any of the texts. */
export function latestYear(texts: readonly string[]): number | undefined {
  const years = texts.flatMap((text) => [...text.matchAll(/(20\d\d)\s*年/g)].map((match) => Number(match[1])))
  return years.length === 0 ? undefined : Math.max(...years)
}
