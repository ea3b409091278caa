import { foldInPlace } from '../exact/normalise.js'

/** A text as patterns see it, and where each of its signs stood; `positions` has one more entry for the end. */
export type Folded = Readonly<{ text: string; positions: readonly number[]; original: string }>

/** Zero-width signs, direction marks, soft hyphens, joiners, variation selectors: seen by nobody. */
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u034f|[\ufe00-\ufe0f]/
const colons: Readonly<Record<string, string>> = {
  '∶': ':',
  '︰': ':',
  '﹕': ':',
  '︓': ':',
  '﹫': '@',
  '﹒': '.',
}
/** Full-width forms fold by themselves; the other spaces and dashes of Unicode do not. */
const otherSpace = /[\u1680\u2000-\u200a\u202f\u205f\u2028\u2029\u0085]/
const otherDash = /[\u2010-\u2015\u2212\ufe58\ufe63]/

/** Folds full-width signs, odd spaces and styled digits, and leaves out what nobody sees; remembers positions. */
export function foldSigns(text: string): Folded {
  if (!special.test(text)) return withoutLetterSpaces(foldedInPlace(text))
  const signs: string[] = []
  const positions: number[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (invisible.test(sign)) continue
    const styled = sign === '\ud835' ? styledSign(text.slice(at, at + 2)) : undefined
    signs.push(styled ?? foldSign(sign))
    positions.push(at)
    if (styled !== undefined) at += 1
  }
  positions.push(text.length)
  return withoutLetterSpaces({ text: signs.join(''), positions, original: text })
}

/** Six and more signs with one space between any two: a line that was spread to the width of its page. */
const spread = /(?:[\p{Script=Han}\p{P}] ){5,}[\p{Script=Han}\p{P}]/gu

function withoutLetterSpaces(folded: Folded): Folded {
  const spaces = new Set<number>()
  for (const { 0: line, index } of folded.text.matchAll(spread))
    for (let at = line.indexOf(' '); at >= 0; at = line.indexOf(' ', at + 1))
      if (folded.original.charAt(folded.positions[index + at] ?? 0) !== '\u3000') spaces.add(index + at)
  if (spaces.size === 0) return folded
  return {
    ...folded,
    text: folded.text
      .split('')
      .filter((_sign, at) => !spaces.has(at))
      .join(''),
    positions: folded.positions.filter((_position, at) => !spaces.has(at)),
  }
}

/** Anything but plain signs, Han and the usual punctuation. */
const special = /[^\t\n\r -~\u00a5\u00b7\u3000-\u30ff\u4e00-\u9fff\uff00-\uffee“”‘’…—×≥≤]/

function foldedInPlace(text: string): Folded {
  const positions = Array.from({ length: text.length + 1 }, (_, at) => at)
  return { text: foldInPlace(text), positions, original: text }
}

function foldSign(sign: string): string {
  if (otherSpace.test(sign)) return ' '
  if (otherDash.test(sign)) return '-'
  return colons[sign] ?? foldInPlace(sign)
}

/** Mathematical digits and letters, `𝟏`. */
function styledSign(pair: string): string | undefined {
  const plain = pair.normalize('NFKC')
  return plain.length === 1 ? plain : undefined
}

/** The stretch of the original text from one folded sign up to another; unseen signs between them go with it. */
export function unfolded(
  { positions, original }: Folded,
  from: number,
  to: number,
): Readonly<{ start: number; end: number }> {
  const last = positions[to - 1] ?? original.length
  return { start: positions[from] ?? 0, end: last + (original.charAt(last) === '\ud835' ? 2 : 1) }
}
