import type { Document } from '../../core/document/document.js'
import { DomainError } from '../../core/errors/errors.js'
import { DocumentBuilder } from '../document-builder.js'
import { type Archive, openArchive } from '../gate/archive.js'
import { cellKey } from '../origin-key.js'
import { attributeOf, parseXml } from '../xml/parse-xml.js'
import { BodyReader } from './body-reader.js'
import { ListCounter } from './list-counter.js'
import { parseNumbering } from './numbering.js'
import type { Origins, Span } from './origins.js'
import { parseStyles } from './styles.js'

/** Reads a .docx: tracked changes accepted, numbers of lists computed, nothing outside the file followed. */
export function readDocx(bytes: Uint8Array): Document {
  return readDocxArchive(openArchive(bytes))
}

/** Reads a .docx whose archive has already passed the gate. */
export function readDocxArchive(archive: Archive): Document {
  const part = mainPart(archive)
  const document = toDocument(readBody(archive, part, new BodyReader(listCounter(archive, part))))
  const hasPictures = archive.names.some((name) => name.includes('/media/'))
  if (document.blocks.length === 0 && hasPictures) throw new DomainError('SCAN_WITHOUT_TEXT')
  return document
}

/** Reads a .docx and tells where each paragraph and cell stands in its main part. */
export function readDocxOrigins(archive: Archive): Origins {
  const part = mainPart(archive)
  const reader = readBody(archive, part, new BodyReader(listCounter(archive, part), { withOrigins: true }))
  const spans = new Map<string, readonly Span[]>()
  return { part, document: toDocument(reader, spans), spans }
}

function readBody(archive: Archive, part: string, reader: BodyReader): BodyReader {
  const main = archive.read(part)
  if (main === undefined) throw new DomainError('FILE_DAMAGED', { where: part })
  parseXml(main, part, reader)
  return reader
}

function toDocument(reader: BodyReader, spans?: Map<string, readonly Span[]>): Document {
  const builder = new DocumentBuilder()
  for (const item of reader.body.items) {
    const isParagraph = 'text' in item
    const index = isParagraph ? builder.addParagraph(item.text) : builder.addTable(item)
    if (spans === undefined || index === undefined) continue
    if (isParagraph) spans.set(`paragraph ${index}`, item.from)
    else for (const cell of item.cells) spans.set(cellKey(index, cell), reader.cellOrigins?.get(cell) ?? [])
  }
  for (const note of reader.notes) builder.addNote(note)
  return builder.finish()
}

/** Where the package says its text is; almost always `word/document.xml`. */
export function mainPart(archive: Archive): string {
  const relations = archive.read('_rels/.rels')
  let target = 'word/document.xml'
  if (relations === undefined) return target
  parseXml(relations, '_rels/.rels', {
    open: (_name, attributes) => {
      const type = attributeOf(attributes, 'Type') ?? ''
      if (type.endsWith('/officeDocument')) target = attributeOf(attributes, 'Target') ?? target
      return false
    },
    close: () => undefined,
  })
  return target.replace(/^\//, '')
}

function listCounter(archive: Archive, part: string): ListCounter | undefined {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const numbering = archive.read(`${folder}numbering.xml`)
  if (numbering === undefined) return undefined
  const styles = archive.read(`${folder}styles.xml`)
  return new ListCounter(parseNumbering(numbering), styles ? parseStyles(styles) : new Map())
}
