import type { CheckKind } from '../../../law/check.js'
import { piecesOf } from './pieces.js'
import { gathered } from './verdicts.js'

/** A paragraph that is nothing but ……; a spare row of a form may well be. */
export const dotsAsText: CheckKind = (filing) => {
  const places = piecesOf(filing)
    .filter(
      ({ kind, text }) =>
        kind === 'paragraph' && /^[\s\d一二三四五六七八九十（）().、]*(?:…+|\.{3,})[。\s]*$/.test(text),
    )
    .map(({ at, text }) => at(text))
  return gathered(places, () => '这里只有“……”，是模板里的省略，没有填写。请填上实际内容，没有的请删去。')
}
