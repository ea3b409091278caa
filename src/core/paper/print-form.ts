import type { Place, Table } from '../document/document.js'
import type { Form } from '../filing/filing.js'
import type { Pack } from '../pack/pack.js'
import type { Paper, PaperRow } from '../pack/paper.js'
import { drawRows, withYears } from './draw-rows.js'
import { fieldsOf } from './field-types.js'
import { type Layout, layoutOf, writeInto } from './lay-out-form.js'
import { leftOverRows, unplacedRow } from './left-over-rows.js'
import { placeCells } from './place-cells.js'
import type { PrintedForm } from './printed.js'

/** What stands around a form in its document; undefined parts come from the paper. */
export type FormFrame = Readonly<{
  title: string | undefined
  subtitle: string | undefined
  signature: string | undefined
}>

/** A pack that says nothing of paper: every field in a row of its own. */
const noPaper: Paper = {
  orientation: 'portrait',
  title: undefined,
  subtitle: undefined,
  columns: [
    { width: 1, ifUsed: false },
    { width: 3, ifUsed: false },
  ],
  rows: [],
  signature: undefined,
}

/** What a form is printed with besides its own values. */
export type FormSurroundings = LayoutSurroundings &
  Readonly<{
    frame: FormFrame
    /** 0-based in the filing's forms. */
    index: number
  }>

/** What the places of a form's cells depend on besides its own values. */
export type LayoutSurroundings = Readonly<{
  /** Printed where labels say {本年} and the form names no year itself. */
  year: number | undefined
  /** Numbers of its table that no field took. */
  unplaced: readonly Place[]
  /** The table it was read from. */
  table: Table | undefined
  /** Prints rows and columns marked `ifUsed` though nothing stands in them: for filling in on screen only. */
  showUnused?: boolean | undefined
}>

/**
 * A form on its pack's paper. A value that the paper has no cell for, and a number that no field took, gets a row of
 * its own at the foot, so that nothing filled in is lost.
 */
export function printForm(form: Form, pack: Pack, surroundings: FormSurroundings): PrintedForm {
  return printLaidOut(form, pack, { ...surroundings, layout: layOutForm(form, pack, surroundings) })
}

/** A form printed on a layout that is right for it. */
export function printLaidOut(
  form: Form,
  { paper = noPaper }: Pack,
  { frame, index, layout }: Pick<FormSurroundings, 'frame' | 'index'> & Readonly<{ layout: Layout }>,
): PrintedForm {
  const { rows, widths, header } = layout
  return {
    kind: 'form',
    form,
    index,
    title: frame.title ?? '',
    subtitle: frame.subtitle,
    orientation: paper.orientation,
    cells: writeInto(layout, form),
    rows,
    widths,
    header,
    signature: frame.signature,
  }
}

/** The cells of a form in their places on its pack's paper. */
export function layOutForm(
  form: Form,
  pack: Pack,
  { year, unplaced, table, showUnused }: LayoutSurroundings,
): Layout {
  const paper = pack.paper ?? noPaper
  const fields = fieldsOf(pack)
  const drawn = drawRows(paper.rows, { form, fields, year: form.year ?? year })
  const width = paper.columns.length
  const rows = [
    ...drawn,
    ...leftOverRows({ form, fields, drawn, width }),
    ...(table === undefined ? [] : unplaced.map((place) => unplacedRow(place, table, width))),
  ]
  return layoutOf(placeCells(rows, paper.columns, { showUnused }))
}

/** Title, subtitle and line to be signed for a form that stands in no document. */
export function frameOfPaper({ paper, title }: Pack, year: number | undefined): FormFrame {
  return {
    title: withYears(paper?.title ?? title, year),
    subtitle: paper?.subtitle && withYears(paper.subtitle, year),
    signature: paper?.signature,
  }
}

/** Whether a pack's paper has rows or columns that are left out while nothing stands in them. */
export function hasUnused({ paper = noPaper }: Pack): boolean {
  return paper.columns.some(({ ifUsed }) => ifUsed) || paper.rows.some(rowHasUnused)
}

function rowHasUnused(row: PaperRow): boolean {
  if (row.kind === 'side') return row.rows.some(rowHasUnused)
  return row.kind === 'cells' && row.ifUsed
}
