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

const mostRemembered = 20_000
const longestRemembered = 120

/**
 * The same function with its answers on short texts kept: labels and figures come again in every report. The answer
 * is never undefined and never changed.
 * Forgets all when full, so that memory stays bounded.
 */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    if (text.length > longestRemembered) return answer(text)
    const known = answers.get(text)
    if (known !== undefined) return known
    if (answers.size >= mostRemembered) answers.clear()
    const fresh = answer(text)
    answers.set(text, fresh)
    return fresh
  }
}
