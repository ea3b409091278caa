import { DomainError } from '../../../core/errors/errors.js'
import { readWorkbookOrigins, type SheetCell } from '../../excel/read-workbook.js'
import { openArchive } from '../../gate/archive.js'
import { rewriteArchive } from '../../gate/rewrite-archive.js'
import { originKey, textsOf } from '../../origin-key.js'
import type { Author } from '../author.js'
import { commentTitle, type Mark, type Marked } from '../marked.js'
import { PackageParts } from '../package-parts.js'
import { parseTree, valueOf } from '../xml-tree.js'
import type { CellComment, Said } from './cell-comment.js'
import { commentOnSheet } from './comment-on-sheet.js'

/**
 * The user's own .xlsx with a comment on each marked cell, and the summary on the first cell with text. Parts of
 * sheets without marks keep their bytes; a marked sheet only learns where its comments are.
 *
 * @throws DomainError FILE_DAMAGED: a sheet with marks is not in the package
 */
export function markXlsx(bytes: Uint8Array, marked: Marked, author: Author): Uint8Array {
  const archive = openArchive(bytes)
  const { document, cells } = readWorkbookOrigins(archive)
  const texts = textsOf(document)
  const filled = [...cells].find(([key]) => texts.get(key) !== '')?.[1]
  const top = filled ?? [...cells.values()][0]
  if (top === undefined) throw new DomainError('FILE_EMPTY')
  const [title = '', ...lines] = marked.summary
  const said: (readonly [SheetCell, Said])[] = [
    [top, { title, lines }],
    ...marked.marks.map((mark) => [cells.get(originKey(mark.place)) ?? top, saidBy(mark)] as const),
  ]
  const parts = new PackageParts(archive)
  const workbook =
    parts.relationsOf('').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const sheets = sheetParts(parts, workbook)
  const persons = parts.relationsOf(workbook).find(({ type }) => type === 'person')?.target
  for (const [index, comments] of bySheet(said)) {
    const part = sheets[index]
    if (part === undefined) throw new DomainError('FILE_DAMAGED', { where: `第${index + 1}个工作表` })
    commentOnSheet(parts, { part, number: index + 1, comments, author, persons })
  }
  return rewriteArchive(archive, parts.changes)
}

function saidBy(mark: Mark): Said {
  return { title: commentTitle(mark), lines: mark.lines, severity: mark.severity }
}

/** The parts of the sheets in the order of the workbook. */
function sheetParts(parts: PackageParts, workbook: string): (string | undefined)[] {
  const bytes = parts.read(workbook)
  if (bytes === undefined) throw new DomainError('FILE_DAMAGED', { where: workbook })
  const relations = new Map(parts.relationsOf(workbook).map(({ id, target }) => [id, target]))
  const sheets = parseTree(bytes, workbook, { depth: 3 }).children.find(({ name }) => name === 'sheets')
  return (sheets?.children ?? []).map((sheet) => relations.get(valueOf(sheet, 'id') ?? ''))
}

/** Several marks on one cell become one comment; cells from top to bottom. */
function bySheet(said: readonly (readonly [SheetCell, Said])[]): Map<number, CellComment[]> {
  const byCell = new Map<string, Readonly<{ cell: SheetCell; said: Said[] }>>()
  for (const [cell, one] of said) {
    const key = `${cell.sheet} ${cell.row} ${cell.column}`
    const known = byCell.get(key) ?? { cell, said: [] }
    known.said.push(one)
    byCell.set(key, known)
  }
  const sheets = new Map<number, CellComment[]>()
  for (const { cell, said } of byCell.values()) {
    const { sheet, row, column } = cell
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), { row, column, said }])
  }
  for (const comments of sheets.values()) {
    comments.sort((left, right) => left.row - right.row || left.column - right.column)
  }
  return sheets
}
