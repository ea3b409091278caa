import { type Place, placeInParagraph, placeInTable } from '../document/document.js'
import type { FieldValue, Filing, Form, FormRow } from '../filing/filing.js'
import type { Pack } from '../pack/pack.js'
import { findFigures, runsOf } from '../paper/bind-figures.js'
import { findFrame } from '../paper/form-frames.js'
import { joinRuns } from '../paper/join-runs.js'
import { paragraphStyles } from '../paper/paragraph-styles.js'
import type { Run } from '../paper/printed.js'
import { fieldCell, listCell, paragraphCell } from './cell-key.js'
import { cellOfFigure } from './cell-of-figure.js'
import type { CellKey, FilingContent, FormContent, ListRow, ReportParagraph } from './content.js'

/** Where something stands in a file, and the cell that took it. */
export type PlacedCell = Readonly<{ place: Place; cell: CellKey }>

/** A file's filing as a content. `unplaced`: words and figures of the file that no cell took, for the user to see. */
export type ContentOfFiling = Readonly<{
  content: FilingContent
  placed: readonly PlacedCell[]
  unplaced: readonly Place[]
}>

/** What stands in the content where the file does not say. */
export type Otherwise = Readonly<{ unit?: string; budgetYear?: number }>

/**
 * The content of a recognised filing: forms of known packs with their stated values as printed, and the paragraphs of
 * the report. Titles and lines to be signed around a form come from its paper.
 */
export function contentOfFiling(
  filing: Filing,
  packs: readonly Pack[],
  otherwise: Otherwise = {},
): ContentOfFiling {
  const known = filing.forms.filter(({ pack }) => packs.some(({ id }) => id === pack))
  const placed: PlacedCell[] = []
  const forms = known.map((form, index) => contentOfForm(form, `f${index + 1}`, placed))
  const formAt = (index: number): FormContent | undefined => {
    const form = filing.forms[index]
    return form && forms[known.indexOf(form)]
  }
  const report = contentOfReport(filing, { known, formAt, placed })
  const content = {
    unit: filing.unit ?? otherwise.unit ?? '',
    budgetYear: filing.budgetYear ?? otherwise.budgetYear ?? newestYear(known, packs),
    forms,
    report,
  }
  return { content, placed, unplaced: [...filing.unplaced, ...wordsOfUnknownTables(filing, known)] }
}

function newestYear(forms: readonly Form[], packs: readonly Pack[]): number {
  const years = packs.filter(({ id }) => forms.some(({ pack }) => pack === id)).flatMap((pack) => pack.years)
  return Math.max(0, ...years)
}

function contentOfForm({ pack, fields, lists }: Form, id: string, placed: PlacedCell[]): FormContent {
  const cellsOf = (row: FormRow, cellOf: (column: string) => CellKey): Record<string, string> => {
    const cells: Record<string, string> = {}
    for (const [column, value] of Object.entries(row)) {
      if (value.text === '') continue
      cells[column] = value.text
      placed.push({ place: value.place, cell: cellOf(column) })
    }
    return cells
  }
  return {
    id,
    pack,
    fields: cellsOf(fields, (field) => fieldCell(id, field)),
    lists: Object.fromEntries(
      Object.entries(lists).map(([list, rows]) => [
        list,
        rows.map((row, index): ListRow => {
          const own = `r${index + 1}`
          return {
            id: own,
            cells: cellsOf(typedRow(row), (column) => listCell(id, list, { row: own, column })),
          }
        }),
      ]),
    ),
  }
}

/** A target changed during the year is typed into its own column, beside the first one. */
function typedRow(row: FormRow): FormRow {
  const { initialTarget, target, ...others } = row
  const isAdjusted = row.adjustedTarget !== undefined && row.adjustedTarget.stated.kind !== 'blank'
  const first: FieldValue | undefined = isAdjusted ? initialTarget : target
  return first === undefined ? others : { ...others, target: first }
}

type KnownForms = Readonly<{
  known: readonly Form[]
  formAt: (index: number) => FormContent | undefined
  placed: PlacedCell[]
}>

function contentOfReport(filing: Filing, { known, formAt, placed }: KnownForms): readonly ReportParagraph[] {
  const framed = framedParagraphs(filing, known)
  const styles = paragraphStyles(filing)
  const figures = findFigures(filing)
  const report: ReportParagraph[] = []
  for (const block of filing.document.blocks) {
    if (block.kind === 'table' || block.text.trim() === '' || framed.has(block.index)) continue
    const runs = runsOf(block.text, figures.get(block.index) ?? []).map(
      ({ text, field }): Run => ({ text, field: field && cellOfFigure(field, formAt) }),
    )
    const id = `p${report.length + 1}`
    report.push({ id, style: styles.get(block.index) ?? 'body', runs: joinRuns(runs) })
    placed.push({ place: placeInParagraph(block), cell: paragraphCell(id) })
  }
  return report
}

/** Titles and lines to be signed that stand around forms. */
function framedParagraphs(filing: Filing, known: readonly Form[]): ReadonlySet<number> {
  const positions = new Map(filing.document.blocks.map((block, index) => [block, index]))
  const framed = filing.document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? known
          .filter(({ table }) => table === block.index)
          .flatMap((form) => findFrame(filing, form, positions.get(block) ?? 0).paragraphs)
      : [],
  )
  return new Set(framed)
}

function wordsOfUnknownTables({ document }: Filing, known: readonly Form[]): readonly Place[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'paragraph' || known.some(({ table }) => table === block.index)
      ? []
      : block.cells.filter(({ text }) => text.trim() !== '').map((cell) => placeInTable(block, cell)),
  )
}
