import type { Document } from '../../core/document/document.js'
import { DocumentBuilder } from '../document-builder.js'
import { parseFlattened } from './flattened-rows.js'
import { reconstructTables } from './reconstruct-table.js'

/** Reads text in which tables were flattened to one cell a line. Lines are 1-based. */
export function readText(text: string): Document {
  const builder = new DocumentBuilder()
  for (const block of parseFlattened(text)) {
    if (block.kind === 'paragraph') builder.addParagraph(block.text, block.line)
    else for (const table of reconstructTables(block.rows)) builder.addTable(table)
  }
  return builder.finish()
}
