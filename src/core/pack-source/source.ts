/** Where something stands in a pack's file; line and column are 1-based. */
export type Position = Readonly<{ file: string; line: number; column: number }>

/** A pack's file as written, every value with its position. */
export type SourceNode = ScalarNode | ListNode | MappingNode
export type ScalarNode = Readonly<{ kind: 'scalar'; value: string | number | boolean | null; at: Position }>
export type ListNode = Readonly<{ kind: 'list'; items: readonly SourceNode[]; at: Position }>
export type MappingEntry = Readonly<{ keyAt: Position; value: SourceNode }>
export type MappingNode = Readonly<{
  kind: 'mapping'
  entries: ReadonlyMap<string, MappingEntry>
  at: Position
}>

/** What is wrong in a pack, as one Chinese sentence for its writer. */
export type PackProblem = Position & Readonly<{ message: string }>

export function problemAt(at: Position, message: string): PackProblem {
  return { file: at.file, line: at.line, column: at.column, message }
}

/** `packs/…/checks.yaml:12:5 …` */
export function problemText(problem: PackProblem): string {
  return `${problem.file}:${problem.line}:${problem.column} ${problem.message}`
}

/** The text under a key of a mapping; undefined when there is none or it is no text. */
export function findText(node: SourceNode, key: string): string | undefined {
  if (node.kind !== 'mapping') return undefined
  const value = node.entries.get(key)?.value
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined
}

/** What stands under a key of a mapping. */
export function entryOf(node: SourceNode | undefined, key: string): SourceNode | undefined {
  return node?.kind === 'mapping' ? node.entries.get(key)?.value : undefined
}

/** The items of a list; none when it is no list. */
export function itemsOf(node: SourceNode | undefined): readonly SourceNode[] {
  return node?.kind === 'list' ? node.items : []
}

/** Every mapping with an `id`, at any depth, in the order written. */
export function nodesWithId(node: SourceNode | undefined): readonly (readonly [string, SourceNode])[] {
  if (node === undefined || node.kind === 'scalar') return []
  if (node.kind === 'list') return node.items.flatMap(nodesWithId)
  const id = findText(node, 'id')
  const inner = [...node.entries.values()].flatMap(({ value }) => nodesWithId(value))
  return id === undefined ? inner : [[id, node], ...inner]
}
