import type { Cell, Table } from '../document/document.js'
import type { Filing, Form } from '../filing/filing.js'
import { isSignature } from '../recognise/recognise-form.js'
import type { FormFrame } from './print-form.js'

/** Rows of a form's table from its first to its last value. */
type Extent = Readonly<{ first: number; last: number }>

/**
 * Title, unit of amounts and signature that a spreadsheet prints inside the form's table: cells that stand alone at
 * the left of a row above the first value or below the last one.
 */
export function frameInTable(filing: Filing, form: Form, table: Table): FormFrame {
  const forms = filing.forms.filter((one) => one.table === table.index)
  const position = forms.indexOf(form)
  const own = extentOf(form)
  const before = forms[position - 1]
  const after = forms[position + 1]
  const from = before === undefined ? 0 : extentOf(before).last + 1
  const to = after === undefined ? table.rows : extentOf(after).first
  const lines = linesOf(table)
  const above = lines.filter(
    ({ row, text }) => row >= from && row < own.first && !(from > 0 && isBelowForm(text)),
  )
  const title = above.findIndex((cell) => isAt(cell, form))
  const below = lines.filter(({ row, text }) => row > own.last && row < to && isBelowForm(text))
  return {
    title: title === -1 ? undefined : textOf(above.slice(0, title + 1)),
    subtitle: textOf(title === -1 ? [] : above.slice(title + 1)),
    signature: textOf(below),
  }
}

/** Rows in which the form's values stand. */
export function extentOf({ fields, lists }: Form): Extent {
  const values = [
    ...Object.values(fields),
    ...Object.values(lists)
      .flat()
      .flatMap((row) => Object.values(row)),
  ]
  const rows = values.flatMap(({ place: { row } }) => (row === undefined ? [] : [row]))
  return rows.length === 0 ? { first: 0, last: 0 } : { first: Math.min(...rows), last: Math.max(...rows) }
}

function linesOf({ cells }: Table): readonly Cell[] {
  const filled = new Map<number, Cell[]>()
  for (const cell of cells)
    if (cell.text.trim() !== '') filled.set(cell.row, [...(filled.get(cell.row) ?? []), cell])
  return [...filled.values()].flatMap(([cell, ...others]) =>
    cell !== undefined && others.length === 0 && cell.column === 0 ? [cell] : [],
  )
}

function isAt({ row, column }: Cell, { titlePlace, table }: Form): boolean {
  return titlePlace?.part === `table ${table}` && titlePlace.row === row && titlePlace.column === column
}

/** True for 说明：…, 备注：… and the line to be signed. */
export function isBelowForm(text: string): boolean {
  return isSignature(text) || /^\s*(?:[说說]明|备?注|填表说明)\s*[:：]/.test(text)
}

function textOf(cells: readonly Cell[]): string | undefined {
  return cells.length === 0 ? undefined : cells.map(({ text }) => text.trim()).join('\n')
}
