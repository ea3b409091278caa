import type { Place } from '../document/document.js'
import type { FieldValue, Form } from '../filing/filing.js'
import { entryOf, keepLast } from '../remember.js'
import { paragraphCell } from './cell-key.js'
import { cellOfField, cellOfRow } from './cell-of-field.js'
import type { CellKey, FilingContent, FormContent } from './content.js'

/** Finds the cell or paragraph that a place of a content's filing means; undefined when there is none. */
export type CellOfPlace = (place: Place) => CellKey | undefined

type Standing = Readonly<{ cell: CellKey; text: string }>

/** The cells of one form: by the very place of their value, and by where that place is. */
type PlacesOfForm = Readonly<{
  exact: ReadonlyMap<Place, CellKey>
  standing: () => ReadonlyMap<string, readonly Standing[]>
}>

/**
 * How the places of the forms made from a content lead back to its cells. Where several values stand in one merged
 * cell, the quoted one is meant.
 */
export function cellOfPlace(content: FilingContent, forms: readonly Form[]): CellOfPlace {
  const places = forms.flatMap((form, index) => {
    const own = content.forms[index]
    return own === undefined ? [] : kept(form, [own], () => placesOf(own, form))
  })
  return (place) => {
    for (const { exact } of places) {
      const cell = exact.get(place)
      if (cell !== undefined) return cell
    }
    return findStanding(place, places) ?? paragraphOf(place, content)
  }
}

const kept = keepLast<Form, PlacesOfForm>()

function placesOf(content: FormContent, form: Form): PlacesOfForm {
  const values = [...valuesOf(content, form)]
  let standing: ReadonlyMap<string, readonly Standing[]> | undefined
  return {
    exact: new Map(values.map(([cell, { place }]) => [place, cell])),
    standing: () => {
      standing ??= standingOf(values)
      return standing
    },
  }
}

function standingOf(values: readonly CellValue[]): ReadonlyMap<string, readonly Standing[]> {
  const standing = new Map<string, Standing[]>()
  for (const [cell, { place, text }] of values) {
    entryOf(standing, keyOf(place), (): Standing[] => []).push({ cell, text })
  }
  return standing
}

type CellValue = readonly [CellKey, FieldValue]

function* valuesOf(content: FormContent, { fields, lists }: Form): Generator<CellValue> {
  for (const [field, value] of Object.entries(fields)) {
    const cell = cellOfField(content, field)
    if (cell !== undefined) yield [cell, value]
  }
  for (const [list, rows] of Object.entries(lists))
    for (const [index, row] of rows.entries()) {
      const own = content.lists[list]?.[index]
      if (own === undefined) continue
      for (const [column, value] of Object.entries(row))
        yield [cellOfRow(content, list, { row: own, column }), value]
    }
}

function keyOf({ part, row, column }: Place): string {
  return `${part}|${row}|${column}`
}

function findStanding(place: Place, places: readonly PlacesOfForm[]): CellKey | undefined {
  if (place.row === undefined) return undefined
  const key = keyOf(place)
  const there = places.flatMap(({ standing }) => standing().get(key) ?? [])
  const { quote } = place
  const quoted = there.find(({ text }) => text === quote) ?? there.find(({ text }) => text.includes(quote))
  return (quoted ?? there[0])?.cell
}

function paragraphOf({ part }: Place, { report }: FilingContent): CellKey | undefined {
  const index = /^paragraph (\d+)$/.exec(part)?.[1]
  const paragraph = index === undefined ? undefined : report[Number(index) - 1]
  return paragraph && paragraphCell(paragraph.id)
}
