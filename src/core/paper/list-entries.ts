import type { FieldValue, Form, FormRow } from '../filing/filing.js'

/** One printed row of a list. */
export type ListEntry = Readonly<{
  row: FormRow
  /** 0-based row of the list, or of `dimensions` for one that has no indicator. */
  index: number
  list: string
  /** What is printed in the dimension's cell: its name and the weight in brackets. */
  heading: FieldValue | undefined
}>

/** The rows of a list as printed; the weights of `dimensions` go into the headings of the indicators. */
export function listEntries({ lists }: Form, list: string): readonly ListEntry[] {
  const entries = (lists[list] ?? []).map(
    (row, index): ListEntry => ({ row, index, list, heading: undefined }),
  )
  return list === 'indicators' ? withHeadings(entries, lists.dimensions ?? []) : entries
}

function withHeadings(entries: readonly ListEntry[], dimensions: readonly FormRow[]): readonly ListEntry[] {
  const result = [...entries]
  let after = -1
  for (const [index, { name, weight }] of dimensions.entries()) {
    if (name === undefined) continue
    const heading = withWeight(name, weight)
    const first = result.findIndex(
      (entry, position) =>
        position > after && entry.row.dimension !== undefined && sameCell(entry.row.dimension, name),
    )
    if (first === -1) {
      result.splice(after + 1, 0, { row: { dimension: name }, index, list: 'dimensions', heading })
      after += 1
      continue
    }
    after = first
    for (; after < result.length; after++) {
      const entry = result[after]
      if (entry?.row.dimension === undefined || !sameCell(entry.row.dimension, name)) break
      result[after] = { ...entry, heading }
    }
    after -= 1
  }
  return result
}

function withWeight(name: FieldValue, weight: FieldValue | undefined): FieldValue {
  const points = weight?.text.replace(/\s*分$/, '') ?? ''
  return points === '' ? name : { ...name, text: `${name.text}\n（${points}分）` }
}

/** True for values read from one merged cell; where places are not known, for equal words. */
function sameCell(left: FieldValue, right: FieldValue): boolean {
  if (left.text !== right.text) return false
  const known = left.place.row !== undefined && right.place.row !== undefined
  return (
    !known ||
    (left.place.part === right.place.part &&
      left.place.row === right.place.row &&
      left.place.column === right.place.column)
  )
}

/**
 * For each merged column: how many rows the cell of a row covers, 0 where the cell above covers it. A run of a
 * column ends where a run of the column before it ends.
 */
export function runLengths(
  entries: readonly ListEntry[],
  merge: readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const runs = new Map<string, readonly number[]>()
  let breaks: readonly boolean[] = entries.map((_, index) => index === 0)
  for (const column of merge) {
    breaks = entries.map((entry, index) => {
      const above = entries[index - 1]?.row[column]
      const own = entry.row[column]
      return breaks[index] || above === undefined || own === undefined || !sameCell(above, own)
    })
    runs.set(column, lengthsOf(breaks))
  }
  return runs
}

function lengthsOf(breaks: readonly boolean[]): number[] {
  const lengths: number[] = breaks.map((isBreak) => (isBreak ? 1 : 0))
  let start = 0
  for (const [index, isBreak] of breaks.entries()) {
    if (isBreak) start = index
    else lengths[start] = (lengths[start] ?? 0) + 1
  }
  return lengths
}
