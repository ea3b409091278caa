import type { CheckKind } from '../../../law/check.js'
import { piecesWith } from './pieces.js'
import { slips } from './slips.js'

const marks = /[，,]\s*[，。；：、]|。\s*[，；：、]|(?<!。)。\s?。(?!。)|[；：、]\s*[，。；：、]/

/** 标点: two marks in a row that cannot stand together. */
export const doubledMarks: CheckKind = (filing) =>
  slips(piecesWith(filing, marks), ({ text, at }) => {
    const match = marks.exec(text)
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
