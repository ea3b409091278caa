import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Drawing, Operations, Step } from './drawing.js'
import { drawPath, enterForm, restore, startClip } from './drawing.js'
import { initialState, parseFontMetrics, transformState } from './graphics-state.js'
import { readMatrix } from './matrix.js'
import type { PageMarks } from './page-marks.js'
import type { PdfLibrary } from './pdf-library.js'
import { assign, textSteps } from './text-steps.js'

const white = '#ffffff'

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
