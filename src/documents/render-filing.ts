import type { Pack } from '../core/pack/pack.js'
import type { PrintedFiling } from '../core/paper/printed.js'

/** What files a filing can be written as; each is the file name's ending too. */
export const writtenFormats = ['docx', 'xlsx', 'pdf'] as const

export type WrittenFormat = (typeof writtenFormats)[number]

/** A printed filing as the bytes of a file; only the writer asked for is loaded. */
export async function renderFiling(
  printed: PrintedFiling,
  { format, packs }: { format: WrittenFormat; packs: readonly Pack[] },
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return (await import('./word/write-docx.js')).writeDocx(printed)
    case 'xlsx':
      return (await import('./excel/write-xlsx.js')).writeXlsx(printed, packs)
    case 'pdf':
      return (await import('./pdf/write-pdf.js')).writePdf(printed)
  }
}
