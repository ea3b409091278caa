/** Digits of a person or of an account found in a text. */
export type PersonalNumber = Readonly<{
  kind: 'mobile' | 'landline' | 'identity' | 'bankCard' | 'email'
  index: number
  printed: string
}>

const mobilePattern = /(?<![\d.〔])1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?![\d.]|\s*(?:元|万|亿|%|％))/g
const landlinePattern = /(?:电话|座机|联系方式|Tel)[^\d\n]{0,6}?((?:0\d{2,3}[-—－\s]?)?[2-8]\d{6,7})(?!\d)/gi
const identityPattern = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g
const cardPattern = /(?<!\d)(?:\d{4}[\s-]?){3,4}\d{1,7}(?!\d)/g
const emailPattern = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** Phone numbers, identity numbers with a right check digit, bank cards with a right Luhn digit, e-mail addresses. */
export function personalNumbersIn(text: string): readonly PersonalNumber[] {
  return [
    ...matches(text, identityPattern, 'identity', isIdentityNumber),
    ...matches(
      text,
      cardPattern,
      'bankCard',
      (digits) => isBankCard(digits) && /卡|账号|帐号|账户|开户/.test(text),
    ),
    ...matches(text, mobilePattern, 'mobile', () => true),
    ...landlines(text),
    ...matches(text, emailPattern, 'email', () => true),
  ]
}

/** The middle hidden: `180******99`. */
export function masked(printed: string): string {
  const kept = Math.min(3, Math.floor(printed.length / 3))
  const hidden = Math.max(1, printed.length - kept - 2)
  return printed.slice(0, kept) + '*'.repeat(hidden) + printed.slice(kept + hidden)
}

type Kind = PersonalNumber['kind']

function matches(
  text: string,
  pattern: RegExp,
  kind: Kind,
  accepts: (digits: string) => boolean,
): PersonalNumber[] {
  return [...text.matchAll(pattern)]
    .filter((match) => accepts(match[0].replace(/[\s-]/g, '')))
    .map((match) => ({ kind, index: match.index, printed: match[0] }))
}

function landlines(text: string): PersonalNumber[] {
  return [...text.matchAll(landlinePattern)].map((match) => {
    const printed = match[1] ?? ''
    return { kind: 'landline', index: match.index + match[0].length - printed.length, printed }
  })
}

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const identityDigits = '10X98765432'

/** GB 11643: a birthday in the middle and the check digit at the end. */
export function isIdentityNumber(digits: string): boolean {
  if (!/^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(digits))
    return false
  const sum = identityWeights.reduce(
    (total, weight, position) => total + weight * Number(digits[position]),
    0,
  )
  return identityDigits[sum % 11] === digits.slice(-1).toUpperCase()
}

/** 16 to 19 digits that begin like a Chinese or international card and satisfy Luhn. */
export function isBankCard(digits: string): boolean {
  if (!/^(?:62|4|5[1-5]|9558)\d+$/.test(digits) || digits.length < 16 || digits.length > 19) return false
  const sum = [...digits].reverse().reduce((total, digit, position) => {
    const value = Number(digit) * (position % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
