import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { zipSync } from 'fflate'
import type { Document } from '../../core/document/document.js'
import { DomainError } from '../../core/errors.js'
import { cleanText } from '../clean-text.js'
import { DocumentBuilder } from '../document-builder.js'
import type { Archive } from '../gate/archive.js'
import { layOutSheet } from './sheet-layout.js'

/** Parts that are never needed for the shown text, among them macros and what lies outside the file. */
const unneeded =
  /vbaProject|macrosheets|externalLinks|embeddings|\/media\/|^Pictures\/|^Thumbnails\/|printerSettings/i

/** Reads .xlsx or .ods from an archive that has passed the gate; each sheet, hidden ones too, is read. */
export function readWorkbookArchive(archive: Archive): Document {
  const parts: Record<string, Uint8Array> = {}
  for (const name of archive.names) {
    if (name.endsWith('/') || unneeded.test(name)) continue
    const part = archive.read(name)
    if (part === undefined) continue
    if (/\.(xml|rels)$/i.test(name)) refuseDoctype(part, name)
    parts[name] = name === 'content.xml' ? openEmptyCells(part) : part
  }
  return readWorkbook(zipSync(parts, { level: 0 }))
}

/** The library forgets the merge of an .ods cell that is written as one empty tag; opened and closed, it keeps it. */
function openEmptyCells(part: Uint8Array): Uint8Array {
  const content = new TextDecoder().decode(part)
  const merged = /<((?:\w+:)?table-cell)(\s[^<>]*-spanned="[^<>]*)\/>/g
  return new TextEncoder().encode(content.replace(merged, '<$1$2></$1>'))
}

/** Reads .xls or Excel's XML of 2003 as it is. */
export function readWorkbook(bytes: Uint8Array): Document {
  refuseDoctype(bytes.subarray(0, 1024), '文件头')
  const builder = new DocumentBuilder()
  const workbook = parseWorkbook(bytes)
  for (const name of workbook.SheetNames) {
    const sheet = workbook.Sheets[name]
    if (sheet) addSheet(builder, sheet)
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

function addSheet(builder: DocumentBuilder, sheet: WorkSheet): void {
  const areas = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    row: s.r,
    column: s.c,
    rowSpan: e.r - s.r + 1,
    columnSpan: e.c - s.c + 1,
  }))
  for (const item of layOutSheet(textsOf(sheet), areas)) {
    if (typeof item === 'string') builder.addParagraph(item)
    else builder.addTable(item)
  }
}

/** Shown texts by row and column; what lies outside them is formatting without content. */
function textsOf(sheet: WorkSheet): string[][] {
  return Array.from(sheet['!data'] ?? [], (row) => Array.from(row ?? [], shownText))
}

function shownText(cell: CellObject | undefined): string {
  if (cell === undefined) return ''
  return cleanText(cell.w ?? (cell.v === undefined ? '' : utils.format_cell(cell)))
}
