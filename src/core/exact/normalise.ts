import { remembered } from '../remember.js'

/** Every sign that has another form; one pass, because this runs on each cell for each check. */
const foldable = /[\uFF01-\uFF5E\u3000\u00A0\u2002\u2003\u2009﹪−﹣–―─﹝﹞]/g

const folded: Readonly<Record<string, string>> = {
  '﹪': '%',
  '−': '-',
  '﹣': '-',
  '–': '—',
  '―': '—',
  '─': '—',
  '﹝': '〔',
  '﹞': '〕',
}

function fold(sign: string): string {
  const code = sign.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return folded[sign] ?? ' '
}

/**
 * Folds the ways one sign is typed: full-width letters and digits, `％` `＝` `>=` `≧`, full-width and
 * hair spaces, the many dashes and minus signs. Length may shrink (`>=` to `≥`); use {@link foldInPlace} where
 * positions must stay.
 */
export function normalise(text: string): string {
  return foldInPlace(text)
    .replace(/>=|>\s?=|≧|⩾/g, '≥')
    .replace(/<=|≦|⩽/g, '≤')
    .trim()
}

/** Like {@link normalise} but every character stays at its position. */
export function foldInPlace(text: string): string {
  return text.replace(foldable, fold)
}

/** The words alone: no spaces, no punctuation, full-width folded. Two labels are the same when this is. */
export const bareWords = remembered((text) => foldInPlace(text).replace(/[\s\p{P}\p{S}]/gu, ''))
