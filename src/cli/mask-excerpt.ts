import { findPersonalData } from '../core/redact/find-personal-data.js'

/** Stands for each sign that is hidden; one for one, so that nothing moves. */
const hidden = '＊'

/**
 * Texts without the names beside 填表人 and the like and without phone, identity and card numbers: a page that is sent on
 * must not carry further what it asks to be removed. The first sign of each stays, as in 张＊＊; lengths stay the same.
 *
 * @param texts what is shown and, where it stands in a form, what labels it
 */
export function maskExcerpts(
  texts: readonly Readonly<{ text: string; headings: readonly string[] }>[],
): readonly string[] {
  const masked = texts.map(({ text }) => text)
  const likely = texts.flatMap((one, index) => (isLikely(one) ? [{ ...one, place: '', index }] : []))
  for (const { passage, start, end } of findPersonalData(likely).removals) {
    const index = likely[passage]?.index ?? 0
    const text = masked[index] ?? ''
    masked[index] = text.slice(0, start + 1) + hidden.repeat(Math.max(0, end - start - 1)) + text.slice(end)
  }
  return masked
}

const signs = /\p{Nd}[\p{Nd}\s—－-]{5,}|@|＠|人|姓名|签|联系|电话|手机|负责|经办/u

/** Most cells are numbers and names of indicators: looking closer at all of them would take longer than checking them. */
function isLikely({ text, headings }: Readonly<{ text: string; headings: readonly string[] }>): boolean {
  return signs.test(text) || headings.some((heading) => signs.test(heading))
}

/** The quote as it reads in a masked text; itself when it does not stand there. */
export function quoteIn(masked: string, quote: string): string {
  if (masked.includes(quote) || !masked.includes(hidden)) return quote
  for (let at = 0; at + quote.length <= masked.length; at += 1) {
    const same = [...quote].every((_, index) => {
      const sign = masked.charAt(at + index)
      return sign === hidden || sign === quote.charAt(index)
    })
    if (same) return masked.slice(at, at + quote.length)
  }
  return quote
}
