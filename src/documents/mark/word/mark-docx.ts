import { DomainError } from '../../../core/errors/errors.js'
import { type Archive, openArchive } from '../../gate/archive.js'
import { rewriteArchive } from '../../gate/rewrite-archive.js'
import { originKey, textsOf } from '../../origin-key.js'
import type { Origins, Span } from '../../word/origins.js'
import { readDocxOrigins } from '../../word/read-docx.js'
import { inUtf8 } from '../../xml/markup-text.js'
import type { Author } from '../author.js'
import { commentTitle, type Marked } from '../marked.js'
import { newPart, PackageParts } from '../package-parts.js'
import { appendInside, namespaceOf, parseTree, valueOf, type XmlElement } from '../xml-tree.js'
import { type Comment, renderComment } from './comments-part.js'
import { findRange, type Range } from './find-range.js'
import { type Names, needsOpening, type PlacedComment, placeComments } from './place-comments.js'

const transitional = 'http://schemas.openxmlformats.org'
const strict = 'http://purl.oclc.org/ooxml'
const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/**
 * The user's own .docx with a comment at each mark and the summary as a comment on the first paragraph. Of its parts
 * only the main one, the comments, the list of types and the relations of the main part change; outside of what is
 * put in, their bytes stay.
 */
export function markDocx(bytes: Uint8Array, marked: Marked, author: Author): Uint8Array {
  const archive = openArchive(bytes)
  const origins = readDocxOrigins(archive)
  const page = new MarkedPart(archive, origins)
  const [verdict = '', ...lines] = marked.summary
  page.add({ title: verdict, lines }, page.firstRange())
  for (const mark of marked.marks) {
    const { place, lines, severity } = mark
    const range = page.rangeOf(originKey(place), place.quote) ?? page.firstRange()
    page.add({ title: commentTitle(mark), lines, severity }, range)
  }
  return rewriteArchive(archive, page.finish(author))
}

/** The main part of a .docx while comments are put on it. */
class MarkedPart {
  readonly #parts: PackageParts
  readonly #origins: Origins
  readonly #source: Buffer
  readonly #texts: ReadonlyMap<string, string>
  readonly #paragraphs = new Map<number, XmlElement>()
  readonly #comments: { comment: Comment; range: Range }[] = []

  constructor(archive: Archive, origins: Origins) {
    this.#parts = new PackageParts(archive)
    this.#origins = origins
    this.#source = inUtf8(archive.read(origins.part) ?? new Uint8Array())
    this.#texts = textsOf(origins.document)
  }

  add(comment: Comment, range: Range): void {
    this.#comments.push({ comment, range })
  }

  /** The first paragraph with text, or without where there is none. */
  firstRange(): Range {
    const keys = [...this.#texts.keys()]
    const filled = keys.filter((key) => this.#texts.get(key) !== '')
    for (const key of [...filled, ...keys]) {
      const range = this.rangeOf(key, '')
      if (range) return range
    }
    throw new DomainError('FILE_DAMAGED', { where: this.#origins.part })
  }

  rangeOf(key: string, quote: string): Range | undefined {
    const spans = this.#origins.spans.get(key) ?? []
    const boxed = spans.some(({ holder }) => holder !== undefined)
    const outer = new Map(spans.map(({ holder, ...span }) => [(holder ?? span).start, holder ?? span]))
    const paragraphs = [...outer.values()]
      .sort((left, right) => left.start - right.start)
      .map((span) => this.#paragraph(span))
    const text = this.#texts.get(key) ?? ''
    return findRange(paragraphs, { quote: boxed ? '' : quote, text }, this.#source)
  }

  finish(author: Author): ReadonlyMap<string, Uint8Array> {
    const root = parseTree(this.#source, this.#origins.part, { depth: 1 })
    const names = namesOf(root)
    const first = this.#firstNumber()
    const placed = this.#comments.map(({ range }, index): PlacedComment => ({ id: first + index, range }))
    const empty = [...this.#paragraphs.values()].filter(needsOpening)
    this.#parts.splice(this.#origins.part, placeComments(placed, names, { source: this.#source, empty }))
    this.#writeComments(first, author, root)
    return this.#parts.changes
  }

  #paragraph({ start, end }: Pick<Span, 'start' | 'end'>): XmlElement {
    const known = this.#paragraphs.get(start)
    const element = known ?? parseTree(this.#source, this.#origins.part, { from: start, to: end })
    this.#paragraphs.set(start, element)
    return element
  }

  /** Above the numbers of all comments there are, also of marks that no comment belongs to. */
  #firstNumber(): number {
    const used = [...this.#source.toString('latin1').matchAll(/:comment[A-Z]\w+[^>]*?\bid="(\d{1,9})"/g)]
    const name = this.#commentsName()
    const comments = name === undefined ? [] : parseTree(this.#read(name), name, { depth: 2 }).children
    const numbers = [...used.map(([, id]) => id), ...comments.map((comment) => valueOf(comment, 'id'))]
    return numbers.reduce((most, id) => Math.max(most, Number.parseInt(id ?? '', 10) || 0), -1) + 1
  }

  #commentsName(): string | undefined {
    const related = this.#parts.relationsOf(this.#origins.part).find(({ type }) => type === 'comments')
    return related !== undefined && this.#parts.has(related.target) ? related.target : undefined
  }

  #read(name: string): Uint8Array {
    return this.#parts.read(name) ?? new Uint8Array()
  }

  #writeComments(first: number, author: Author, main: XmlElement): void {
    const name = this.#commentsName() ?? this.#newComments(main)
    const root = parseTree(inUtf8(this.#read(name)), name, { depth: 1 })
    const names = namesOf(root)
    const written = this.#comments.map(({ comment }, index) =>
      renderComment(first + index, comment, { author, names }),
    )
    this.#parts.splice(name, [appendInside(root, written.join(''))])
  }

  #newComments(main: XmlElement): string {
    const folder = this.#origins.part.replace(/[^/]*$/, '')
    const name = this.#parts.freeName((number) => `${folder}comments${number === 1 ? '' : number}.xml`)
    const namespace = namespaceOf(main, main.prefix) ?? `${transitional}/wordprocessingml/2006/main`
    const relations = namespace.startsWith(strict)
      ? `${strict}/officeDocument/relationships`
      : `${transitional}/officeDocument/2006/relationships`
    this.#parts.write(name, newPart(`<w:comments xmlns:w="${namespace}"></w:comments>`))
    this.#parts.declarePart(name, commentsType)
    this.#parts.relate(this.#origins.part, `${relations}/comments`, name)
    return name
  }
}

/** Attributes need a prefix; where the elements of a part have none, each of ours declares one. */
function namesOf(root: XmlElement): Names {
  const { prefix } = root
  if (prefix !== '') return { element: prefix, attribute: prefix, declaration: '' }
  return { element: '', attribute: 'w:', declaration: ` xmlns:w="${namespaceOf(root, '') ?? ''}"` }
}
