import { escapeXml } from '../../xml/escape-xml.js'
import type { Author } from '../author.js'
import type { PackageParts } from '../package-parts.js'
import { appendInside, parseTree, valueOf, type XmlElement } from '../xml-tree.js'
import { type CellComment, plainTextOf, referenceOf } from './cell-comment.js'

/** Our numbers among those that Excel gives to people and to what they say. */
const ours = '{48580000-0000-4000-8000-'
const ourPerson = identifier(1)
/** More replies than a sheet will ever have. */
const repliesPerSheet = 0x100000

/** The part of a sheet's conversations, the part of the people who hold them, and the sheet's number (from 1). */
export type Conversations = Readonly<{ threads: string; persons: string; sheet: number }>

/**
 * Replies where people already discuss a cell: newer versions of Excel show the conversation alone, and not the comment
 * that stands for it in older ones.
 */
export function replyInThreads(
  parts: PackageParts,
  { threads, persons, sheet }: Conversations,
  { comments, author }: Readonly<{ comments: readonly CellComment[]; author: Author }>,
): void {
  const root = treeOf(parts, threads)
  const firsts = new Map(root.children.map((one) => [valueOf(one, 'ref') ?? '', firstOf(one)] as const))
  const answered = comments.filter((comment) => firsts.has(referenceOf(comment)))
  if (answered.length === 0) return
  const used = root.children.filter((one) => valueOf(one, 'id')?.startsWith(ours)).length
  const replies = answered.map((comment, index) => {
    const ref = referenceOf(comment)
    const id = identifier(sheet * repliesPerSheet + used + index)
    const values = `ref="${ref}" dT="${escapeXml(author.date.replace('Z', '.00'))}" personId="${ourPerson}" id="${id}" parentId="${escapeXml(firsts.get(ref) ?? '')}"`
    const text = `<${root.prefix}text>${escapeXml(plainTextOf(comment))}</${root.prefix}text>`
    return `<${root.prefix}threadedComment ${values}>${text}</${root.prefix}threadedComment>`
  })
  parts.splice(threads, [appendInside(root, replies.join(''))])
  introduce(parts, persons, author)
}

/** The number of the first thing said in a conversation: that of a reply's parent. */
function firstOf(said: XmlElement): string {
  return valueOf(said, 'parentId') ?? valueOf(said, 'id') ?? ''
}

function introduce(parts: PackageParts, persons: string, { name }: Author): void {
  const root = treeOf(parts, persons)
  if (root.children.some((person) => valueOf(person, 'id') === ourPerson)) return
  const values = `displayName="${escapeXml(name)}" id="${ourPerson}" userId="${escapeXml(name)}" providerId="None"`
  parts.splice(persons, [appendInside(root, `<${root.prefix}person ${values}/>`)])
}

function treeOf(parts: PackageParts, name: string): XmlElement {
  return parseTree(parts.read(name) ?? new Uint8Array(), name)
}

function identifier(number: number): string {
  return `${ours}${number.toString(16).toUpperCase().padStart(12, '0')}}`
}
