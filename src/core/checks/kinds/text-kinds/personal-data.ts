import type { Place } from '../../../document/document.js'
import type { CheckKind, Outcome, Severity } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { masked, type PersonalNumber, personalNumbersIn } from './personal-numbers.js'
import { type Piece, piecesWith } from './pieces.js'
import { readSignature } from './signature-line.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { holdsAny } from './word-pattern.js'

type Kind = PersonalNumber['kind']

type Found = Readonly<{ kind: Kind; printed: string; place: Place; named: boolean }>

const kinds: readonly (readonly [Kind, string, Severity])[] = [
  ['mobile', '个人手机号', 'error'],
  ['identity', '身份证号', 'error'],
  ['bankCard', '银行卡号', 'error'],
  ['landline', '经办人的姓名和座机', 'warning'],
  ['email', '电子邮箱', 'warning'],
]

/**
 * 公开稿脱敏: no phone numbers, identity numbers, bank cards. A landline counts only beside somebody's name;
 * a public hotline never does. Numbers are masked in the message, and the quote stops at their first digit.
 */
export const personalData: CheckKind = (filing, definition) => {
  const hotlines = wordsOf(definition, 'hotlineWords')
  const found = piecesWith(filing, /\d[\d\s-]{5,}\d|@/).flatMap((piece) => personalIn(piece, hotlines))
  const outcomes = kinds.flatMap(([kind, name, severity]): readonly Outcome[] => {
    const these = found.filter((item) => item.kind === kind)
    return these.length === 0 ? [] : [kindOutcome(these, name, severity)]
  })
  return outcomes.length === 0 ? [holdsAt()] : outcomes
}

function kindOutcome(found: readonly Found[], name: string, severity: Severity): Outcome {
  const numbers = [...new Set(found.map(({ printed }) => masked(printed)))].slice(0, 3).join('、')
  const message = `文件里有${name}（${numbers}，共${found.length}处）。公开前请删去或遮盖；报送稿可以保留。`
  return violatedAt(
    found.map(({ place }) => place),
    message,
    { severity },
  )
}

function personalIn(piece: Piece, hotlines: readonly string[]): readonly Found[] {
  const named = namesSomebody(piece.text)
  return personalNumbersIn(piece.text)
    .map(({ kind, index, printed }) => ({
      kind,
      printed,
      place: piece.at(quoteOf(piece.text, index)),
      named,
      index,
    }))
    .filter(({ kind, index, named: beside }) => {
      if (kind === 'landline' && !beside) return false
      return (
        kind === 'identity' ||
        kind === 'bankCard' ||
        !holdsAny(piece.text.slice(Math.max(0, index - 16), index), hotlines)
      )
    })
}

function namesSomebody(text: string): boolean {
  const signed = readSignature(text)?.some(
    ({ role, value }) => role === 'preparer' && /[\u4e00-\u9fa5]{2}/.test(value),
  )
  return signed === true || /(?:联系人|经办人|填报人|填表人)\s*[:：]?\s*[\u4e00-\u9fa5]{2,4}/.test(text)
}

/** The label before the number and its first digit: enough to find it, too little to call it. */
function quoteOf(text: string, index: number): string {
  const before =
    /[\u4e00-\u9fa5A-Za-z]*\s*[:：]?\s*$/.exec(text.slice(Math.max(0, index - 12), index))?.[0] ?? ''
  return text.slice(index - before.length, index + 1).trimStart()
}
