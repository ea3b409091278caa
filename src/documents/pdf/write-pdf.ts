import type { PrintedFiling } from '../../core/paper/printed.js'
import { compilePdf } from './write-compiler.js'
import { dataOf } from './write-data.js'

/**
 * A filing as PDF/A-2b, tagged, with open fonts inside. Same filing, same bytes: the document's date is the last
 * day of the budget year.
 */
export async function writePdf(printed: PrintedFiling): Promise<Uint8Array> {
  return compilePdf(JSON.stringify(dataOf(printed)))
}
