import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { GraphicsState } from './graphics-state.js'
import {
  clipState,
  initialState,
  moveText,
  parseFontMetrics,
  startText,
  transformState,
} from './graphics-state.js'
import type { Matrix, Point } from './matrix.js'
import { identity, readMatrix, transformPoint } from './matrix.js'
import type { Box, Glyph, PageMarks, Ruling } from './page-marks.js'
import { boundingBox, clipRuling, filledRulings, parsePath, strokedRulings } from './path-rulings.js'
import type { PdfLibrary } from './pdf-library.js'
import type { ShownGlyph } from './show-text.js'
import { showText } from './show-text.js'

type Operations = PdfLibrary['OPS']

type Arguments = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>['argsArray'][number]

type Drawing = {
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

type Step = (drawing: Drawing, values: Arguments) => void

const white = '#ffffff'
const hiddenMode = 3

/** Follows the page's drawing commands and keeps each glyph and straight line with its position. */
export async function extractPage(page: PDFPageProxy, library: PdfLibrary): Promise<PageMarks> {
  const viewport = page.getViewport({ scale: 1 })
  const list = await page.getOperatorList({ annotationMode: library.AnnotationMode.DISABLE })
  const fonts = await loadFonts(page, fontNames(list, library.OPS))
  const { width, height } = viewport
  const state = initialState(readMatrix(viewport.transform), {
    left: 0,
    right: width,
    top: 0,
    bottom: height,
  })
  const drawing: Drawing = {
    ...{ state, saved: [], glyphs: [], rulings: [], fonts },
    ...{ run: 0, isClipping: false, slanted: false, hidden: 0 },
  }
  const steps = stepTable(library.OPS)
  list.fnArray.forEach((operation, at) => {
    steps.get(operation)?.(drawing, list.argsArray[at])
  })
  const { glyphs, rulings, slanted, hidden } = drawing
  return { width, height, glyphs, rulings, slanted, hidden }
}

function fontNames(
  list: Awaited<ReturnType<PDFPageProxy['getOperatorList']>>,
  operations: Operations,
): Set<string> {
  const names = new Set<string>()
  list.fnArray.forEach((operation, at) => {
    if (operation === operations.setFont) names.add(list.argsArray[at][0])
  })
  return names
}

async function loadFonts(page: PDFPageProxy, names: Set<string>): Promise<Drawing['fonts']> {
  const fonts: Drawing['fonts'] = new Map()
  for (const name of names) {
    const font = await new Promise<Parameters<typeof parseFontMetrics>[0]>((resolve) => {
      page.commonObjs.get(name, resolve)
    })
    fonts.set(name, parseFontMetrics(font))
  }
  return fonts
}

function isSeen(glyph: Glyph, { left, right, top, bottom }: Box): boolean {
  const x = (glyph.left + glyph.right) / 2
  const y = (glyph.top + glyph.bottom) / 2
  return x >= left && x <= right && y >= top && y <= bottom
}

function stepTable(operations: Operations): ReadonlyMap<number, Step> {
  return new Map<number, Step>([
    [operations.save, ({ saved, state }) => saved.push({ ...state })],
    [operations.restore, restore],
    [operations.transform, ({ state }, values) => transformState(state, readMatrix(values))],
    [operations.paintFormXObjectBegin, enterForm],
    [operations.paintFormXObjectEnd, restore],
    [
      operations.constructPath,
      (drawing, [painting, data]) => drawPath(drawing, operations, { painting, data }),
    ],
    [operations.clip, startClip],
    [operations.eoClip, startClip],
    [operations.setLineWidth, ({ state }, [width]) => assign(state, { lineWidth: width })],
    [
      operations.setStrokeRGBColor,
      ({ state }, [colour]) => assign(state, { strokesWhite: colour === white }),
    ],
    [operations.setFillRGBColor, ({ state }, [colour]) => assign(state, { fillsWhite: colour === white })],
    ...textSteps(operations),
  ])
}

function textSteps(operations: Operations): [number, Step][] {
  return [
    [operations.beginText, ({ state }) => startText(state, identity)],
    [operations.setTextMatrix, ({ state }, [values]) => startText(state, readMatrix(values))],
    [operations.moveText, ({ state }, [x, y]) => moveText(state, x, y)],
    [operations.setLeadingMoveText, ({ state }, [x, y]) => moveText(assign(state, { leading: y }), x, y)],
    [operations.nextLine, ({ state }) => moveText(state, 0, state.leading)],
    [operations.setLeading, ({ state }, [leading]) => assign(state, { leading: -leading })],
    [operations.setCharSpacing, ({ state }, [spacing]) => assign(state, { characterSpacing: spacing })],
    [operations.setWordSpacing, ({ state }, [spacing]) => assign(state, { wordSpacing: spacing })],
    [operations.setHScale, ({ state }, [percent]) => assign(state, { horizontalScale: percent / 100 })],
    [operations.setTextRise, ({ state }, [rise]) => assign(state, { rise })],
    [
      operations.setTextRenderingMode,
      ({ state }, [mode]) => assign(state, { isHidden: mode === hiddenMode }),
    ],
    [operations.setFont, setFont],
    [operations.showText, drawText],
  ]
}

function assign(state: GraphicsState, change: Partial<GraphicsState>): GraphicsState {
  return Object.assign(state, change)
}

function restore(drawing: Drawing): void {
  drawing.state = drawing.saved.pop() ?? drawing.state
}

function startClip(drawing: Drawing): void {
  drawing.isClipping = true
}

function enterForm({ saved, state }: Drawing, [matrix, box]: Arguments): void {
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

function setFont({ state, fonts }: Drawing, [name, size]: Arguments): void {
  state.font = fonts.get(name) ?? state.font
  state.fontSize = size
}

function drawText(drawing: Drawing, [shown]: [readonly ShownGlyph[]]): void {
  drawing.run += 1
  const { glyphs, slanted } = showText(drawing.state, shown, drawing.run)
  drawing.slanted ||= slanted
  if (drawing.state.isHidden) drawing.hidden += glyphs.length
  for (const glyph of glyphs) if (isSeen(glyph, drawing.state.clip)) drawing.glyphs.push(glyph)
}

type Painting = Readonly<{ painting: number; data: readonly (ArrayLike<number> | null)[] }>

function drawPath(drawing: Drawing, operations: Operations, { painting, data }: Painting): void {
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
