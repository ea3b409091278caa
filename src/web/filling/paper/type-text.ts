import type { CellKey, ContentChange, FormContent } from '../../../core/editing/content.js'
import { findListCell, findText, newRowId } from '../../changes/cell-keys.js'
import { words } from '../words.zh.js'
import type { PaperCell } from './paper-cell.js'

/** What stands in a cell when one begins to edit it: the typed words, for a dimension with its weight. */
export function textToEdit(form: FormContent, cell: PaperCell): string {
  const key = cell.key ?? ''
  const typed = findText(form, key)
  const place = findListCell(form, key)
  if (place?.list !== 'indicators' || place.column !== 'dimension') return typed
  const weight = form.lists.dimensions?.find((row) => row.cells.name === typed)?.cells.weight ?? ''
  return weight === '' ? typed : words.weighted(typed, weight.replace(/\s*分$/, ''))
}

/**
 * The changes that typing a text into a printed cell makes: one; for a cell merged over several rows of a list one
 * for each row; for a dimension also its entry with the weight, `产出指标（60分）`. None when nothing is new.
 */
export function typeText(form: FormContent, cell: PaperCell, text: string): readonly ContentChange[] {
  if (cell.key === undefined) return []
  const place = findListCell(form, cell.key)
  if (place?.list === 'indicators' && place.column === 'dimension') return typeDimension(form, cell, text)
  return keysCovered(form, cell).flatMap((key) => changeOf(form, key, text))
}

/** One change of one cell; none when the text is already there. */
export function changeOf(form: FormContent, cell: CellKey, to: string): readonly ContentChange[] {
  const from = findText(form, cell)
  return from === to ? [] : [{ kind: 'cell', cell, from, to }]
}

/** The cell itself, or those of all rows that it covers in a list. */
export function keysCovered(form: FormContent, cell: PaperCell): readonly CellKey[] {
  if (cell.key === undefined) return []
  const place = findListCell(form, cell.key)
  if (place === undefined || cell.rowSpan === 1) return [cell.key]
  const rows = form.lists[place.list]?.slice(place.index, place.index + cell.rowSpan) ?? []
  const typed = findText(form, cell.key)
  return rows
    .filter(({ cells }) => (cells[place.column] ?? '') === typed)
    .map(({ id }) => `${form.id}/${place.list}/${id}/${place.column}`)
}

const withWeight = /^([\s\S]*?)\s*[（(]\s*(\d+(?:\.\d+)?)\s*分?\s*[）)]\s*$/

function typeDimension(form: FormContent, cell: PaperCell, text: string): readonly ContentChange[] {
  const [, name = text, weight] = withWeight.exec(text) ?? []
  const keys = keysCovered(form, cell)
  const old = findText(form, cell.key ?? '')
  const renamed = keys.flatMap((key) => changeOf(form, key, name))
  const heading = form.lists.dimensions?.find(({ cells }) => cells.name === old)
  if (heading === undefined) return [...renamed, ...newHeading(form, name, weight)]
  const path = `${form.id}/dimensions/${heading.id}`
  const isElsewhere =
    (form.lists.indicators ?? []).filter(({ cells }) => cells.dimension === old).length > keys.length
  return [
    ...renamed,
    ...(isElsewhere ? [] : changeOf(form, `${path}/name`, name)),
    ...changeOf(form, `${path}/weight`, weight ?? ''),
  ]
}

function newHeading(form: FormContent, name: string, weight: string | undefined): readonly ContentChange[] {
  if (weight === undefined) return []
  const rows = form.lists.dimensions ?? []
  const row = newRowId(rows)
  const cells = { name, weight }
  return [{ kind: 'addRow', form: form.id, list: 'dimensions', row, after: rows.at(-1)?.id, cells }]
}
