import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Document } from '../../core/document/document.js'
import { DomainError } from '../../core/errors/errors.js'
import { assembleDocument } from './assemble.js'
import { extractPage } from './extract-page.js'
import type { PageMarks } from './page-marks.js'
import type { PdfLibrary } from './pdf-library.js'
import { dataFolder, loadPdfLibrary } from './pdf-library.js'

/** More than any real filing; beyond them a file is refused, not cut. */
const mostPages = 600
const mostGlyphs = 2_000_000
/** So many first pages without text make it worth looking ahead before reading a scan's images. */
const pagesBeforeDoubt = 3

/**
 * Reads paragraphs and tables from the positions of text and ruling lines.
 * Refuses a PDF with a password, a damaged one, and a scan without text.
 */
export async function readPdf(bytes: Uint8Array): Promise<Document> {
  const library = await loadPdfLibrary()
  const task = library.getDocument({ ...quietOptions(library), data: new Uint8Array(bytes) })
  try {
    const pdf = await task.promise
    const pages = await extractPages(pdf, library)
    const document = assembleDocument(pages)
    return { ...document, notes: [...document.notes, ...describeLosses(pages)] }
  } catch (error) {
    throw asRefusal(error)
  } finally {
    await task.destroy()
  }
}

/** Runs nothing from the file, fetches nothing, decodes no image, and keeps quiet. */
function quietOptions({ VerbosityLevel }: PdfLibrary) {
  return {
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: false,
    enableXfa: false,
    useWorkerFetch: false,
    maxImageSize: 1,
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: dataFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: dataFolder('standard_fonts'),
    wasmUrl: dataFolder('wasm'),
    iccUrl: dataFolder('iccs'),
  }
}

async function extractPages(pdf: PDFDocumentProxy, library: PdfLibrary): Promise<PageMarks[]> {
  if (pdf.numPages > mostPages) throw new DomainError('FILE_TOO_COMPLEX', { where: `超过 ${mostPages} 页` })
  const pages: PageMarks[] = []
  let glyphs = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    if (number > pagesBeforeDoubt && glyphs === 0) await refuseScan(pdf, number)
    const page = await pdf.getPage(number)
    const marks = await extractPage(page, library)
    page.cleanup()
    pages.push(marks)
    glyphs += marks.glyphs.length
    if (glyphs > mostGlyphs) throw new DomainError('FILE_TOO_COMPLEX', { where: `超过 ${mostGlyphs} 个字` })
  }
  if (pages.every(isBlank)) throw new DomainError('SCAN_WITHOUT_TEXT')
  return pages
}

/** Text is looked for without drawing the pages, which for images would take seconds each. */
async function refuseScan(pdf: PDFDocumentProxy, from: number): Promise<void> {
  for (let number = from; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    if (items.some((item) => 'str' in item && item.str.trim() !== '')) return
  }
  throw new DomainError('SCAN_WITHOUT_TEXT')
}

function isBlank({ glyphs }: PageMarks): boolean {
  return glyphs.every(({ text }) => text.trim() === '')
}

function describeLosses(pages: readonly PageMarks[]): string[] {
  const blank = pages.flatMap((page, at) => (isBlank(page) ? [at + 1] : []))
  const glyphs = pages.reduce((sum, page) => sum + page.glyphs.length, 0)
  const hidden = pages.reduce((sum, page) => sum + page.hidden, 0)
  const notes: string[] = []
  if (blank.length > 0) notes.push(`第 ${blank.join('、')} 页没有文字，可能是图片或空白页，未能读取。`)
  if (hidden > glyphs / 2) notes.push('文字来自扫描件的识别结果，可能有错字，请对照原件核对。')
  if (pages.some(({ slanted }) => slanted)) notes.push('斜着印的文字（水印或印章）没有读入。')
  return notes
}

/** pdfjs names its errors; what is not known to be the file's fault is passed on as it is. */
function asRefusal(error: unknown): unknown {
  if (error instanceof DomainError || !(error instanceof Error)) return error
  if (error.name === 'PasswordException') return new DomainError('FILE_ENCRYPTED')
  const faults = ['InvalidPDFException', 'FormatError', 'UnknownErrorException', 'XRefEntryException']
  return faults.includes(error.name) ? new DomainError('FILE_DAMAGED', { where: 'PDF 结构' }) : error
}
