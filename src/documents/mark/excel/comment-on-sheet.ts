import { DomainError } from '../../../core/errors/errors.js'
import type { Author } from '../author.js'
import { newPart, type PackageParts } from '../package-parts.js'
import { isEmptyTag, namespaceOf, parseTree, valueOf, type XmlElement } from '../xml-tree.js'
import { type CellComment, referenceOf } from './cell-comment.js'
import { addComments, commentedCells, emptyComments } from './comments-part.js'
import { addShapes, emptyDrawing } from './note-shapes.js'
import { replyInThreads } from './replies.js'

const transitional = 'http://schemas.openxmlformats.org'
const strict = 'http://purl.oclc.org/ooxml'
const commentsType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const drawingType = 'application/vnd.openxmlformats-officedocument.vmlDrawing'

/** Everything that may stand in a sheet before its `legacyDrawing`. */
const before = new Set(
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
  autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations
  hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches
  ignoredErrors smartTags drawing`.split(/\s+/),
)

/** A sheet's part, its number in the workbook (from 1), and what is to be said on it. */
export type SheetComments = Readonly<{
  part: string
  number: number
  comments: readonly CellComment[]
  author: Author
  /** The part of the people who hold conversations in the workbook. */
  persons: string | undefined
}>

/** Puts comments on cells of one sheet: into its part of comments and its drawing, which are made where missing. */
export function commentOnSheet(parts: PackageParts, sheet: SheetComments): void {
  const { part, number, comments, author, persons } = sheet
  const bytes = parts.read(part)
  if (bytes === undefined) throw new DomainError('FILE_DAMAGED', { where: part })
  const root = parseTree(bytes, part, { depth: 2 })
  const commentsPart = findRelated(parts, part, 'comments') ?? createComments(parts, part, root)
  const known = commentedCells(parts.read(commentsPart) ?? new Uint8Array(), commentsPart)
  const fresh = comments.filter((comment) => !known.has(referenceOf(comment)))
  change(parts, commentsPart, (old) => addComments(old, commentsPart, { comments, author: author.name }))
  const threads = findRelated(parts, part, 'threadedComment')
  if (threads !== undefined && persons !== undefined) {
    replyInThreads(parts, { threads, persons, sheet: number }, { comments, author })
  }
  if (fresh.length === 0) return
  const drawing = findDrawing(parts, part, root) ?? createDrawing(parts, part, { root, number })
  change(parts, drawing, (old) => addShapes(old, fresh, number))
}

function change(parts: PackageParts, name: string, by: (bytes: Uint8Array) => Uint8Array): void {
  parts.write(name, by(parts.read(name) ?? new Uint8Array()))
}

function findRelated(parts: PackageParts, part: string, type: string): string | undefined {
  return parts.relationsOf(part).find((one) => one.type === type && parts.has(one.target))?.target
}

function relationsAddress(root: XmlElement): string {
  const isStrict = namespaceOf(root, root.prefix)?.startsWith(strict) === true
  return isStrict
    ? `${strict}/officeDocument/relationships`
    : `${transitional}/officeDocument/2006/relationships`
}

function createComments(parts: PackageParts, part: string, root: XmlElement): string {
  const namespace = namespaceOf(root, root.prefix) ?? `${transitional}/spreadsheetml/2006/main`
  const name = parts.freeName((number) => `xl/comments${number}.xml`)
  parts.write(name, newPart(emptyComments(namespace)))
  parts.declarePart(name, commentsType)
  parts.relate(part, `${relationsAddress(root)}/comments`, name)
  return name
}

function findDrawing(parts: PackageParts, part: string, root: XmlElement): string | undefined {
  const element = root.children.find(({ name }) => name === 'legacyDrawing')
  const id = element && valueOf(element, 'id')
  return parts.relationsOf(part).find((one) => one.id === id && parts.has(one.target))?.target
}

function createDrawing(
  parts: PackageParts,
  part: string,
  { root, number }: Readonly<{ root: XmlElement; number: number }>,
): string {
  const address = relationsAddress(root)
  const name = parts.freeName((free) => `xl/drawings/vmlDrawing${free}.vml`)
  parts.write(name, emptyDrawing(number))
  parts.declareExtension('vml', drawingType)
  const id = parts.relate(part, `${address}/vmlDrawing`, name)
  const last = root.children.findLast((child) => before.has(child.name))
  if (last === undefined || isEmptyTag(root)) throw new DomainError('FILE_DAMAGED', { where: part })
  const element = `<${root.prefix}legacyDrawing xmlns:r="${address}" r:id="${id}"/>`
  parts.splice(part, [{ at: last.end, text: element }])
  return name
}
