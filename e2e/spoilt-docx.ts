import type { FilingContent } from '../src/core/editing/content.js'
import { parseFiling } from '../src/core/filing-json/parse-filing.js'
import { printFiling } from '../src/core/paper/print-filing.js'
import { writeDocx } from '../src/documents/word/write-docx.js'
import { loadShipped } from '../src/packs/load-shipped.js'

/** A content as the Word file that a unit would have at hand, some cells of its first form written otherwise. */
export async function docxOf(
  content: FilingContent,
  spoilt: Readonly<Record<string, string>>,
): Promise<Buffer> {
  const { packs } = await loadShipped()
  const forms = content.forms.map(({ pack, fields, lists }, index) => ({
    pack,
    fields: index === 0 ? { ...fields, ...spoilt } : fields,
    lists: Object.fromEntries(
      Object.entries(lists).map(([id, rows]) => [id, rows.map(({ cells }) => cells)]),
    ),
  }))
  const { unit, budgetYear } = content
  return Buffer.from(await writeDocx(printFiling(parseFiling({ unit, budgetYear, forms }, packs), packs)))
}
