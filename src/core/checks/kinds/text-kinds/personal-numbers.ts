import { foldSigns, unfolded } from '../../../redact/fold-signs.js'
import { patternsIn } from '../../../redact/number-patterns.js'

/** Digits of a person or of an account found in a text. */
export type PersonalNumber = Readonly<{
  kind: 'mobile' | 'landline' | 'identity' | 'bankCard' | 'email'
  index: number
  printed: string
}>

const kinds: Readonly<Record<string, PersonalNumber['kind']>> = {
  'pattern-identity': 'identity',
  'pattern-bank-card': 'bankCard',
  'pattern-mobile': 'mobile',
  'pattern-email': 'email',
}
const landlinePattern = /(?:电话|座机|联系方式|Tel)[^\d\n]{0,6}?((?:0\d{2,3}[-—－\s]?)?[2-8]\d{6,7})(?!\d)/gi

/**
 * Phone numbers, identity numbers with a right check digit, bank cards with a right Luhn digit, e-mail addresses: what
 * 脱敏 takes out by its form, but a landline and a bank card need a word that says so.
 */
export function personalNumbersIn(text: string): readonly PersonalNumber[] {
  const folded = foldSigns(text)
  const speaksOfCards = /卡|账号|帐号|账户|开户/.test(text)
  const numbers = patternsIn(folded.text).flatMap(({ from, to, rule }): readonly PersonalNumber[] => {
    const kind = kinds[rule]
    if (kind === undefined || (kind === 'bankCard' && !speaksOfCards)) return []
    const { start, end } = unfolded(folded, from, to)
    return [{ kind, index: start, printed: text.slice(start, end) }]
  })
  return [...numbers, ...landlines(text)]
}

/** The middle hidden: `180******99`. */
export function masked(printed: string): string {
  const kept = Math.min(3, Math.floor(printed.length / 3))
  const hidden = Math.max(1, printed.length - kept - 2)
  return printed.slice(0, kept) + '*'.repeat(hidden) + printed.slice(kept + hidden)
}

function landlines(text: string): PersonalNumber[] {
  return [...text.matchAll(landlinePattern)].map((match) => {
    const printed = match[1] ?? ''
    return { kind: 'landline', index: match.index + match[0].length - printed.length, printed }
  })
}
