import { type Paragraph, placeInParagraph } from '../../../document/document.js'
import { bareWords } from '../../../exact/normalise.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { paragraphsOf, piecesOf } from './pieces.js'
import { holdsAt, violatedAt } from './verdicts.js'

const anyMark = /[()（）《》“”]/
const pairs: readonly (readonly [string, string, string])[] = [
  ['(', ')', '括号'],
  ['《', '》', '书名号'],
  ['“', '”', '引号'],
]

/** 括号、书名号、引号成对, within a paragraph; a pair that a break of lines cut in two is whole. */
export const balancedMarks: CheckKind = (filing) => {
  const paragraphs = paragraphsOf(filing)
  const broken = paragraphs.flatMap((paragraph, position) =>
    !anyMark.test(paragraph.text)
      ? []
      : pairs.flatMap(([open, close, name]): readonly Outcome[] => {
          const surplus = surplusOf(paragraph.text, open, close)
          const near = [paragraphs[position - 1], paragraphs[position + 1]]
          if (surplus === 0 || near.some((other) => surplusOf(other?.text ?? '', open, close) === -surplus))
            return []
          return [unbalanced(paragraph, { surplus, open, close, name })]
        }),
  )
  return broken.length === 0 ? [holdsAt()] : broken
}

type Unbalanced = Readonly<{ surplus: number; open: string; close: string; name: string }>

function unbalanced(paragraph: Paragraph, { surplus, open, close, name }: Unbalanced): Outcome {
  const text = folded(paragraph.text)
  const at = surplus > 0 ? text.lastIndexOf(open) : text.indexOf(close)
  const place = placeInParagraph(paragraph, paragraph.text.slice(Math.max(0, at - 8), at + 9))
  const [there, missing] = surplus > 0 ? [open, close] : [close, open]
  return violatedAt(
    [place],
    `${name}不成对：有“${wide(there)}”，没有对应的“${wide(missing)}”。请补上或删去。`,
  )
}

function surplusOf(text: string, open: string, close: string): number {
  const plain = open === '(' ? withoutListNumbers(text) : text
  return plain.split(open).length - plain.split(close).length
}

/** 1） and a） close no bracket. */
function withoutListNumbers(text: string): string {
  return folded(text).replace(/(^|[\s。；，、:])([\d一二三四五六七八九十a-zA-Z]{1,3})\)/g, '$1$2 ')
}

function folded(text: string): string {
  return text.replace(/（/g, '(').replace(/）/g, ')').replace(/：/g, ':')
}

function wide(sign: string): string {
  return sign === '(' ? '（' : sign === ')' ? '）' : sign
}

const shortestRepeat = 10

/**
 * 重复句: a sentence of at least ten signs that an earlier one of its paragraph already holds. Figures and the
 * reasons of two figures may repeat.
 */
export const repeatedSentences: CheckKind = (filing) => {
  const broken = piecesOf(filing).flatMap(({ text, at }) => {
    if (text.length < 2 * shortestRepeat) return []
    const sentences = text.split(/[。；！？]/)
    if (sentences.length < 2) return []
    const bare = sentences.map(bareWords)
    return sentences.flatMap((sentence, position): readonly Outcome[] => {
      const words = bare[position] ?? ''
      if (words.length < shortestRepeat || /\d|原因/.test(words)) return []
      if (!bare.slice(0, position).some((earlier) => earlier.includes(words))) return []
      return [violatedAt([at(sentence.trim())], `“${sentence.trim()}”在同一段里写了两遍，请删去一处。`)]
    })
  })
  return broken.length === 0 ? [holdsAt()] : broken
}
