import { strToU8, type Zippable, zipSync } from 'fflate'
import type { PrintedFiling } from '../../core/paper/printed.js'
import { sectionsOf } from '../../core/paper/sections.js'
import {
  contentTypes,
  documentRelations,
  fontTable,
  rootRelations,
  settings,
  writeFooter,
  writeProperties,
} from './word-parts.js'
import { namespaces, xmlHeader } from './word-units.js'
import { SectionWriter } from './write-sections.js'
import { writeStyles } from './write-styles.js'

/** One date for every part: the same filing gives the same bytes. */
const partDate = new Date(2000, 0, 1)

/**
 * The filing as a Word file: the report after GB/T 9704 and each form as printed, one form on one page where it fits.
 * Values stand in content controls tagged with their field; `readFieldControls` reads them back.
 */
export async function writeDocx(printed: PrintedFiling): Promise<Uint8Array> {
  const writer = new SectionWriter()
  const sections = sectionsOf(printed)
  const body = sections.map((section, at) => writer.write(section, at === sections.length - 1)).join('')
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': rootRelations,
    'word/document.xml': `${xmlHeader}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': documentRelations,
    'word/styles.xml': writeStyles(writer.fits),
    'word/settings.xml': settings,
    'word/fontTable.xml': fontTable,
    'word/footer1.xml': writeFooter('right'),
    'word/footer2.xml': writeFooter('left'),
    'docProps/core.xml': writeProperties(printed.title),
  }
  const archive: Zippable = {}
  for (const [name, text] of Object.entries(parts)) archive[name] = [strToU8(text), { mtime: partDate }]
  return zipSync(archive)
}
