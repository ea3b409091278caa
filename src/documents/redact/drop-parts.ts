import { ownerOf, resolveTarget } from '../gate/relation-names.js'
import { attributeOf, parseXml, type XmlAttributes, type XmlHandler } from '../xml/parse-xml.js'
import type { Splice } from '../xml/splice.js'
import { splice } from '../xml/splice.js'
import { replacing } from './editable-part.js'

/** What to do with an element: leave it, take it out whole, or put another tag in its place. */
export type TagDecision = 'keep' | 'cut' | Readonly<{ tag: string }>

/** The part with some elements taken out and some tags rewritten. */
export function editTags(
  bytes: Uint8Array,
  part: string,
  decide: (name: string, attributes: XmlAttributes, prefix: string) => TagDecision,
): Uint8Array {
  const cursor = { start: 0, end: 0 }
  const splices: Splice[] = []
  let from: number | undefined
  const endCut = (): void => {
    if (from !== undefined) splices.push(replacing({ start: from, end: cursor.start }, ''))
    from = undefined
  }
  const handler: XmlHandler = {
    cursor,
    open: (name, attributes, prefix) => {
      endCut()
      const decision = decide(name, attributes, prefix)
      if (decision === 'cut') from = cursor.start
      else if (decision !== 'keep') splices.push(replacing(cursor, decision.tag))
      return decision === 'cut'
    },
    close: endCut,
    text: endCut,
  }
  parseXml(bytes, part, handler)
  return splices.length === 0 ? bytes : splice(bytes, splices)
}

/** Holders of objects in a sheet: without what they hold they may not stand. */
const holders = new Set(['oleObjects', 'controls'])
const references = ['id', 'embed', 'link', 'pict']

/** The part without what refers to dropped parts by these ids; page settings only lose the reference. */
export function withoutReferences(bytes: Uint8Array, part: string, ids: ReadonlySet<string>): Uint8Array {
  if (ids.size === 0) return bytes
  const isSheet = part.startsWith('xl/')
  return editTags(bytes, part, (name, attributes) => {
    const used = references.some((key) => ids.has(attributeOf(attributes, key) ?? ''))
    if (isSheet && holders.has(name)) return 'cut'
    if (!used || name === 'Relationship') return 'keep'
    if (name !== 'pageSetup') return 'cut'
    return { tag: `<pageSetup${attributes.replace(/\s+\w+:id="[^"]*"/, '')}/>` }
  })
}

/** Ids of the relations of a part that lead to dropped parts. */
export function droppedIds(
  relations: Uint8Array,
  name: string,
  isDropped: (part: string) => boolean,
): ReadonlySet<string> {
  const ids = new Set<string>()
  parseXml(relations, name, {
    open: (_element, attributes) => {
      if (leadsToDropped(attributes, name, isDropped)) ids.add(attributeOf(attributes, 'Id') ?? '')
      return false
    },
    close: () => undefined,
  })
  return ids
}

/** True for a relation inside the package whose target is dropped. */
export function leadsToDropped(
  attributes: XmlAttributes,
  relations: string,
  isDropped: (part: string) => boolean,
): boolean {
  const target = attributeOf(attributes, 'Target')
  if (target === undefined || attributeOf(attributes, 'TargetMode') === 'External') return false
  return isDropped(resolveTarget(ownerOf(relations), decodeURI(target)))
}
