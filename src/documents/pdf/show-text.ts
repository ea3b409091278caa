import { foldRadicals } from './fold-radicals.js'
import type { GraphicsState } from './graphics-state.js'
import type { Matrix, Point } from './matrix.js'
import { compose, transformPoint } from './matrix.js'
import type { Glyph, Turn } from './page-marks.js'

/** A glyph as pdfjs lists it, or a correction of the position in thousandths of the font size. */
export type ShownGlyph =
  | number
  | Readonly<{ unicode: string; width: number; isSpace: boolean; vmetric?: readonly number[] | null }>

/** The share of the font size above the baseline: CJK glyphs fill their square. */
const ascent = 0.88
/** Text slanted by more than about ten degrees is a watermark or a stamp. */
const largestSlant = 0.18

type Placement = Readonly<{ state: GraphicsState; matrix: Matrix; run: number }>

/** The glyphs of one drawing command where they stand, and whether any was slanted; moves the cursor on. */
export function showText(
  state: GraphicsState,
  shown: readonly ShownGlyph[],
  run: number,
): { glyphs: Glyph[]; slanted: boolean } {
  const placement = { state, matrix: compose(state.transformation, state.textMatrix), run }
  const glyphs: Glyph[] = []
  let slanted = false
  for (const item of shown) {
    if (typeof item === 'number') {
      correctPosition(state, item)
      continue
    }
    const advance = advanceOf(state, item)
    const glyph = placeGlyph(placement, foldRadicals(item.unicode), advance)
    if (glyph === undefined) slanted = true
    else if (glyph.text !== '') glyphs.push(glyph)
    if (state.font.vertical) state.y -= advance
    else state.x += advance
  }
  return { glyphs, slanted }
}

function correctPosition(state: GraphicsState, thousandths: number): void {
  const shift = (thousandths * state.fontSize) / 1000
  if (state.font.vertical) state.y -= shift
  else state.x -= shift * state.horizontalScale
}

function advanceOf(state: GraphicsState, glyph: Exclude<ShownGlyph, number>): number {
  const { font } = state
  const spacing = state.characterSpacing + (glyph.isSpace ? state.wordSpacing : 0)
  if (!font.vertical) {
    return (glyph.width * font.scale * state.fontSize + spacing) * state.horizontalScale
  }
  const [advance = font.defaultVertical[0]] = glyph.vmetric ?? []
  return -advance * font.scale * state.fontSize - spacing
}

/** The glyph in its box, or undefined when it stands aslant. */
function placeGlyph({ state, matrix, run }: Placement, text: string, advance: number): Glyph | undefined {
  const { font, x, rise } = state
  const y = state.y + rise
  const height = state.fontSize * font.height * 1000
  const across: Point = font.vertical ? [x - height / 2, y] : [x, y - height * (1 - ascent)]
  const opposite: Point = font.vertical ? [x + height / 2, y - advance] : [x + advance, y + height * ascent]
  const [x1, y1] = transformPoint(matrix, across)
  const [x2, y2] = transformPoint(matrix, opposite)
  const turn = turnOf(matrix)
  if (turn === undefined) return undefined
  const box = {
    left: Math.min(x1, x2),
    right: Math.max(x1, x2),
    top: Math.min(y1, y2),
    bottom: Math.max(y1, y2),
  }
  const size = Math.abs(height) * Math.hypot(matrix[2], matrix[3])
  return { text, ...box, size, turn, run }
}

/** Page coordinates point down, so the matrix of upright text mirrors. */
function turnOf([a, b]: Matrix): Turn | undefined {
  const length = Math.hypot(a, b)
  if (Math.abs(b) <= length * largestSlant) return 'none'
  if (Math.abs(a) <= length * largestSlant) return b > 0 ? 'down' : 'up'
  return undefined
}
