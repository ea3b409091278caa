import type { FieldValue, Form, FormRow } from '../filing/filing.js'
import type { Pack } from '../pack/pack.js'
import type { PaperRow } from '../pack/paper.js'
import { keepLast, onceFor } from '../remember.js'
import { longText } from './draft-cell.js'

/**
 * What the values of a form, known by words alone, say of the places of its cells: forms of one shape have one layout.
 * That something is filled in counts, and whether it is long; its words only where equal neighbours become one cell.
 */
export function shapeOf({ year, fields, lists }: Form, pack: Pack): string {
  const merged = mergedColumns(pack)
  const ofLists = Object.entries(lists).map(([list, rows]) => [
    list,
    ...rows.map((row) => kept(row, [merged, list], () => shapeOfRow(row, merged.get(list)))),
  ])
  return JSON.stringify([year, shapeOfRow(fields, undefined), ...ofLists])
}

const kept = keepLast<FormRow, string>()

function shapeOfRow(row: FormRow, merged: ReadonlySet<string> | undefined): string {
  return Object.entries(row)
    .map(([id, value]) => `${id}:${merged?.has(id) ? JSON.stringify(value.text) : shapeOfValue(value)}`)
    .join()
}

function shapeOfValue({ text }: FieldValue): string {
  if (text.trim() === '') return text === '' ? 'nothing' : 'space'
  return text.length > longText ? 'long' : 'short'
}

/** By list, the columns whose equal neighbours are printed as one cell. */
const mergedColumns = onceFor(({ paper }: Pack): ReadonlyMap<string, ReadonlySet<string>> => {
  const merged = new Map([
    ['indicators', new Set(['dimension'])],
    ['dimensions', new Set(['name', 'weight'])],
  ])
  const add = (row: PaperRow): void => {
    if (row.kind === 'side') row.rows.forEach(add)
    else if (row.kind === 'each')
      merged.set(row.list, new Set([...(merged.get(row.list) ?? []), ...row.merge]))
  }
  paper?.rows.forEach(add)
  return merged
})
