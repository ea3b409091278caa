import type { Block, Cell, Document } from '../core/document/document.js'
import { DomainError } from '../core/errors/errors.js'

/** More than any real filing by two orders of magnitude; beyond it a file is refused, not cut. */
const largestCellCount = 200_000
const largestParagraphCount = 200_000

export type TableContent = Readonly<{ rows: number; columns: number; cells: readonly Cell[] }>

/** Collects blocks in reading order and numbers paragraphs and tables. */
export class DocumentBuilder {
  readonly #blocks: Block[] = []
  readonly #notes = new Set<string>()
  #paragraphs = 0
  #tables = 0
  #cells = 0

  /** Adds a paragraph and gives its index; an empty one is dropped. */
  addParagraph(text: string, line?: number): number | undefined {
    if (text === '') return undefined
    this.#paragraphs += 1
    if (this.#paragraphs > largestParagraphCount) {
      throw new DomainError('FILE_TOO_COMPLEX', { where: `超过 ${largestParagraphCount} 段` })
    }
    const paragraph = { kind: 'paragraph', index: this.#paragraphs, text } as const
    this.#blocks.push(line === undefined ? paragraph : { ...paragraph, line })
    return this.#paragraphs
  }

  /** Adds a table and gives its index; one without cells is dropped. */
  addTable(content: TableContent): number | undefined {
    if (content.cells.length === 0) return undefined
    this.#tables += 1
    this.#cells += content.cells.length
    refuseTooManyCells(this.#cells)
    this.#blocks.push({ kind: 'table', index: this.#tables, ...content })
    return this.#tables
  }

  /** Says once, in a Chinese sentence, what reading lost. */
  addNote(sentence: string): void {
    this.#notes.add(sentence)
  }

  finish(): Document {
    return { blocks: this.#blocks, notes: [...this.#notes] }
  }
}

/** Refuses a document whose tables together hold too many cells. */
export function refuseTooManyCells(count: number): void {
  if (count > largestCellCount) {
    throw new DomainError('FILE_TOO_COMPLEX', { where: `表格超过 ${largestCellCount} 格` })
  }
}

/** Deeper than any form nests its tables; beyond it the work would grow with the square of the depth. */
const deepestNesting = 500

/** Refuses tables inside tables beyond any reason. */
export function refuseDeepNesting(depth: number): void {
  if (depth > deepestNesting) {
    throw new DomainError('FILE_TOO_COMPLEX', { where: `表格嵌套超过 ${deepestNesting} 层` })
  }
}
