import { didYouMean } from '../errors/closest.js'
import { extendSource } from './extend-source.js'
import { findText, type MappingNode, type PackProblem, problemAt, type SourceNode } from './source.js'

/** What several packs say alike, by name; each is written once. */
export type Parts = ReadonlyMap<string, SourceNode>

/**
 * Puts in the parts that are named: `part: 名` in a mapping lays the rest of the mapping over the part; as an item
 * of a list, the items of a part that is a list stand in its place (`only` those with some ids), and later items with
 * their ids are laid over them.
 */
export function expandParts(node: SourceNode, parts: Parts, problems: PackProblem[]): SourceNode {
  if (node.kind === 'scalar') return node
  if (node.kind === 'list') return { ...node, items: expandItems(node.items, parts, problems) }
  const entries = [...node.entries].map(
    ([key, entry]) => [key, { ...entry, value: expandParts(entry.value, parts, problems) }] as const,
  )
  return withPart({ ...node, entries: new Map(entries) }, parts, problems)
}

function expandItems(
  items: readonly SourceNode[],
  parts: Parts,
  problems: PackProblem[],
): readonly SourceNode[] {
  let written: readonly SourceNode[] = []
  const spliced = new Set<string>()
  for (const item of items) {
    const expanded = expandParts(item, parts, problems)
    if (item.kind === 'mapping' && expanded.kind === 'list') {
      for (const one of expanded.items) spliced.add(findText(one, 'id') ?? '')
      written = [...written, ...expanded.items]
    } else
      written = spliced.has(findText(item, 'id') ?? '-') ? layItem(written, expanded) : [...written, expanded]
  }
  return written
}

function layItem(items: readonly SourceNode[], own: SourceNode): readonly SourceNode[] {
  const id = findText(own, 'id')
  return items.map((item) => (findText(item, 'id') === id ? extendSource(item, own) : item))
}

function withPart(node: MappingNode, parts: Parts, problems: PackProblem[]): SourceNode {
  const name = findText(node, 'part')
  if (name === undefined) return node
  const part = parts.get(name)
  const { part: named, only, ...rest } = Object.fromEntries(node.entries)
  if (part === undefined) {
    problems.push(
      problemAt(named?.value.at ?? node.at, `没有叫“${name}”的部件${didYouMean(name, parts.keys())}`),
    )
    return node
  }
  const others = new Map([...parts].filter(([other]) => other !== name))
  const base = onlyIds(expandParts(part, others, problems), only?.value)
  if (Object.keys(rest).length === 0) return base
  return extendSource(base, { ...node, entries: new Map(Object.entries(rest)) })
}

function onlyIds(part: SourceNode, only: SourceNode | undefined): SourceNode {
  if (part.kind !== 'list' || only?.kind !== 'list') return part
  const ids = only.items.map((item) => (item.kind === 'scalar' ? item.value : undefined))
  return { ...part, items: part.items.filter((item) => ids.includes(findText(item, 'id') ?? '')) }
}
