import { escapeXml } from '../../xml/escape-xml.js'
import { type Splice, splice } from '../../xml/splice.js'
import { appendInside, parseTree, valueOf, type XmlElement } from '../xml-tree.js'
import { type CellComment, referenceOf, renderRuns } from './cell-comment.js'

/** A part of comments without any, in the namespace of its sheet. */
export function emptyComments(namespace: string): string {
  return `<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`
}

/** The part with comments added; a cell that has one keeps it, and ours follows in it: Excel knows one for a cell. */
export function addComments(
  bytes: Uint8Array,
  part: string,
  { comments, author }: Readonly<{ comments: readonly CellComment[]; author: string }>,
): Uint8Array {
  const root = parseTree(bytes, part)
  const authors = childOf(root, 'authors')
  const list = childOf(root, 'commentList')
  if (authors === undefined || list === undefined) return bytes
  const known = new Map(list.children.map((comment) => [valueOf(comment, 'ref'), comment]))
  const fresh = comments.filter((comment) => !known.has(referenceOf(comment)))
  const number = authors.children.length
  return splice(bytes, [
    appendInside(authors, `<${root.prefix}author>${escapeXml(author)}</${root.prefix}author>`),
    ...comments.flatMap((comment) => extend(known.get(referenceOf(comment)), comment)),
    ...(fresh.length === 0
      ? []
      : [appendInside(list, fresh.map((comment) => render(comment, number, root.prefix)).join(''))]),
  ])
}

/** The cells that have a comment already. */
export function commentedCells(bytes: Uint8Array, part: string): ReadonlySet<string> {
  const list = childOf(parseTree(bytes, part, { depth: 3 }), 'commentList')
  return new Set(list?.children.map((comment) => valueOf(comment, 'ref') ?? '') ?? [])
}

function render(comment: CellComment, author: number, prefix: string): string {
  const text = `<${prefix}text>${renderRuns(comment, prefix)}</${prefix}text>`
  return `<${prefix}comment ref="${referenceOf(comment)}" authorId="${author}">${text}</${prefix}comment>`
}

/** A plain text becomes a run, since ours follow it as runs; what tells how to pronounce it stays behind. */
function extend(known: XmlElement | undefined, comment: CellComment): Splice[] {
  if (known === undefined) return []
  const text = childOf(known, 'text')
  const separated = {
    ...comment,
    said: comment.said.map((one, index) => (index === 0 ? { ...one, title: `\n\n${one.title}` } : one)),
  }
  const runs = renderRuns(separated, known.prefix)
  if (text === undefined) return [appendInside(known, `<${known.prefix}text>${runs}</${known.prefix}text>`)]
  const plain = childOf(text, 't')
  const last = text.children.findLast(({ name }) => name === 't' || name === 'r')
  if (last === undefined) return [appendInside(text, runs)]
  const open = plain === undefined ? [] : [{ at: plain.start, text: `<${known.prefix}r>` }]
  const closed = plain === last ? `</${known.prefix}r>` : ''
  return [...open, { at: last.end, text: closed + runs }]
}

function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name)
}
