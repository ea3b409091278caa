import type { Place } from '../document/document.js'
import type { FieldValue, Form, FormRow } from '../filing/filing.js'
import { keepLast } from '../remember.js'
import { paragraphCell } from './cell-key.js'
import { cellOfField, cellOfRow } from './cell-of-field.js'
import type { CellKey, FilingContent, FormContent } from './content.js'

/** Finds the cell or paragraph that a place of a content's filing means; undefined when there is none. */
export type CellOfPlace = (place: Place) => CellKey | undefined

/** The values of a form in groups, a row of a list each, with their cells. */
type CellValues = readonly (readonly (readonly [CellKey, FieldValue])[])[]

/**
 * How the places of the forms made from a content lead back to its cells. Where several values stand in one merged
 * cell, the quoted one is meant; where they say the same, the first.
 */
export function cellOfPlace(content: FilingContent, forms: readonly Form[]): CellOfPlace {
  const byPart = new Map(
    forms.flatMap((form, index) => {
      const own = content.forms[index]
      return own === undefined ? [] : [[`table ${form.table}`, kept(form, [own], () => valuesOf(own, form))]]
    }),
  )
  return (place) => {
    const values = byPart.get(place.part)
    return (values && findCell(place, values)) ?? paragraphOf(place, content)
  }
}

const kept = keepLast<Form, CellValues>()

function valuesOf(content: FormContent, { fields, lists }: Form): CellValues {
  const singles = Object.entries(fields).flatMap(([field, value]) => {
    const cell = cellOfField(content, field)
    return cell === undefined ? [] : [[cell, value] as const]
  })
  const rows = Object.entries(lists).flatMap(([list, all]) =>
    all.map((row, index) => {
      const own = content.lists[list]?.[index]
      if (own === undefined) return []
      return keptRows(row, [content.id, list, own], () =>
        Object.entries(row).map(
          ([column, value]) => [cellOfRow(content, list, { row: own, column }), value] as const,
        ),
      )
    }),
  )
  return [singles, ...rows]
}

const keptRows = keepLast<FormRow, CellValues[number]>()

function findCell(place: Place, values: CellValues): CellKey | undefined {
  for (const group of values) for (const [cell, value] of group) if (value.place === place) return cell
  return findStanding(place, values)
}

function findStanding({ row, column, quote }: Place, values: CellValues): CellKey | undefined {
  if (row === undefined) return undefined
  const there = values.flat().filter(([, { place }]) => place.row === row && place.column === column)
  const quoted =
    there.find(([, { text }]) => text === quote) ?? there.find(([, { text }]) => text.includes(quote))
  return (quoted ?? there[0])?.[0]
}

function paragraphOf({ part }: Place, { report }: FilingContent): CellKey | undefined {
  const index = /^paragraph (\d+)$/.exec(part)?.[1]
  const paragraph = index === undefined ? undefined : report[Number(index) - 1]
  return paragraph && paragraphCell(paragraph.id)
}
