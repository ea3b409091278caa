import { didYouMean } from '../errors/closest.js'
import type { Form } from '../filing/filing.js'
import type { Block } from '../pack/layout.js'
import type { Paper } from '../pack/paper.js'
import type { DraftRow } from '../paper/draft-cell.js'
import { drawRows } from '../paper/draw-rows.js'
import { type FieldInfo, fieldsOfBlocks, type PackFields } from '../paper/field-types.js'
import {
  entryOf,
  findText,
  type MappingNode,
  type PackProblem,
  type Position,
  problemAt,
  type SourceNode,
} from './source.js'

/** A paper with what it was read from and the blocks of its pack. */
export type PaperInHand = Readonly<{
  source: SourceNode
  paper: Paper
  blocks: readonly Block[]
  pack: SourceNode
}>

/** What the shape of paper.yaml cannot see: fields and lists the form does not have, rows that do not fill the paper. */
export function checkPaper({ source, paper, blocks, pack }: PaperInHand, problems: PackProblem[]): void {
  const rows = entryOf(source, 'rows')
  if (rows === undefined) return
  const fields = fieldsOfBlocks(blocks)
  checkFields(rows, { fields, known: fields.singles, folder: folderOf(pack.at), problems })
  checkWidths(drawRows(paper.rows, { form: sampleForm(fields), fields, year: undefined }), {
    width: paper.columns.length,
    places: placesOfRows(rows),
    problems,
  })
}

type Naming = Readonly<{
  fields: PackFields
  /** Fields that cells may name here: single cells, or the columns of the list that is gone through. */
  known: ReadonlyMap<string, FieldInfo>
  /** The pack's own; what it inherits was checked where it is written. */
  folder: string
  problems: PackProblem[]
}>

function folderOf({ file }: Position): string {
  return file.slice(0, file.lastIndexOf('/') + 1)
}

function checkFields(node: SourceNode, naming: Naming): void {
  if (node.kind === 'list') for (const item of node.items) checkFields(item, naming)
  else if (node.kind === 'mapping') checkMapping(node, naming)
  else if (typeof node.value === 'string' && node.value.startsWith('='))
    checkName(node, node.value.slice(1), naming)
}

function checkMapping(node: MappingNode, naming: Naming): void {
  const { fields, folder, problems } = naming
  const [named, field, list] = ['names', 'field', 'each'].map((key) => node.entries.get(key)?.value)
  if (field !== undefined) checkName(field, findText(node, 'field') ?? '', naming)
  if (named !== undefined)
    checkName(named, `${findText(node, 'names')}.name`, { ...naming, known: fields.singles })
  const id = findText(node, 'each') ?? ''
  const columns = fields.lists.get(id)
  if (list !== undefined && columns === undefined && folderOf(list.at) === folder)
    problems.push(problemAt(list.at, `这张表没有“${id}”这个清单${didYouMean(id, fields.lists.keys())}`))
  if (list !== undefined && columns === undefined) return
  const inside = columns === undefined ? naming : { ...naming, known: columns }
  for (const key of ['cells', 'rows', 'merge']) {
    const value = node.entries.get(key)?.value
    if (value === undefined) continue
    if (key !== 'merge') checkFields(value, inside)
    else if (value.kind === 'list')
      for (const item of value.items) if (item.kind === 'scalar') checkName(item, String(item.value), inside)
  }
}

function checkName(node: SourceNode, id: string, { known, folder, problems }: Naming): void {
  if (known.has(id) || folderOf(node.at) !== folder) return
  problems.push(
    problemAt(node.at, `这张表没有“${id}”这一栏（pack.yaml 里没有）${didYouMean(id, known.keys())}`),
  )
}

/** Every list with one row, so that each row of the paper is drawn once. */
function sampleForm({ lists }: PackFields): Form {
  const rows = [...lists.keys()].filter((id) => id !== 'dimensions').map((id) => [id, [{}]] as const)
  return {
    form: '',
    pack: '',
    title: '',
    titlePlace: undefined,
    table: 1,
    year: undefined,
    fields: {},
    lists: Object.fromEntries(rows),
    signature: undefined,
  }
}

/** Where each row is written, in the order in which they are printed. */
function placesOfRows(node: SourceNode): readonly Position[] {
  if (node.kind !== 'list') return []
  return node.items.flatMap((item) => {
    const inner = item.kind === 'mapping' ? item.entries.get('rows')?.value : undefined
    return inner === undefined ? [item.at] : placesOfRows(inner)
  })
}

type Widths = Readonly<{ width: number; places: readonly Position[]; problems: PackProblem[] }>

function checkWidths(rows: readonly DraftRow[], { width, places, problems }: Widths): void {
  const taken = new Map<number, number>()
  for (const [index, { cells }] of rows.entries()) {
    const above = taken.get(index) ?? 0
    const own = cells.reduce((sum, { span }) => sum + span, 0)
    const at = places[index]
    if (own + above !== width && at !== undefined)
      problems.push(
        problemAt(
          at,
          `这一行的格子占 ${own} 列${above === 0 ? '' : `，上面和左边的格子占 ${above} 列`}，合起来应正好是 columns 的 ${width} 列。`,
        ),
      )
    for (const { span, down } of cells)
      for (let below = index + 1; below < index + down; below++)
        taken.set(below, (taken.get(below) ?? 0) + span)
  }
}
