import { findText, type ListNode, type MappingEntry, type MappingNode, type SourceNode } from './source.js'

/** Lists whose words are added to the inherited ones instead of replacing them. */
const growing = new Set(['labels', 'titles'])

/**
 * What a pack says, laid over what it inherits: mappings key by key, lists of things with an `id` thing by thing,
 * labels and titles added, all else replaced. Each value keeps the position where it was written.
 */
export function extendSource(base: SourceNode, own: SourceNode, key = ''): SourceNode {
  if (base.kind === 'mapping' && own.kind === 'mapping') return extendMapping(base, own)
  if (base.kind === 'list' && own.kind === 'list') {
    if (growing.has(key)) return { ...own, items: [...base.items, ...own.items] }
    if ([...base.items, ...own.items].every((item) => findText(item, 'id') !== undefined))
      return extendList(base, own)
  }
  return own
}

function extendMapping(base: MappingNode, own: MappingNode): MappingNode {
  const entries = new Map<string, MappingEntry>(base.entries)
  for (const [key, entry] of own.entries) {
    const inherited = entries.get(key)
    entries.set(
      key,
      inherited === undefined
        ? entry
        : { keyAt: entry.keyAt, value: extendSource(inherited.value, entry.value, key) },
    )
  }
  return { kind: 'mapping', entries, at: own.at }
}

/** A new thing stands after the one that it follows in the own list; without such a one, at the end. */
function extendList(base: ListNode, own: ListNode): ListNode {
  const idOf = (item: SourceNode): string | undefined => findText(item, 'id')
  const items = base.items.map((item) => {
    const match = own.items.find((other) => idOf(other) === idOf(item))
    return match === undefined ? item : extendSource(item, match)
  })
  for (const [index, item] of own.items.entries()) {
    if (items.some((other) => idOf(other) === idOf(item))) continue
    const previous = own.items[index - 1]
    const after = previous === undefined ? -1 : items.findIndex((other) => idOf(other) === idOf(previous))
    items.splice(after === -1 ? items.length : after + 1, 0, item)
  }
  return { ...own, items }
}

/** The same without the things whose ids are named: at any depth, in any list. */
export function withoutIds(node: SourceNode, ids: ReadonlySet<string>): SourceNode {
  if (ids.size === 0 || node.kind === 'scalar') return node
  if (node.kind === 'list') {
    const kept = node.items.filter((item) => !ids.has(findText(item, 'id') ?? ''))
    return { ...node, items: kept.map((item) => withoutIds(item, ids)) }
  }
  const entries = [...node.entries].map(([key, entry]): [string, MappingEntry] => [
    key,
    { ...entry, value: withoutIds(entry.value, ids) },
  ])
  return { ...node, entries: new Map(entries) }
}
