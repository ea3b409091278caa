import { type Paragraph, placeInParagraph } from '../../../document/document.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { paragraphsOf } from './pieces.js'
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
