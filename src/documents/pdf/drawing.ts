import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { GraphicsState } from './graphics-state.js'
import { clipState, transformState } from './graphics-state.js'
import type { Matrix, Point } from './matrix.js'
import { readMatrix, transformPoint } from './matrix.js'
import type { Glyph, Ruling } from './page-marks.js'
import { boundingBox, clipRuling, filledRulings, parsePath, strokedRulings } from './path-rulings.js'
import type { PdfLibrary } from './pdf-library.js'

export type Operations = PdfLibrary['OPS']

/** What a drawing command is given: pdfjs does not type it. */
export type Arguments = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>['argsArray'][number]

/** A page while its commands are followed. */
export type Drawing = {
  state: GraphicsState
  readonly saved: GraphicsState[]
  readonly glyphs: Glyph[]
  readonly rulings: Ruling[]
  readonly fonts: Map<string, GraphicsState['font']>
  run: number
  /** A clip takes effect with the path that follows it. */
  isClipping: boolean
  slanted: boolean
  hidden: number
}

export type Step = (drawing: Drawing, values: Arguments) => void

export function restore(drawing: Drawing): void {
  drawing.state = drawing.saved.pop() ?? drawing.state
}

export function startClip(drawing: Drawing): void {
  drawing.isClipping = true
}

export function enterForm({ saved, state }: Drawing, [matrix, box]: Arguments): void {
  saved.push({ ...state })
  if (matrix) transformState(state, readMatrix(matrix))
  if (!box) return
  const [left, top, right, bottom] = box
  const corners: Point[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]
  clipState(state, boundingBox(corners.map((corner) => transformPoint(state.transformation, corner))))
}

type Painting = Readonly<{ painting: number; data: readonly (ArrayLike<number> | null)[] }>

export function drawPath(drawing: Drawing, operations: Operations, { painting, data }: Painting): void {
  const { state, rulings } = drawing
  const numbers = data[0]
  const subpaths = numbers ? parsePath(numbers, state.transformation) : []
  const drawn: Ruling[] = []
  if (strokes(painting, operations) && !state.strokesWhite) {
    drawn.push(...strokedRulings(subpaths, state.lineWidth * scaleOf(state.transformation)))
  }
  if (fills(painting, operations) && !state.fillsWhite) drawn.push(...filledRulings(subpaths))
  for (const ruling of drawn) rulings.push(...clipRuling(ruling, state.clip))
  if (drawing.isClipping && subpaths.length > 0) {
    clipState(state, boundingBox(subpaths.flatMap(({ points }) => points)))
  }
  drawing.isClipping = false
}

function strokes(painting: number, operations: Operations): boolean {
  const { stroke, closeStroke, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke } = operations
  return [stroke, closeStroke, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke].some(
    (operation) => operation === painting,
  )
}

function fills(painting: number, operations: Operations): boolean {
  return painting === operations.fill || painting === operations.eoFill
}

function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}
