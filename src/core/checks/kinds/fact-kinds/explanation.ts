import { toShortText } from '../../../exact/decimal.js'
import type { Fact } from '../../../filing/fact.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckDefinition } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { subjectWords } from './fact-groups.js'

/** A sentence that names the project or the amount and says why. */
export function isExplained(filing: Filing, { subject, stated }: Fact, definition: CheckDefinition): boolean {
  const causes = wordsOf(definition, 'causes')
  const name = subjectWords(subject)
  const amount = toShortText(stated.value)
  return filing.narrative.sentences.some(({ text }) => {
    const speaksOfIt = (name !== '' && text.includes(name)) || hasNumber(text, amount)
    return speaksOfIt && causes.some((cause) => text.includes(cause))
  })
}

function hasNumber(text: string, amount: string): boolean {
  return new RegExp(`(?<![\\d.])${amount.replace('.', '\\.')}0*(?![\\d.])`).test(text)
}
