import type { Glyph, PageMarks, Ruling } from '../documents/pdf/page-marks.js'

/** A page drawn by hand: no file, no library. A4, in points. */
export function pageOf(glyphs: readonly Glyph[], rulings: readonly Ruling[]): PageMarks {
  return { width: 595, height: 842, glyphs, rulings, slanted: false, hidden: 0 }
}

type Position = Readonly<{ left: number; top: number; size?: number }>

/** Glyphs side by side; an ideograph is as wide as high, a Latin sign half as wide. */
export function textAt(text: string, { left, top, size = 10 }: Position): Glyph[] {
  let right = left
  return [...text].map((character): Glyph => {
    const from = right
    right += /[!-~ ]/.test(character) ? size / 2 : size
    return { text: character, left: from, right, top, bottom: top + size, size, turn: 'none', run: top }
  })
}

/** Lines one below the other, as a cell or a paragraph has them. */
export function linesAt(lines: readonly string[], { left, top, size = 10 }: Position): Glyph[] {
  return lines.flatMap((line, at) => textAt(line, { left, top: top + at * size * 1.4, size }))
}

export function horizontal(at: number, from: number, to: number): Ruling {
  return { axis: 'horizontal', at, from, to }
}

export function vertical(at: number, from: number, to: number): Ruling {
  return { axis: 'vertical', at, from, to }
}

/** All borders of a plain table. */
export function latticeOf(xs: readonly number[], ys: readonly number[]): Ruling[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)]
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)]
  return [...ys.map((y) => horizontal(y, left, right)), ...xs.map((x) => vertical(x, top, bottom))]
}
