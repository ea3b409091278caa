import type { Block, Document, Paragraph, Table } from '../document/document.js'
import type { Filing } from '../filing/filing.js'
import type { PrintedParagraph } from '../paper/printed.js'
import { type FormPlace, textOfRuns } from './draft.js'

/**
 * The document that a draft becomes: its paragraphs, and the tables of the filing's forms with titles and signature
 * lines at their places. Several forms in one table are that one table. The n-th paragraph of the draft is in
 * `positions` under its number in the document.
 */
export function draftDocument(
  blocks: readonly (Pick<PrintedParagraph, 'kind' | 'runs'> | FormPlace)[],
  filing: Filing,
): Readonly<{ document: Document; positions: ReadonlyMap<number, number> }> {
  const written = new Writer()
  const positions = new Map<number, number>()
  const printed = new Set<number>()
  for (const [position, block] of blocks.entries()) {
    if (block.kind === 'paragraph') {
      positions.set(written.paragraph(textOfRuns(block.runs)), position)
      continue
    }
    const form = filing.forms[block.form]
    const table = form && findTable(filing, form.table)
    if (form === undefined || table === undefined || printed.has(form.table)) continue
    printed.add(form.table)
    for (const line of titleLines(form.title, form.titlePlace === undefined)) written.paragraph(line)
    written.table(table)
    if (form.signature !== undefined) written.paragraph(form.signature.text)
  }
  return { document: { blocks: written.blocks, notes: [] }, positions }
}

function titleLines(title: string, isOnlyOfItsKind: boolean): readonly string[] {
  return isOnlyOfItsKind ? [] : title.split('\n')
}

function findTable({ document }: Filing, index: number): Table | undefined {
  return document.blocks.find((block): block is Table => block.kind === 'table' && block.index === index)
}

/** Counts paragraphs and tables as it adds them. */
class Writer {
  readonly blocks: Block[] = []
  #paragraphs = 0
  #tables = 0

  paragraph(text: string): number {
    this.#paragraphs += 1
    const paragraph: Paragraph = { kind: 'paragraph', index: this.#paragraphs, text }
    this.blocks.push(paragraph)
    return this.#paragraphs
  }

  table(table: Table): void {
    this.#tables += 1
    this.blocks.push({ ...table, index: this.#tables })
  }
}
