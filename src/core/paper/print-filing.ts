import type { Block, Table } from '../document/document.js'
import type { Filing, Form } from '../filing/filing.js'
import type { Pack } from '../pack/pack.js'
import { findFigures, runsOf } from './bind-figures.js'
import { findFrame } from './form-frames.js'
import { paragraphStyles } from './paragraph-styles.js'
import { frameOfPaper, printForm } from './print-form.js'
import { printTable } from './print-table.js'
import type { PrintedFiling, PrintedForm, PrintedTable } from './printed.js'
import { extentOf } from './table-frame.js'

/**
 * A filing as it is printed: the report's paragraphs in their order, each table that is a form on its pack's paper,
 * other tables as they were read. Forms that stand in no table of the document follow the report.
 */
export function printFiling(filing: Filing, packs: readonly Pack[]): PrintedFiling {
  const { document, budgetYear, unit } = filing
  const printing: Printing = { filing, packs, framed: new Set() }
  const styles = paragraphStyles(filing)
  const figures = findFigures(filing)
  const tables = new Map<Block, readonly (PrintedForm | PrintedTable)[]>()
  for (const [position, block] of document.blocks.entries())
    if (block.kind === 'table') tables.set(block, printTableOrForms(printing, block, position))
  const inReport = document.blocks.flatMap((block): PrintedFiling['blocks'] => {
    if (block.kind === 'table') return tables.get(block) ?? []
    if (printing.framed.has(block.index) || block.text.trim() === '') return []
    const runs = runsOf(block.text, figures.get(block.index) ?? [])
    return [{ kind: 'paragraph', style: styles.get(block.index) ?? 'body', runs }]
  })
  const placed = new Set(document.blocks.flatMap((block) => (block.kind === 'table' ? [block.index] : [])))
  const after = filing.forms
    .filter(({ table }) => !placed.has(table))
    .map((form) => printAlone(form, filing, packs))
  return { title: titleOf(filing), unit, budgetYear, blocks: [...inReport, ...after] }
}

type Printing = Readonly<{
  filing: Filing
  packs: readonly Pack[]
  /** Paragraphs printed with a form. */
  framed: Set<number>
}>

function printTableOrForms(
  { filing, packs, framed }: Printing,
  table: Table,
  position: number,
): readonly (PrintedForm | PrintedTable)[] {
  const forms = filing.forms.filter((form) => form.table === table.index)
  if (!forms.some((form) => packOf(form, packs) !== undefined)) return [printTable(table)]
  const starts = forms.map((form, index) => (index === 0 ? 0 : extentOf(form).first))
  return forms.map((form, index) => {
    const pack = packOf(form, packs)
    const [from = 0, to = table.rows] = [starts[index], starts[index + 1]]
    if (pack === undefined) return printTable(table, from, to)
    const { frame, paragraphs } = findFrame(filing, form, position)
    for (const paragraph of paragraphs) framed.add(paragraph)
    const unplaced = filing.unplaced.filter(
      ({ part, row = 0 }) => part === `table ${table.index}` && row >= from && row < to,
    )
    const place = filing.forms.indexOf(form)
    return printForm(form, pack, { frame, index: place, year: filing.budgetYear, unplaced, table })
  })
}

function packOf({ pack }: Form, packs: readonly Pack[]): Pack | undefined {
  return packs.find(({ id }) => id === pack)
}

function printAlone(form: Form, filing: Filing, packs: readonly Pack[]): PrintedForm {
  const pack = packOf(form, packs)
  if (pack === undefined) throw new RangeError(`no pack ${form.pack}`)
  const year = filing.budgetYear
  const frame = frameOfPaper(pack, form.year ?? year)
  const title = form.titlePlace === undefined ? frame.title : form.title
  const signature = form.signature?.text ?? frame.signature
  const index = filing.forms.indexOf(form)
  return printForm(form, pack, {
    frame: { ...frame, title, signature },
    year,
    index,
    unplaced: [],
    table: undefined,
  })
}

function titleOf({ unit, budgetYear, narrative }: Filing): string {
  const year = budgetYear === undefined ? '' : `${budgetYear}年度`
  return narrative.title?.quote ?? `${unit ?? ''}${year}绩效自评材料`
}
