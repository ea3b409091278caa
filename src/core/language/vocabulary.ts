import type { Block, Column, GridBlock, GridRow, TotalRow } from '../pack/layout.js'
import type { FieldGroup } from '../pack/pack.js'
import type { FieldReference } from './rule.js'

/** A list whose rows a sentence may go through. */
export type ListWords = Readonly<{ id: string; name: string; columns: readonly Column[] }>

/** Every name that sentences about one form may use. */
export type Vocabulary = Readonly<{
  /** Longest first, for the reader of tokens. */
  names: readonly string[]
  singles: ReadonlyMap<string, FieldReference>
  /** Columns that more than one grid has: they need their row. */
  ambiguous: ReadonlySet<string>
  grids: ReadonlyMap<string, GridBlock>
  lists: ReadonlyMap<string, ListWords>
  groups: ReadonlyMap<string, readonly FieldReference[]>
  rows: ReadonlyMap<string, Readonly<{ grid: GridBlock; row: GridRow }>>
  /** Single cells by field id. */
  fieldsById: ReadonlyMap<string, FieldReference>
}>

type Draft = {
  singles: Map<string, FieldReference>
  ambiguous: Set<string>
  grids: Map<string, GridBlock>
  lists: Map<string, ListWords>
  rows: Map<string, Readonly<{ grid: GridBlock; row: GridRow }>>
  fieldsById: Map<string, FieldReference>
}

/** Collects the names of a form. */
export function makeVocabulary(blocks: readonly Block[], groups: readonly FieldGroup[]): Vocabulary {
  const draft: Draft = {
    singles: new Map(),
    ambiguous: new Set(),
    grids: new Map(),
    lists: new Map(),
    rows: new Map(),
    fieldsById: new Map(),
  }
  for (const block of blocks) addBlock(draft, block)
  const named = groups.map((group): [string, readonly FieldReference[]] => [
    group.name,
    group.fields.map((id) => draft.fieldsById.get(id)).filter((field) => field !== undefined),
  ])
  const names = new Set([
    ...draft.singles.keys(),
    ...draft.grids.keys(),
    ...draft.lists.keys(),
    ...draft.rows.keys(),
    ...named.map(([name]) => name),
    ...[...draft.grids.values(), ...draft.lists.values()].flatMap((block) =>
      block.columns.map(({ name }) => name),
    ),
  ])
  return {
    ...draft,
    groups: new Map(named),
    names: [...names].sort((left, right) => right.length - left.length),
  }
}

function addBlock(draft: Draft, block: Block): void {
  if (block.kind === 'pairs' || block.kind === 'inline')
    for (const field of block.fields) addField(draft, field)
  else if (block.kind === 'goals') for (const field of [block.expected, block.actual]) addField(draft, field)
  else if (block.kind === 'grid') addGrid(draft, block)
  else {
    draft.lists.set(block.name, { id: block.id, name: block.name, columns: block.columns })
    if (block.total !== undefined) addTotal(draft, block.total, block.columns)
  }
}

function addField(draft: Draft, { id, name, type }: Omit<FieldReference, 'kind'>): void {
  const reference: FieldReference = { kind: 'field', id, name, type }
  draft.singles.set(name, reference)
  draft.fieldsById.set(id, reference)
}

function addGrid(draft: Draft, grid: GridBlock): void {
  draft.grids.set(grid.name, grid)
  const [first] = grid.rows
  for (const row of grid.rows) {
    draft.rows.set(row.name, { grid, row })
    if (row.repeat) {
      draft.lists.set(row.name, { id: row.id, name: row.name, columns: [...grid.columns, rowLabel] })
      continue
    }
    for (const column of grid.columns) {
      const reference = cellOf(grid, row, column)
      draft.fieldsById.set(reference.id, reference)
      if (row !== first) continue
      if (draft.singles.has(column.name)) draft.ambiguous.add(column.name)
      draft.singles.set(column.name, reference)
    }
  }
}

/** The label that a unit wrote itself in a repeating row. */
const rowLabel: Column = { id: 'name', name: '名称', labels: [], type: 'text', required: false }

/** The single cell where a row and a column of a grid meet. */
export function cellOf(grid: GridBlock, row: GridRow, column: Column): FieldReference {
  const name = grid.rows[0] === row ? column.name : `${row.name}的${column.name}`
  return { kind: 'field', id: `${row.id}.${column.id}`, name, type: column.type }
}

function addTotal(draft: Draft, total: TotalRow, columns: readonly Column[]): void {
  for (const column of columns.filter(({ id }) => total.columns.includes(id))) {
    const reference: FieldReference = {
      kind: 'field',
      id: `${total.id}.${column.id}`,
      name: column.type === 'score' ? total.name : `${total.name}的${column.name}`,
      type: column.type,
    }
    draft.fieldsById.set(reference.id, reference)
    draft.singles.set(`${total.name}.${column.name}`, reference)
  }
  const [only] = total.columns
  const named = columns.find(({ id }) => id === (total.columns.includes('score') ? 'score' : only))
  const field = named === undefined ? undefined : draft.fieldsById.get(`${total.id}.${named.id}`)
  if (field !== undefined) draft.singles.set(total.name, field)
}
