import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { zipSync } from 'fflate'
import type { Document } from '../../core/document/document.js'
import { DomainError } from '../../core/errors/errors.js'
import { cleanText } from '../clean-text.js'
import { DocumentBuilder } from '../document-builder.js'
import type { Archive } from '../gate/archive.js'
import { cellKey, originKey } from '../origin-key.js'
import { type LaidOut, layOutSheet } from './sheet-layout.js'

/** Parts that are never needed for the shown text, among them macros and what lies outside the file. */
const unneeded =
  /vbaProject|macrosheets|externalLinks|embeddings|\/media\/|^Pictures\/|^Thumbnails\/|printerSettings/i

/** Reads .xlsx or .ods from an archive that has passed the gate; each sheet, hidden ones too, is read. */
export function readWorkbookArchive(archive: Archive): Document {
  return readWorkbook(plainWorkbook(archive))
}

/** 来处: a workbook as read, and which cell each of its paragraphs and table cells was read from, by place. */
export type WorkbookOrigins = Readonly<{ document: Document; cells: ReadonlyMap<string, SheetCell> }>

/** A cell of a workbook; everything counted from 0, sheets in the order of the workbook. */
export type SheetCell = Readonly<{ sheet: number; row: number; column: number }>

/** Reads .xlsx and tells which cell everything was read from; keys as `paragraph 3`, `table 2 0 4`. */
export function readWorkbookOrigins(archive: Archive): WorkbookOrigins {
  const cells = new Map<string, SheetCell>()
  return { document: readSheets(plainWorkbook(archive), cells), cells }
}

/** The workbook without the parts that are never needed, in an archive of our own. */
function plainWorkbook(archive: Archive): Uint8Array {
  const parts: Record<string, Uint8Array> = {}
  for (const name of archive.names) {
    if (name.endsWith('/') || unneeded.test(name)) continue
    const part = archive.read(name)
    if (part === undefined) continue
    if (/\.(xml|rels)$/i.test(name)) refuseDoctype(part, name)
    parts[name] = name === 'content.xml' ? openEmptyCells(part) : part
  }
  return zipSync(parts, { level: 0 })
}

/** The library forgets the merge of an .ods cell that is written as one empty tag; opened and closed, it keeps it. */
function openEmptyCells(part: Uint8Array): Uint8Array {
  const content = new TextDecoder().decode(part)
  const merged = /<((?:\w+:)?table-cell)(\s[^<>]*-spanned="[^<>]*)\/>/g
  return new TextEncoder().encode(content.replace(merged, '<$1$2></$1>'))
}

/** Reads .xls or Excel's XML of 2003 as it is. */
export function readWorkbook(bytes: Uint8Array): Document {
  return readSheets(bytes)
}

function readSheets(bytes: Uint8Array, cells?: Map<string, SheetCell>): Document {
  refuseDoctype(bytes.subarray(0, 1024), '文件头')
  const builder = new DocumentBuilder()
  const workbook = parseWorkbook(bytes)
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name]
    for (const item of sheet ? layOut(sheet) : []) {
      const block = 'text' in item ? builder.addParagraph(item.text) : builder.addTable(item.table)
      if (block !== undefined && cells !== undefined) rememberCells(cells, item, { block, sheet: index })
    }
  }
  return builder.finish()
}

function refuseDoctype(part: Uint8Array, name: string): void {
  if (Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes('<!DOCTYPE')) {
    throw new DomainError('DTD_REFUSED', { where: name })
  }
}

/** The library reports odd files on the console and throws plain errors; neither may reach the user. */
function parseWorkbook(bytes: Uint8Array): WorkBook {
  const { error, log, warn } = console
  const silence = () => undefined
  Object.assign(console, { error: silence, log: silence, warn: silence })
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      dateNF: 'yyyy/m/d',
    })
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : ''
    if (/password|encrypt/i.test(message)) throw new DomainError('FILE_ENCRYPTED')
    throw new DomainError('FILE_DAMAGED', { where: '工作簿' })
  } finally {
    Object.assign(console, { error, log, warn })
  }
}

function rememberCells(
  cells: Map<string, SheetCell>,
  item: LaidOut,
  { block, sheet }: Readonly<{ block: number; sheet: number }>,
): void {
  if ('text' in item)
    cells.set(originKey({ part: `paragraph ${block}` }), { sheet, row: item.row, column: item.column })
  else
    for (const { row, column } of item.table.cells)
      cells.set(cellKey(block, { row, column }), { sheet, row: item.top + row, column })
}

function layOut(sheet: WorkSheet): LaidOut[] {
  const areas = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    row: s.r,
    column: s.c,
    rowSpan: e.r - s.r + 1,
    columnSpan: e.c - s.c + 1,
  }))
  return layOutSheet(textsOf(sheet), areas)
}

/** Shown texts by row and column; what lies outside them is formatting without content. */
function textsOf(sheet: WorkSheet): string[][] {
  return Array.from(sheet['!data'] ?? [], (row) => Array.from(row ?? [], shownText))
}

function shownText(cell: CellObject | undefined): string {
  if (cell === undefined) return ''
  return cleanText(cell.w ?? (cell.v === undefined ? '' : utils.format_cell(cell)))
}
