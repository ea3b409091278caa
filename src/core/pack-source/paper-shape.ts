import type { Paper, PaperCell, PaperColumn, PaperRow } from '../pack/paper.js'
import {
  flag,
  integer,
  listOf,
  oneOf,
  optional,
  required,
  type Shape,
  shapeOf,
  text,
  withDefault,
} from './shape.js'
import { problemAt, type SourceNode } from './source.js'

const plainCell = { label: '', field: undefined, names: undefined, span: 1, down: 1, align: undefined }

/** A whole number of at least one: spans and widths. */
const positive: Shape<number> = {
  parse(node, problems) {
    const value = integer.parse(node, problems)
    if (value === undefined || value >= 1) return value
    problems.push(problemAt(node.at, '这里要写 1 或更大的整数。'))
    return undefined
  },
}

const wholeCell = shapeOf({
  label: withDefault(text, ''),
  field: optional(text),
  names: optional(text),
  span: withDefault(positive, 1),
  down: withDefault(positive, 1),
  align: optional(oneOf(['center', 'left'])),
})

/** `年初预算数` is a label, `=total.score` a field; anything more is written as a mapping. */
const cellShape: Shape<PaperCell> = {
  parse(node, problems) {
    if (node.kind === 'mapping') return wholeCell.parse(node, problems)
    const word = text.parse(node, problems)
    if (word === undefined) return undefined
    return word.startsWith('=') ? { ...plainCell, field: word.slice(1) } : { ...plainCell, label: word }
  },
}
const cells = listOf(cellShape)

const rowShape: Shape<PaperRow> = {
  parse(node, problems) {
    if (node.kind === 'list') return plainRow(cells.parse(node, problems))
    const has = (key: string): boolean => node.kind === 'mapping' && node.entries.has(key)
    if (has('side')) {
      const side = sideShape().parse(node, problems)
      return side && { kind: 'side', label: side.side, span: side.span, rows: side.rows }
    }
    if (has('each')) {
      const each = eachShape.parse(node, problems)
      return each && { kind: 'each', list: each.each, cells: each.cells, merge: each.merge }
    }
    const row = cellsShape.parse(node, problems)
    return row && { kind: 'cells', cells: row.cells, header: row.header, ifUsed: row.ifUsed }
  },
}

function plainRow(found: readonly PaperCell[] | undefined): PaperRow | undefined {
  return found && { kind: 'cells', cells: found, header: false, ifUsed: false }
}

const yes = withDefault(flag, false)
/** Rows with ids can be laid over each other by packs that extend this one. */
const id = optional(text)
const cellsShape = shapeOf({ id, cells: required(cells), header: yes, ifUsed: yes })
const eachShape = shapeOf({
  id,
  each: required(text),
  cells: required(cells),
  merge: withDefault(listOf(text), []),
})

function sideShape(): Shape<{ side: string; span: number; rows: readonly PaperRow[] }> {
  return shapeOf({
    id,
    side: required(text),
    span: withDefault(positive, 1),
    rows: required(listOf(rowShape)),
  })
}

const wholeColumn = shapeOf({ width: required(positive), ifUsed: yes })
const columnShape: Shape<PaperColumn> = {
  parse(node: SourceNode, problems) {
    if (node.kind === 'mapping') return wholeColumn.parse(node, problems)
    const width = positive.parse(node, problems)
    return width === undefined ? undefined : { width, ifUsed: false }
  },
}

/** A column of a list that the paper prints too, after another: its id, and how its heading and width are. */
export type Insertion = Readonly<{
  id: string
  each: string
  after: string
  width: number
  ifUsed: boolean
  /** Undefined: the column's name. */
  label: string | undefined
}>

const insertionShape: Shape<Insertion> = shapeOf({
  id: required(text),
  each: required(text),
  after: required(text),
  width: withDefault(positive, 10),
  ifUsed: yes,
  label: optional(text),
})

/** A paper as written, with the columns that are still to be put in. */
export type WrittenPaper = Paper & Readonly<{ insert: readonly Insertion[] }>

/** paper.yaml */
export const paperShape: Shape<WrittenPaper> = shapeOf({
  orientation: withDefault<Paper['orientation']>(oneOf(['portrait', 'landscape']), 'portrait'),
  title: optional(text),
  subtitle: optional(text),
  columns: required(listOf(columnShape)),
  rows: required(listOf(rowShape)),
  insert: withDefault<readonly Insertion[]>(listOf(insertionShape), []),
  signature: optional(text),
})
