import { createCanvas, DOMMatrix, ImageData, Path2D } from '@napi-rs/canvas'
import { dataFolder, loadPdfLibrary } from '../documents/pdf/pdf-library.js'

/** A page as pixels: red, green, blue and alpha, a byte each, row by row. */
export type Picture = Readonly<{ width: number; height: number; data: Uint8ClampedArray }>

/** Fine enough to see every figure change, coarse enough for small files. */
const pixelsPerInch = 60

/** Draws pages of a PDF, the first being 1; all of them when none is named. */
export async function renderPages(pdf: Uint8Array, pages?: readonly number[]): Promise<readonly Picture[]> {
  const library = await loadDrawing()
  const task = library.getDocument({
    data: pdf.slice(),
    cMapUrl: dataFolder('cmaps'),
    standardFontDataUrl: dataFolder('standard_fonts'),
    isEvalSupported: false,
    verbosity: 0,
  })
  const document = await task.promise
  const numbers = pages ?? Array.from({ length: document.numPages }, (_, at) => at + 1)
  const pictures: Picture[] = []
  for (const number of numbers) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: pixelsPerInch / 72 })
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height))
    const context = canvas.getContext('2d')
    await page.render({ canvas: null, canvasContext: context, viewport }).promise
    const { width, height } = canvas
    pictures.push({ width, height, data: context.getImageData(0, 0, width, height).data })
  }
  await task.destroy()
  return pictures
}

/** How much of a picture is not white, from 0 to 1. */
export function shareOfInk({ data }: Picture): number {
  let dark = 0
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 200) dark++
  return dark / (data.length / 4)
}

/** The reader puts empty classes in the place of these; drawing needs the real ones. */
async function loadDrawing() {
  for (const [name, value] of Object.entries({ DOMMatrix, ImageData, Path2D })) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  }
  return loadPdfLibrary()
}
