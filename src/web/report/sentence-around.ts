const ends = /[。；！？;!?]/

/** The sentence in which a quote stands, as offsets into the text; the whole text when nothing is quoted. */
export function sentenceAround(
  text: string,
  quote: string | undefined,
): Readonly<{ from: number; to: number }> {
  const at = quote === undefined ? -1 : text.indexOf(quote)
  if (quote === undefined || at === -1) return { from: 0, to: text.length }
  let from = at
  while (from > 0 && !ends.test(text[from - 1] ?? '')) from -= 1
  let to = at + quote.length
  while (to < text.length && !ends.test(text[to - 1] ?? '')) to += 1
  return { from, to }
}
