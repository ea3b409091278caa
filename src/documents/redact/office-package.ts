import { DomainError } from '../../core/errors/errors.js'
import type { Removal } from '../../core/redact/passage.js'
import { type Archive, openArchive } from '../gate/archive.js'
import { relationsName } from '../gate/relation-names.js'
import { rewriteArchive } from '../gate/rewrite-archive.js'
import { splice } from '../xml/splice.js'
import { droppedIds, editTags, leadsToDropped, withoutReferences } from './drop-parts.js'
import { type Spot, splicesOf } from './editable-part.js'
import { kindOfPart, reasonToDrop, wordsForPart } from './part-names.js'
import { type ReadPart, readPart } from './part-reader.js'
import { prepareXml } from './prepare-xml.js'
import { readSharedStrings } from './shared-strings.js'
import { emptyMetafile, stripPicture } from './strip-pictures.js'
import { Workbook } from './workbook.js'

/** What was taken out or changed beside texts, with the part it was in and why. */
export type PartNote = Readonly<{ part: string; what: string }>

type OpenPart = Readonly<{ name: string; bytes: Uint8Array; read: ReadPart }>

const deepestEmbedding = 4
const contentTypes = '[Content_Types].xml'
const sharedStrings = /^xl\/sharedStrings\.xml$/i
const sheetPart = /^xl\/worksheets\/[^/]+\.xml$/

/** What changes when a package is written again. */
export type Written = Readonly<{ bytes: Uint8Array; notes: readonly PartNote[] }>

/** An opened .docx or .xlsx: all its texts, those of files embedded in it too, and a way to write it without some. */
export class OfficePackage {
  readonly spots: readonly Spot[]
  readonly #archive: Archive
  readonly #where: string
  readonly #parts: OpenPart[] = []
  readonly #workbook: Workbook
  readonly #embedded = new Map<string, OfficePackage>()
  readonly #dropped = new Set<string>()
  readonly #notes: PartNote[] = []

