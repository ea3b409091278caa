import type { Place } from '../../../document/document.js'
import type { CheckKind, Outcome } from '../../check.js'
import { wordsOf } from '../../parameters.js'
import { type Piece, piecesOf, wordsAround } from './pieces.js'
import { recordsOf, type WordRecord, wordIn } from './records.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { holdsAny } from './word-pattern.js'

type Slip = Readonly<{ place: Place; message: string; expected?: string; stated: string }>

/** 错字: strings of a dictionary that no right sentence holds, with what was meant. */
export const wrongWords: CheckKind = (filing, definition) => {
  const entries = recordsOf(definition, 'entries')
  return slips(filing, (piece) => entries.flatMap((entry) => wrongIn(piece, entry)))
}

function wrongIn({ text, at }: Piece, entry: WordRecord): readonly Slip[] {
  const wrong = wordIn(entry, 'wrong')
  const from = text.indexOf(wrong)
  if (from < 0 || holdsAny(text, entry.unless ?? [])) return []
  const right = wordIn(entry, 'right')
  const message = `“${wrong}”疑为“${right}”之误，请核对。`
  return [
    { place: at(wordsAround(text, from, from + wrong.length)), message, expected: right, stated: wrong },
  ]
}

/** 漏字: the beginning of a word that does not go on as any word does: 各项工，. */
export const clippedWords: CheckKind = (filing, definition) => {
  const entries = recordsOf(definition, 'entries')
  return slips(filing, (piece) => entries.flatMap((entry) => clippedIn(piece, entry)))
}

function clippedIn({ text, at }: Piece, entry: WordRecord): readonly Slip[] {
  const beginning = wordIn(entry, 'beginning')
  const goesOn = wordIn(entry, 'goesOn')
  const found = new RegExp(`${beginning}(?!\\s*[${goesOn}])`).exec(text)
  if (found === null) return []
  const whole = wordIn(entry, 'whole')
  const quote = text.slice(Math.max(0, found.index - 4), found.index + beginning.length + 1)
  const message = `“${beginning}”后面好像漏了字，疑为“${whole}”。请补全。`
  return [{ place: at(quote.trim()), message, expected: whole, stated: beginning }]
}

/** 重复: the same two to six signs twice in a row: 活动活动. */
export const doubledWords: CheckKind = (filing, definition) => {
  const allowed = wordsOf(definition, 'allowed')
  return slips(filing, ({ text, at }) =>
    [...text.matchAll(/([\u4e00-\u9fa5]{2,6})\1/g)].flatMap((match) => {
      const [doubled, word = ''] = match
      const around = text.slice(match.index, match.index + doubled.length + 2)
      if (holdsAny(around, allowed) || /^(?:一|.*逐)/.test(word) || new Set(word).size === 1) return []
      const message = `“${word}”连着写了两遍，请删去一个。`
      const place = at(wordsAround(text, match.index, match.index + doubled.length))
      return [{ place, message, expected: word, stated: doubled }]
    }),
  )
}

/** 标点: two marks in a row that cannot stand together. */
export const doubledMarks: CheckKind = (filing) =>
  slips(filing, ({ text, at }) => {
    const match = /[，,]\s*[，。；：、]|。\s*[，；：、]|(?<!。)。\s?。(?!。)|[；：、]\s*[，。；：、]/.exec(
      text,
    )
    if (match === null) return []
    const quote = text.slice(Math.max(0, match.index - 6), match.index + match[0].length)
    return [
      {
        place: at(quote.trimStart()),
        message: `标点“${match[0].replace(/\s/g, '')}”重复或多余，请改正。`,
        stated: match[0],
      },
    ]
  })

type Filing = Parameters<CheckKind>[0]

/** One outcome for every wrong string with all its places. */
function slips(filing: Filing, slipsIn: (piece: Piece) => readonly Slip[]): readonly Outcome[] {
  const found = piecesOf(filing).flatMap(slipsIn)
  if (found.length === 0) return [holdsAt()]
  const messages = [...new Set(found.map(({ message }) => message))]
  return messages.flatMap((message) => {
    const same = found.filter((slip) => slip.message === message)
    const [first] = same
    if (first === undefined) return []
    const { expected, stated } = first
    return [
      violatedAt(
        same.map(({ place }) => place),
        message,
        expected === undefined ? { stated } : { expected, stated },
      ),
    ]
  })
}
