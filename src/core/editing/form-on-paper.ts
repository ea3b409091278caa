import type { Form } from '../filing/filing.js'
import { JsonValue } from '../filing-json/json-value.js'
import { parseForm } from '../filing-json/parse-form.js'
import type { Pack } from '../pack/pack.js'
import { shapeOf } from '../paper/form-shape.js'
import type { Layout } from '../paper/lay-out-form.js'
import { frameOfPaper, layOutForm, printLaidOut } from '../paper/print-form.js'
import type { PrintedForm } from '../paper/printed.js'
import { onceFor } from '../remember.js'
import type { FormContent } from './content.js'
import { placeValues } from './place-values.js'

/** A form of a content with its paper: every value has the place where the paper prints it. */
export type FormOnPaper = Readonly<{ form: Form; printed: PrintedForm }>

/** Where a form stands in its filing: 0-based among the forms, which makes it table `index + 1`. */
export type FormPosition = Readonly<{ index: number; year: number }>

/** The form as typed, without places; as it stands on its layout. */
export type LaidOutForm = Readonly<{ typed: Form; form: Form; layout: Layout }>

/**
 * A form of a content on its pack's paper. Cells that the paper has and nobody filled in are blanks with a place, as
 * when an empty form is read.
 *
 * @throws DomainError FILING_WRONG when the content names a field that the pack does not have
 */
export function putOnPaper(content: FormContent, pack: Pack, position: FormPosition): FormOnPaper {
  const { form, layout } = layOutContent(content, pack, position)
  return { form, printed: printOn(layout, form, { pack, ...position }) }
}

/** The same before anything is printed. @throws DomainError FILING_WRONG */
export function layOutContent(
  { pack: id, fields, lists }: FormContent,
  pack: Pack,
  { index, year }: FormPosition,
): LaidOutForm {
  const rows = Object.entries(lists).map(([list, all]) => [list, all.map(({ cells }) => cells)])
  const json = new JsonValue({ pack: id, fields, lists: Object.fromEntries(rows) }, id)
  const document = { blocks: [], notes: [] }
  const typed = parseForm(json, { packs: [pack], document, table: index + 1 })
  const layout = layoutFor(typed, pack, { year })
  return { typed, layout, form: placeValues(typed, layout, { pack, part: `table ${index + 1}` }) }
}

/** A form printed on a layout that is right for it. */
export function printOn(
  layout: Layout,
  form: Form,
  { pack, index, year }: FormPosition & Readonly<{ pack: Pack }>,
): PrintedForm {
  return printLaidOut(form, pack, { frame: frameOfPaper(pack, year), index, layout })
}

const mostLayouts = 8
const layoutsOf = onceFor((_of: Pack) => new Map<string, Layout>())

/**
 * The layout for a form as typed; one for all forms of the same shape, which a form mostly keeps while it is filled
 * in. With `showUnused` the rows and columns too that are printed only when something stands in them.
 */
export function layoutFor(
  typed: Form,
  pack: Pack,
  { year, showUnused = false }: Readonly<{ year: number; showUnused?: boolean }>,
): Layout {
  const layouts = layoutsOf(pack)
  const shape = `${year} ${showUnused} ${shapeOf(typed, pack)}`
  const known = layouts.get(shape)
  if (known !== undefined) return known
  if (layouts.size >= mostLayouts) layouts.clear()
  const layout = layOutForm(typed, pack, { year, unplaced: [], table: undefined, showUnused })
  layouts.set(shape, layout)
  return layout
}
