import { type Found, shifted } from './found.js'
import { namesAtHead } from './labelled-names.js'
import { codeAtHead, phonesAtHead } from './labelled-numbers.js'
import { kindOfHeading, type Label, type LabelKind, labelsIn } from './labels.js'
import { titleAhead } from './person-name.js'

type Trust = Readonly<{ hasColon: boolean }>

/** Without a colon a shorter number is a count. */
const shortestAfterColon = 4
const shortestWithoutColon = 7

/** What stands after labels inside one folded text: 填表人：王小明　联系电话：…. */
export function labelledValues(text: string): readonly Found[] {
  const labels = labelsIn(text)
  return labels.flatMap((label, position) => {
    const region = text.slice(label.end, labels[position + 1]?.start ?? text.length)
    const announced = region.replace(/^(?:为|是)/, ' ')
    if (!label.hasColon && !isApart(announced, label.kind) && !isSigned(text, label, region)) return []
    return shifted(valuesAtHead(announced, label.kind, label), label.end)
  })
}

/** 填表人陈小满　28580000: nothing between, but the line holds nothing else; 填表人（签字）陈小满. */
function isSigned(text: string, { kind, start, end }: Label, region: string): boolean {
  if (kind !== 'person') return false
  if (text.charAt(end - 1) === ')') return true
  const opens = /(?:^|\s)\p{Script=Han}{0,4}$/u.test(text.slice(Math.max(0, start - 8), start))
  return opens && /^\p{Script=Han}{2,4}(?:$|\n|\t| {2}| ?\d)/u.test(region)
}

/** What a whole folded text holds when a label stands before or above it. */
export function valuesUnder(text: string, headings: readonly string[]): readonly Found[] {
  if (labelsIn(text).some(({ start }) => text.slice(0, start).trim() === '')) return []
  return headings.flatMap((heading) => {
    const announced = kindOfHeading(heading)
    if (announced === undefined) return []
    const values = valuesAtHead(text, announced.kind, { hasColon: announced.hasColon })
    return isAllValue(text, values) ? values : []
  })
}

/** Beside values only an office, a date or the next label: a sentence below a label is no value of it. */
function isAllValue(text: string, values: readonly Found[]): boolean {
  const last = Math.max(0, ...values.map(({ to }) => to))
  const rest = text.slice(last).replace(titleAhead, '')
  const end = labelsIn(rest)[0]?.start ?? rest.length
  return /^[\s\d()"'&+,，、./:：;；_\-—年月日]*$/.test(
    rest.slice(0, end).replace(/[(（][^()（）]{1,12}[)）]/g, ''),
  )
}

/** True when a value may follow without a colon: after a space or bracket, or a number at once. */
function isApart(region: string, kind: LabelKind): boolean {
  return kind === 'person' || kind === 'role'
    ? /^[\s("&]/.test(region)
    : /^[\s("&_]*[+(\d]|^\s+\S/.test(region)
}

function valuesAtHead(region: string, kind: LabelKind, { hasColon }: Trust): readonly Found[] {
  switch (kind) {
    case 'person':
      return namesAndNumbers(region, !hasColon)
    case 'role':
      return namesAndNumbers(region, true)
    case 'phone':
      return phonesAfterName(region, hasColon)
    case 'contact':
      return contactAtHead(region, hasColon)
    case 'identity':
      return codeAtHead(region, 'field-identity')
    case 'account':
      return codeAtHead(region, 'field-account')
    case 'email':
      return codeAtHead(region, 'field-email')
    case 'address':
      return hasColon ? codeAtHead(region, 'field-contact') : []
    default:
      return []
  }
}

/** 联系人：王小明　2858 0000: a number right after the name is that person's. */
function namesAndNumbers(region: string, strict: boolean): readonly Found[] {
  const names = namesAtHead(region, { strict })
  const last = names.at(-1)
  if (last === undefined) return []
  const gap = /^[ \t,，、/(（:]*(?=[+(\d])/.exec(region.slice(last.to))?.[0]
  if (gap === undefined) return names
  const from = last.to + gap.length
  return [...names, ...shifted(phonesAtHead(region.slice(from), shortestWithoutColon), from)]
}

/** 联系电话：王小明 2858 0000 */
function phonesAfterName(region: string, hasColon: boolean): readonly Found[] {
  const phones = phonesAtHead(region, hasColon ? shortestAfterColon : shortestWithoutColon)
  const [first] = phones
  if (first === undefined) return []
  return [...namesAtHead(region.slice(0, first.from), { strict: true }), ...phones]
}

function contactAtHead(region: string, hasColon: boolean): readonly Found[] {
  const email = codeAtHead(region, 'field-email')
  const names = namesAndNumbers(region, true)
  if (names.length > 0 || email.length > 0) return [...names, ...email]
  return phonesAfterName(region, hasColon)
}
