import { removeInvisible, trimLayout } from '../clean-text.js'
import type { Box, Glyph } from './page-marks.js'

/** A printed line. `left` and `right` run along its reading direction, without the spaces at its ends. */
export type Line = Box &
  Readonly<{
    text: string
    size: number
    /** Width of what a line break may not separate from its start: a character, a number or a word. */
    headWidth: number
    isTurned: boolean
  }>

/** How far, in font sizes, two glyphs of one line may be off in height: a raised or lowered sign. */
const sameLine = 0.45
/** A gap that stands for a space, in font sizes: between Latin signs, and beside an ideograph. */
const latinGap = 0.25
const ideographGap = 0.75

const latin = /[!-~]/
const blank = /^[\s\u00a0\u3000]*$/
/** What may not begin a line, so that it holds on to the character before it. */
const clinging = /^[，。、；：？！）》」』】〉〕”’…—,.;:?!)\]}%％℃‰]$/

/** The lines that glyphs make, in reading order. Turned glyphs make lines of their own, after the upright ones. */
export function makeLines(glyphs: readonly Glyph[]): Line[] {
  const upright = glyphs.filter(({ turn }) => turn === 'none')
  const turned = glyphs.filter(({ turn }) => turn !== 'none')
  return [...makeUprightLines(upright), ...makeUprightLines(turned.map(straighten))]
}

function straighten(glyph: Glyph): Glyph {
  const { left, right, top, bottom } = glyph
  return glyph.turn === 'down'
    ? { ...glyph, left: top, right: bottom, top: -right, bottom: -left }
    : { ...glyph, left: -bottom, right: -top, top: left, bottom: right }
}

function makeUprightLines(glyphs: readonly Glyph[]): Line[] {
  const middle = ({ top, bottom }: Box) => (top + bottom) / 2
  const groups: Glyph[][] = []
  for (const glyph of glyphs.toSorted((one, other) => middle(one) - middle(other))) {
    const group = groups.at(-1)
    const first = group?.[0]
    const isSame =
      first !== undefined && middle(glyph) - middle(first) <= Math.max(glyph.size, first.size) * sameLine
    if (isSame) group?.push(glyph)
    else groups.push([glyph])
  }
  return groups.flatMap((group) => makeLine(group.sort((one, other) => one.left - other.left)) ?? [])
}

function makeLine(sorted: readonly Glyph[]): Line | undefined {
  const glyphs = trimBlanks(withoutRepeats(sorted))
  const [first, last] = [glyphs[0], glyphs.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const text = trimLayout(
    removeInvisible(glyphs.map((glyph, at) => gapBefore(glyphs[at - 1], glyph) + glyph.text).join('')),
  )
  return {
    text,
    left: first.left,
    right: Math.max(...glyphs.map(({ right }) => right)),
    top: Math.min(...glyphs.map(({ top }) => top)),
    bottom: Math.max(...glyphs.map(({ bottom }) => bottom)),
    size: Math.max(...glyphs.map(({ size }) => size)),
    headWidth: headOf(glyphs).right - first.left,
    isTurned: first.turn !== 'none',
  }
}

/** Bold is sometimes printed by drawing every glyph twice, a hair apart. */
function withoutRepeats(sorted: readonly Glyph[]): Glyph[] {
  return sorted.filter((glyph, at) => {
    const previous = sorted[at - 1]
    return previous?.text !== glyph.text || glyph.left - previous.left > glyph.size * 0.1
  })
}

function trimBlanks(glyphs: readonly Glyph[]): Glyph[] {
  const isPrinted = ({ text }: Glyph) => !blank.test(text)
  return glyphs.slice(glyphs.findIndex(isPrinted), glyphs.findLastIndex(isPrinted) + 1)
}

function gapBefore(previous: Glyph | undefined, glyph: Glyph): string {
  if (previous === undefined || blank.test(previous.text) || blank.test(glyph.text)) return ''
  const gap = (glyph.left - previous.right) / glyph.size
  const isLatin = latin.test(previous.text.slice(-1)) && latin.test(glyph.text)
  return gap > (isLatin ? latinGap : ideographGap) ? ' ' : ''
}

function headOf(glyphs: readonly Glyph[]): Glyph {
  let end = 1
  while (end < glyphs.length && holdsOn(glyphs[end - 1], glyphs[end])) end += 1
  return glyphs[end - 1] ?? glyphs[0] ?? missing
}

function holdsOn(previous: Glyph | undefined, glyph: Glyph | undefined): boolean {
  if (previous === undefined || glyph === undefined) return false
  return clinging.test(glyph.text) || (latin.test(previous.text) && latin.test(glyph.text))
}

const missing: Glyph = { text: '', left: 0, right: 0, top: 0, bottom: 0, size: 0, turn: 'none', run: 0 }
