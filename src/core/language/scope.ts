import { didYouMean } from '../errors/closest.js'
import type { Column, GridBlock, GridRow } from '../pack/layout.js'
import type { CellReference, Reference } from './rule.js'
import { type NameSyntax, SentenceError } from './syntax.js'
import { cellOf, type ListWords, type Vocabulary } from './vocabulary.js'

/** What names mean at a place in a sentence: inside 每行, 每列 or 每个 some are nearer than others. */
export type Scope = Readonly<{
  vocabulary: Vocabulary
  list?: ListWords
  row?: Readonly<{ grid: GridBlock; row: GridRow }>
  column?: Readonly<{ grid: GridBlock; column: Column }>
  group?: Readonly<{ list: ListWords; by: string }>
  subject?: string | undefined
}>

/** The cell that a name means. @throws SentenceError when there is none, with the nearest name */
export function findReference(name: NameSyntax, scope: Scope): Reference {
  const found = name.ofWhich ? undefined : (findNear(name, scope) ?? findFar(name, scope))
  if (found !== undefined) return found
  if (name.ofWhich) throw new SentenceError(name, '“其中”是若干行，要放进“合计(…)”里。')
  const shown = name.parts.join('.')
  if (name.parts.length === 1 && scope.vocabulary.ambiguous.has(shown))
    throw new SentenceError(name, `有几张栏表都有“${shown}”，请写成“行名.${shown}”。`)
  const unknown = name.parts.find((part) => !scope.vocabulary.names.includes(part)) ?? shown
  if (scope.vocabulary.names.includes(unknown))
    throw new SentenceError(
      name,
      `“${shown}”不是单独的一格：行名后面要加“.栏名”，列表的栏要放在“每行 …：”或“合计(列表, 栏)”里。`,
    )
  throw new SentenceError(name, `表里没有“${unknown}”这一格${didYouMean(unknown, scope.vocabulary.names)}`)
}

function findNear(name: NameSyntax, scope: Scope): Reference | undefined {
  const [first = '', second] = name.parts
  if (second !== undefined) return undefined
  const inList = scope.list?.columns.find((column) => column.name === first)
  if (scope.list !== undefined && inList !== undefined) return cellReference(scope.list, inList)
  if (scope.row !== undefined) {
    const column = scope.row.grid.columns.find((candidate) => candidate.name === first)
    if (column !== undefined) return cellOf(scope.row.grid, scope.row.row, column)
  }
  if (scope.column !== undefined) {
    const row = scope.column.grid.rows.find((candidate) => candidate.name === first)
    if (row !== undefined && !row.repeat) return cellOf(scope.column.grid, row, scope.column.column)
  }
  return undefined
}

function findFar(name: NameSyntax, { vocabulary, group }: Scope): Reference | undefined {
  const [first = '', second] = name.parts
  if (second === undefined) {
    if (first === '表头分值' && group !== undefined)
      return { kind: 'cell', list: 'dimensions', column: 'weight', name: first, type: 'weight' }
    return vocabulary.ambiguous.has(first) ? undefined : vocabulary.singles.get(first)
  }
  const total = vocabulary.singles.get(`${first}.${second}`)
  if (total !== undefined) return total
  const found = vocabulary.rows.get(first)
  const column = found?.grid.columns.find((candidate) => candidate.name === second)
  return found === undefined || column === undefined ? undefined : cellOf(found.grid, found.row, column)
}

export function cellReference(list: ListWords, column: Column): CellReference {
  return { kind: 'cell', list: list.id, column: column.id, name: column.name, type: column.type }
}

/** The rows that a set means: a whole grid, `其中` of its first row, `公用经费的其中`. @throws SentenceError */
export function findRowsOf(
  set: NameSyntax,
  vocabulary: Vocabulary,
): Readonly<{ grid: GridBlock; rows: readonly GridRow[] }> {
  const [name] = set.parts
  if (!set.ofWhich) {
    const grid = vocabulary.grids.get(name ?? '')
    if (grid !== undefined) return { grid, rows: grid.rows }
    const known = [...vocabulary.grids.keys(), ...vocabulary.lists.keys()]
    throw new SentenceError(set, `没有叫“${name ?? ''}”的栏表或列表${didYouMean(name ?? '', known)}`)
  }
  const whole = name === undefined ? firstRowWithParts(vocabulary) : vocabulary.rows.get(name)
  if (whole === undefined)
    throw new SentenceError(
      set,
      `表里没有“${name ?? ''}”这一行${didYouMean(name ?? '', vocabulary.rows.keys())}`,
    )
  const rows = whole.grid.rows.filter(({ partOf }) => partOf === whole.row.id)
  if (rows.length === 0) throw new SentenceError(set, `“${whole.row.name}”没有其中项（partOf）。`)
  return { grid: whole.grid, rows }
}

function firstRowWithParts(vocabulary: Vocabulary): Readonly<{ grid: GridBlock; row: GridRow }> | undefined {
  for (const found of vocabulary.rows.values())
    if (found.grid.rows.some(({ partOf }) => partOf === found.row.id)) return found
  return undefined
}
