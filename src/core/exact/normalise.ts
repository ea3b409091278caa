const fullWidth = /[\uFF01-\uFF5E]/g

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
  return text
    .replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0\u2002\u2003\u2009]/g, ' ')
    .replace(/﹪/g, '%')
    .replace(/[−﹣]/g, '-')
    .replace(/[—–―─]/g, '—')
    .replace(/[﹝〔]/g, '〔')
    .replace(/[﹞〕]/g, '〕')
}

/** The words alone: no spaces, no punctuation, full-width folded. Two labels are the same when this is. */
export function bareWords(text: string): string {
  return foldInPlace(text).replace(/[\s\p{P}\p{S}]/gu, '')
}
