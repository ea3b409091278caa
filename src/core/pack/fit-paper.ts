import { fieldsOfBlocks, type PackFields } from '../paper/field-types.js'
import { checkPaper, type PaperInHand } from './check-paper.js'
import type { Paper, PaperCell, PaperRow } from './paper.js'
import type { PackProblem, SourceNode } from './source.js'

/**
 * A pack's paper, checked when the pack writes its rows itself. Rows that it inherits may speak of fields it went
 * without: those cells stay empty, and rows of nothing else are not printed.
 */
export function fitPaper(inHand: PaperInHand & { pack: SourceNode }, problems: PackProblem[]): Paper {
  const { source, paper, blocks, pack } = inHand
  const rows = source.kind === 'mapping' ? source.entries.get('rows')?.value : undefined
  if (rows === undefined || folderOf(rows) === folderOf(pack)) {
    checkPaper(inHand, problems)
    return paper
  }
  const fields = fieldsOfBlocks(blocks)
  return { ...paper, rows: paper.rows.map((row) => withoutUnknown(row, fields)) }
}

function folderOf({ at }: SourceNode): string {
  return at.file.slice(0, at.file.lastIndexOf('/') + 1)
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
