import type { Paper, PaperCell, PaperRow } from '../pack/paper.js'
import { fieldsOfBlocks, type PackFields } from '../paper/field-types.js'
import { checkPaper, type PaperInHand } from './check-paper.js'
import { insertColumns } from './insert-columns.js'
import type { WrittenPaper } from './paper-shape.js'
import { entryOf, type PackProblem } from './source.js'

/**
 * A pack's paper with the columns put in, checked. Rows that it inherits may speak of fields it went without: those
 * cells stay empty, and rows of nothing else are not printed.
 */
export function fitPaper(
  { paper: written, ...inHand }: Omit<PaperInHand, 'paper'> & Readonly<{ paper: WrittenPaper }>,
  problems: PackProblem[],
): Paper {
  const { insert, ...uninserted } = written
  const fields = fieldsOfBlocks(inHand.blocks)
  const source = entryOf(inHand.source, 'insert')
  const paper = insertColumns(uninserted, { insert, source, fields }, problems)
  checkPaper({ ...inHand, paper }, problems)
  return { ...paper, rows: paper.rows.map((row) => withoutUnknown(row, fields)) }
}

function withoutUnknown(row: PaperRow, fields: PackFields): PaperRow {
  switch (row.kind) {
    case 'side':
      return { ...row, rows: row.rows.map((inner) => withoutUnknown(inner, fields)) }
    case 'each': {
      const columns = fields.lists.get(row.list)
      const isKnown = ({ field }: PaperCell): boolean => field === undefined || columns?.has(field) === true
      return { ...row, cells: row.cells.map((cell) => (isKnown(cell) ? cell : emptied(cell))) }
    }
    case 'cells': {
      const isUnknown = ({ field, names }: PaperCell): boolean =>
        (field !== undefined && !fields.singles.has(field)) ||
        (names !== undefined && !fields.singles.has(`${names}.name`))
      const speaking = row.cells.filter(({ field, names }) => field !== undefined || names !== undefined)
      if (!speaking.some(isUnknown)) return row
      const cells = row.cells.map((cell) => (isUnknown(cell) ? emptied(cell) : cell))
      return { ...row, cells, ifUsed: row.ifUsed || speaking.every(isUnknown) }
    }
  }
}

function emptied(cell: PaperCell): PaperCell {
  return { ...cell, label: '', field: undefined, names: undefined }
}
