import type { AnswerOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'
import type { CellKey } from '../../core/editing/content.js'

export type UploadWhole = AnswerOf<Routes['readUpload']>
export type Recognised = UploadWhole['recognised'][number]

/** Which cells took what stands at a place of the file, and from which places a cell came. */
export type Links = Readonly<{
  cellsAt: ReadonlyMap<string, readonly CellKey[]>
  placesOf: ReadonlyMap<CellKey, readonly string[]>
  unplacedAt: ReadonlySet<string>
}>

/** Names a place of the file: `paragraph 3`, `table 2/5/1`. */
export function placeName({ part, row, column }: Pick<Recognised, 'part' | 'row' | 'column'>): string {
  return row === undefined ? part : `${part}/${row}/${column ?? 0}`
}

/** Joins the two sides of the page. */
export function linksOf(recognised: readonly Recognised[]): Links {
  const cellsAt = new Map<string, CellKey[]>()
  const placesOf = new Map<CellKey, string[]>()
  const unplacedAt = new Set<string>()
  for (const one of recognised) {
    const place = placeName(one)
    if (one.cell === undefined) unplacedAt.add(place)
    else {
      append(cellsAt, place, one.cell)
      append(placesOf, one.cell, place)
    }
  }
  return { cellsAt, placesOf, unplacedAt }
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
