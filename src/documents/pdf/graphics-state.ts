import type { Matrix } from './matrix.js'
import { compose, identity } from './matrix.js'
import type { Box } from './page-marks.js'

/** What a font says about the advance of its glyphs. */
export type FontMetrics = Readonly<{
  vertical: boolean
  /** Glyph units to text units, along and across the line. */
  scale: number
  height: number
  /** Advance of a glyph in vertical writing, then the origin's offset, in glyph units. */
  defaultVertical: readonly [advance: number, originX: number, originY: number]
}>

const thousandth = 0.001

const unknownFont: FontMetrics = {
  vertical: false,
  scale: thousandth,
  height: thousandth,
  defaultVertical: [-1000, 500, 880],
}

/** The graphics and text state of PDF's imaging model, as far as positions need it. */
export type GraphicsState = {
  transformation: Matrix
  /** What is drawn outside it is not seen. */
  clip: Box
  lineWidth: number
  strokesWhite: boolean
  fillsWhite: boolean
  font: FontMetrics
  fontSize: number
  characterSpacing: number
  wordSpacing: number
  horizontalScale: number
  leading: number
  rise: number
  isHidden: boolean
  textMatrix: Matrix
  lineX: number
  lineY: number
  x: number
  y: number
}

export function initialState(transformation: Matrix, clip: Box): GraphicsState {
  return {
    transformation,
    clip,
    lineWidth: 1,
    strokesWhite: false,
    fillsWhite: false,
    font: unknownFont,
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    isHidden: false,
    textMatrix: identity,
    lineX: 0,
    lineY: 0,
    x: 0,
    y: 0,
  }
}

/** Places the text cursor at the start of the line under the text matrix. */
export function startText(state: GraphicsState, matrix: Matrix): void {
  state.textMatrix = matrix
  state.lineX = state.lineY = state.x = state.y = 0
}

export function moveText(state: GraphicsState, x: number, y: number): void {
  state.lineX += x
  state.lineY += y
  state.x = state.lineX
  state.y = state.lineY
}

export function transformState(state: GraphicsState, matrix: Matrix): void {
  state.transformation = compose(state.transformation, matrix)
}

/** Narrows what is seen to the part inside the box. */
export function clipState(state: GraphicsState, { left, right, top, bottom }: Box): void {
  const { clip } = state
  state.clip = {
    left: Math.max(clip.left, left),
    right: Math.min(clip.right, right),
    top: Math.max(clip.top, top),
    bottom: Math.min(clip.bottom, bottom),
  }
}

type FontObject = Readonly<{
  vertical?: boolean
  fontMatrix?: readonly number[] | null
  defaultVMetrics?: readonly number[] | null
}>

/** Reads what pdfjs knows of a font; what it does not say is as usual for CJK fonts. */
export function parseFontMetrics(font: FontObject | null | undefined): FontMetrics {
  const [scale = thousandth, , , height = scale] = font?.fontMatrix ?? []
  const [advance = -1000, originX = 500, originY = 880] = font?.defaultVMetrics ?? []
  return {
    vertical: font?.vertical ?? false,
    scale: scale || thousandth,
    height: Math.abs(height) || thousandth,
    defaultVertical: [advance, originX, originY],
  }
}
