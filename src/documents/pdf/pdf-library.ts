import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'

export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let loading: Promise<PdfLibrary> | undefined

/** pdfjs, loaded once and only when a PDF is read: it takes about 0.2 s. */
export function loadPdfLibrary(): Promise<PdfLibrary> {
  loading ??= importQuietly()
  return loading
}

/** The folder of pdfjs with its character maps and standard fonts, so that nothing comes from the net. */
export function pdfLibraryFolder(): string {
  const entry = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
  return dirname(entry) + sep
}

export function dataFolder(name: 'cmaps' | 'standard_fonts' | 'wasm' | 'iccs'): string {
  return join(pdfLibraryFolder(), name) + sep
}

/** pdfjs warns about a missing canvas when it is imported, and only drawing would need one. */
async function importQuietly(): Promise<PdfLibrary> {
  const { warn, log } = console
  console.warn = console.log = () => {}
  try {
    provideDrawingClasses()
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    Object.assign(console, { warn, log })
  }
}

/** The import itself makes a DOMMatrix; without the optional canvas package it would throw. */
function provideDrawingClasses(): void {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
    if (!(name in globalThis))
      Object.defineProperty(globalThis, name, { value: class {}, configurable: true })
  }
}