  /**
   * @param where words before every place, for a package inside another
   * @throws DomainError FILE_DAMAGED, ARCHIVE_SUSPICIOUS and the other refusals of the gate
   */
  constructor(archive: Archive, where = '', depth = 0) {
    this.#archive = archive
    this.#where = where
    for (const name of archive.names) this.#sort(name, depth)
    for (const name of archive.names) this.#read(name)
    this.#workbook = this.#openWorkbook()
    this.spots = [
      ...this.#parts.flatMap(({ read }) => read.spots),
      ...this.#workbook.spots,
      ...[...this.#embedded.values()].flatMap(({ spots }) => spots),
    ]
  }

  /** The package without the removals; parts without any keep their bytes. */
  write(removals: ReadonlyMap<Spot, readonly Removal[]>): Written {
    const changes = new Map<string, Uint8Array | undefined>(
      [...this.#dropped].map((name) => [name, undefined]),
    )
    const notes = [...this.#notes]
    const inSheets = this.#workbook.sheetSplices(removals)
    for (const { name, bytes, read } of this.#parts) {
      const own = read.spots.flatMap((spot) => splicesOf(spot, removals.get(spot) ?? []))
      const inStrings = sharedStrings.test(name) ? this.#workbook.stringSplices(removals) : []
      const splices = [...read.cuts, ...own, ...(inSheets.get(name) ?? []), ...inStrings]
      changes.set(name, splice(bytes, splices))
      if (read.deletions > 0)
        notes.push(this.#note(name, `${read.deletions} 处修订中已删除的文字或邮件合并设置，已删除`))
    }
    const previewsLie = this.#writeEmbedded(removals, changes, notes)
    this.#writePictures(changes, notes, previewsLie)
    return { bytes: rewriteArchive(this.#archive, changes), notes }
  }

  #sort(name: string, depth: number): void {
    const kind = kindOfPart(name)
    if (kind === 'package' && this.#openEmbedded(name, depth)) return
    if ((kind !== 'dropped' && kind !== 'package') || name.endsWith('/')) return
    this.#dropped.add(name)
    this.#notes.push(this.#note(name, reasonToDrop(name)))
  }

  #openEmbedded(name: string, depth: number): boolean {
    const bytes = this.#archive.read(name)
    if (bytes === undefined || depth >= deepestEmbedding) return false
    try {
      const where = `${this.#where}嵌入文件 ${name} 的`
      this.#embedded.set(name, new OfficePackage(openArchive(bytes), where, depth + 1))
      return true
    } catch (error) {
      if (error instanceof DomainError) return false
      throw error
    }
  }

  #read(name: string): void {
    const kind = kindOfPart(name)
    const original = this.#archive.read(name)
    if (original === undefined || (kind !== 'xml' && kind !== 'relations')) return
    const prepared = prepareXml(original, name)
    const bytes = this.#withoutDropped(prepared, name)
    const place = `${this.#where}${wordsForPart(name)}`
    this.#parts.push({ name, bytes, read: this.#readPart(name, bytes, place) })
  }

  #readPart(name: string, bytes: Uint8Array, place: string): ReadPart {
    if (!sharedStrings.test(name)) return readPart(bytes, name, place)
    return { spots: [], cuts: readSharedStrings(bytes, name).cuts, deletions: 0 }
  }

  #openWorkbook(): Workbook {
    const strings = this.#parts.find(({ name }) => sharedStrings.test(name))
    const sheets = this.#parts
      .filter(({ name }) => sheetPart.test(name))
      .map(({ name, bytes }) => ({ name, bytes, place: this.#where + wordsForPart(name) }))
    const items =
      strings === undefined ? { items: [], cuts: [] } : readSharedStrings(strings.bytes, strings.name)
    return new Workbook(sheets, items, this.#where + wordsForPart('xl/sharedStrings.xml'))
  }

  #withoutDropped(bytes: Uint8Array, name: string): Uint8Array {
    if (this.#dropped.size === 0) return bytes
    const isDropped = (part: string): boolean => this.#dropped.has(part)
    if (name === contentTypes) return withoutTypes(bytes, isDropped)
    if (name.endsWith('.rels'))
      return editTags(bytes, name, (_element, attributes) =>
        leadsToDropped(attributes, name, isDropped) ? 'cut' : 'keep',
      )
    const relations = this.#archive.read(relationsName(name))
    if (relations === undefined) return bytes
    return withoutReferences(
      bytes,
      name,
      droppedIds(prepareXml(relations, relationsName(name)), relationsName(name), isDropped),
    )
  }

  #writeEmbedded(
    removals: ReadonlyMap<Spot, readonly Removal[]>,
    changes: Map<string, Uint8Array | undefined>,
    notes: PartNote[],
  ): boolean {
    let changed = [...this.#dropped].some((name) => /embeddings|activeX/i.test(name))
    for (const [name, embedded] of this.#embedded) {
      const written = embedded.write(removals)
      changes.set(name, written.bytes)
      notes.push(...written.notes)
      changed ||= written.notes.length > 0 || embedded.spots.some((spot) => removals.has(spot))
    }
    return changed
  }

  #writePictures(
    changes: Map<string, Uint8Array | undefined>,
    notes: PartNote[],
    previewsLie: boolean,
  ): void {
    for (const name of this.#archive.names) {
      const kind = kindOfPart(name)
      if (kind === 'metafile' && previewsLie) {
        changes.set(name, emptyMetafile())
        notes.push(this.#note(name, '嵌入对象的预览图显示原文，已换成空白'))
      }
      const stripped =
        kind === 'picture' ? stripPicture(this.#archive.read(name) ?? new Uint8Array()) : undefined
      if (stripped === undefined) continue
      changes.set(name, stripped)
      notes.push(this.#note(name, '图片里的拍摄信息和说明文字，已删除'))
    }
  }

  /** Pictures of this package and of those inside it: nobody has looked at what they show. */
  get pictures(): readonly string[] {
    const own = this.#archive.names.filter((name) => ['picture', 'metafile'].includes(kindOfPart(name)))
    const inside = [...this.#embedded.values()].flatMap(({ pictures }) => pictures)
    return [...own.map((name) => `${this.#where}${name}`), ...inside]
  }

  #note(name: string, what: string): PartNote {
    return { part: `${this.#where}${name}`, what }
  }
}

/** Macros are gone, so the file is no macro file any more. */
function withoutTypes(bytes: Uint8Array, isDropped: (part: string) => boolean): Uint8Array {
  const kept = editTags(bytes, contentTypes, (_name, attributes) => {
    const part = /PartName="\/([^"]*)"/.exec(attributes)?.[1]
    return part !== undefined && isDropped(part) ? 'cut' : 'keep'
  })
  const text = new TextDecoder().decode(kept)
  const plain = text
    .replaceAll(
      'application/vnd.ms-word.document.macroEnabled.main+xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    )
    .replaceAll(
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    )
  return new TextEncoder().encode(plain)
}
