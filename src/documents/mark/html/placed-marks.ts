import type { Block, Cell, Document, Place, Table } from '../../../core/document/document.js'
import type { Mark } from '../marked.js'

/** A mark with the block and the cell it stands in, and its own anchor in the text. */
export type PlacedMark = Readonly<{
  mark: Mark
  /** Undefined when the place is not in the document. */
  block: Block | undefined
  /** Undefined in a paragraph, and when the whole table is meant. */
  cell: Cell | undefined
  /** Anchor of the highlighted words: `m3-2` is the second place of the third finding. */
  id: string
  /** Anchors of all places of the same finding, its own included. */
  siblings: readonly string[]
}>

/** Finds where each mark stands in the document. */
export function placedMarks(document: Document, marks: readonly Mark[]): readonly PlacedMark[] {
  const blocks = new Map(document.blocks.map((block) => [`${block.kind} ${block.index}`, block]))
  const anchors = new Map<number, string[]>()
  return marks.map((mark) => {
    const siblings = anchors.get(mark.number) ?? []
    anchors.set(mark.number, siblings)
    const id = `m${mark.number}-${siblings.length + 1}`
    siblings.push(id)
    const block = blocks.get(mark.place.part)
    const cell = block?.kind === 'table' ? findCell(block, mark.place) : undefined
    return { mark, block, cell, id, siblings }
  })
}

/** The cell that covers the place; the first of its row when no column is told. */
function findCell({ cells }: Table, { row, column }: Place): Cell | undefined {
  if (row === undefined) return undefined
  return cells.find(
    (cell) =>
      cell.row <= row &&
      row < cell.row + cell.rowSpan &&
      (column === undefined || (cell.column <= column && column < cell.column + cell.columnSpan)),
  )
}

/** Anchor of the note that says it all. */
export function noteId(number: number): string {
  return `n${number}`
}
