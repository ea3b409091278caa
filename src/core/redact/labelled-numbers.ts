import type { Found } from './found.js'
import type { RedactionRule } from './passage.js'

const candidate = /[+(]?\d(?:[\d()+]|[ \t\n.\-—_]{1,3}(?=[\d(+]))*[\d)]/g
const chineseDigits = /[〇零○一二三四五六七八九]{7,12}/g
/** A year, an amount or a count, however long. */
const countAhead = /^\s*(?:年|月|日|元|万|亿|次|个|件|人|户|起|%|条|份|场|\.\d|,\d{3}(?!\d))/
const publicShort = /^(?:1\d{2}|12\d{3}|9\d{4}|10\d{3}|96\d{3,4})$/
/** 2024-5-14, 2024.5.14, 2024/05/14, 20240514 */
const printedDate = /^(?:19|20)\d{2}\s?([.\-/—])\s?(?:0?[1-9]|1[0-2])\s?\1\s?(?:0?[1-9]|[12]\d|3[01])$/
const date = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
const complete = /^(?:(?:\+?(?:00)?86)?1[3-9]\d{9}|(?:\+?(?:00)?86)?0\d{2,3}[2-9]\d{6,7}|[2-9]\d{6,7})$/

/** Telephone numbers at the head of a text that follows a label; local ones too. `shortest` in digits. */
export function phonesAtHead(text: string, shortest: number): readonly Found[] {
  const found: Found[] = []
  let after = 0
  for (const match of text.matchAll(candidate)) {
    const gap = text.slice(after, match.index)
    if (gap.replace(/\s/g, '').length > 8 || /[。;；]/.test(gap)) break
    const end = match.index + match[0].length
    if (countAhead.test(text.slice(end))) break
    const numbers = splitNumbers(match[0], shortest)
    for (const { from, to } of numbers)
      found.push({ from: from + match.index, to: to + match.index, rule: 'field-phone' })
    if (numbers.length === 0) break
    after = end
  }
  return found.length > 0 ? withExtensions(text, found) : spelt(text)
}

type Group = Readonly<{ digits: string; from: number; to: number }>

/** `0731 2858 0000 2858 0001` is two numbers: groups are joined until a number is complete. */
function splitNumbers(text: string, shortest: number): readonly { from: number; to: number }[] {
  const groups = [...text.matchAll(/\d+/g)].map((match) => ({
    digits: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }))
  const numbers: { from: number; to: number }[] = []
  let open: Group[] = []
  for (const group of groups) {
    open.push(group)
    const digits = open.map((one) => one.digits).join('')
    if (complete.test(digits) && !isDate(text, open)) {
      numbers.push({ from: startOf(text, open[0]), to: group.to })
      open = []
    }
  }
  const rest = open.map((one) => one.digits).join('')
  const last = open.at(-1)
  if (numbers.length === 0 && last !== undefined && isNumber(rest, shortest) && !isDate(text, open))
    numbers.push({ from: startOf(text, open[0]), to: last.to })
  return numbers
}

function isDate(text: string, groups: readonly Group[]): boolean {
  const printed = text.slice(groups[0]?.from ?? 0, groups.at(-1)?.to)
  return printedDate.test(printed) || date.test(printed)
}

function isNumber(digits: string, shortest: number): boolean {
  return digits.length >= shortest && digits.length <= 20 && !publicShort.test(digits)
}

/** The bracket or plus sign before the first digit goes too. */
function startOf(text: string, first: Group | undefined): number {
  const from = first?.from ?? 0
  return from > 0 && /[+(]/.test(text.charAt(from - 1)) ? from - 1 : from
}

function withExtensions(text: string, found: readonly Found[]): readonly Found[] {
  return found.map((one) => {
    const extension = /^\s*(?:-|转|ext\.?)\s*\d{1,5}(?!\d)/i.exec(text.slice(one.to))
    return extension === null ? one : { ...one, to: one.to + extension[0].length }
  })
}

function spelt(text: string): readonly Found[] {
  const match = [...text.slice(0, 24).matchAll(chineseDigits)][0]
  if (match === undefined || countAhead.test(text.slice(match.index + match[0].length))) return []
  return [{ from: match.index, to: match.index + match[0].length, rule: 'field-phone' }]
}

const codes: readonly (readonly [RedactionRule, RegExp])[] = [
  ['field-identity', /^[\s_"'&(:]*([A-Za-z]{0,3}(?:\d[ \t\-—]{0,2}){6,18}[\dXx]?)/],
  ['field-account', /^[\s_"'&(:]*((?:\d[ \t\-—]{0,2}){7,29}\d)(?!\s*(?:元|万|%|\.\d))/],
  ['field-email', /^[\s_"'&(:]*([^\s@,，;；、]{1,64}\s?(?:@|\[at\]|\(at\))\s?[^\s,，;；、<>")）]{3,80})/i],
  ['field-contact', /^[\s_"'&(:]*([^\s,，;；。"<>]{2,60})/],
]

/** A number or an address of one kind at the head of a text that follows a label. */
export function codeAtHead(text: string, rule: RedactionRule): readonly Found[] {
  const pattern = codes.find(([name]) => name === rule)?.[1]
  const match = pattern?.exec(text)
  const value = match?.[1]
  if (match === null || match === undefined || value === undefined) return []
  const from = match[0].length - value.length
  return [{ from, to: from + value.trimEnd().length, rule }]
}
