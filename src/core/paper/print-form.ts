import type { Form } from '../filing/filing.js'
import type { Pack } from '../pack/pack.js'
import type { Paper } from '../pack/paper.js'
import { drawRows, withYears } from './draw-rows.js'
import { fieldsOf } from './field-types.js'
import { leftOverRows } from './left-over-rows.js'
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

/**
 * A form on its pack's paper. A value that the paper has no cell for gets a row of its own at the foot, so that
 * nothing filled in is lost. `year` is printed where labels say {本年} and the form names no year itself.
 */
export function printForm(
  form: Form,
  pack: Pack,
  { frame, year, index }: { frame: FormFrame; year: number | undefined; index: number },
): PrintedForm {
  const paper = pack.paper ?? noPaper
  const printedYear = form.year ?? year
  const fields = fieldsOf(pack)
  const drawn = drawRows(paper.rows, { form, fields, year: printedYear })
  const rows = [...drawn, ...leftOverRows({ form, fields, drawn, width: paper.columns.length })]
  return {
    kind: 'form',
    form,
    index,
    title: frame.title ?? '',
    subtitle: frame.subtitle,
    orientation: paper.orientation,
    ...placeCells(rows, paper.columns),
    signature: frame.signature,
  }
}

/** Title, subtitle and line to be signed for a form that stands in no document. */
export function frameOfPaper({ paper, title }: Pack, year: number | undefined): FormFrame {
  return {
    title: withYears(paper?.title ?? title, year),
    subtitle: paper?.subtitle && withYears(paper.subtitle, year),
    signature: paper?.signature,
  }
}
