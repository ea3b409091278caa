import type { Pack } from '../../core/pack/pack.js'
import type { PrintedFiling } from '../../core/paper/printed.js'
import { type PrintedSection, sectionsOf } from '../../core/paper/sections.js'
import { layOutSheet } from './lay-out-sheet.js'
import { SheetNames } from './sheet-names.js'
import { Numbered, StyleTable } from './write-styles.js'
import { packWorkbook } from './write-workbook.js'

/**
 * A printed filing as an .xlsx: a sheet for the report with a paragraph in each row, a sheet for each form. Figures
 * are numbers shown as printed, those that follow from others are formulas with their result. The same filing gives
 * the same bytes; nobody's name is in the properties.
 * @throws DomainError CELL_TOO_LONG
 */
export async function writeXlsx(printed: PrintedFiling, packs: readonly Pack[]): Promise<Uint8Array> {
  const names = new SheetNames(packs)
  const supplies = { texts: new Numbered(), styles: new StyleTable(), packs }
  const sections = joinReports(sectionsOf(printed)).flatMap(splitAtTables)
  const sheets = (sections.length === 0 ? [emptySection] : sections).map((section) => ({
    name: names.nameOf(section),
    ...layOutSheet(section, supplies),
  }))
  return packWorkbook({ title: printed.title, sheets, ...supplies })
}

/** A workbook without sheets is none. */
const emptySection: PrintedSection = { kind: 'report', orientation: 'portrait', blocks: [] }

/** On paper a cover and the report after it are sections of their own; here they are one sheet. */
function joinReports(sections: readonly PrintedSection[]): readonly PrintedSection[] {
  const joined: PrintedSection[] = []
  for (const section of sections) {
    const last = joined.at(-1)
    if (last?.kind === 'report' && section.kind === 'report')
      joined.splice(-1, 1, { ...last, blocks: [...last.blocks, ...section.blocks] })
    else joined.push(section)
  }
  return joined
}

/** Two tables with no line of text between them would be read as one, so the second begins a sheet. */
function splitAtTables(section: PrintedSection): readonly PrintedSection[] {
  const parts: PrintedSection['blocks'][number][][] = [[]]
  for (const block of section.blocks) {
    const last = parts.at(-1)?.at(-1)
    const open = last?.kind === 'table' || (last?.kind === 'form' && (last.signature ?? '') === '')
    if (open && block.kind !== 'paragraph') parts.push([block])
    else parts.at(-1)?.push(block)
  }
  return parts.length === 1 ? [section] : parts.map((blocks) => ({ ...section, blocks }))
}
