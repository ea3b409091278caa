import { fieldCell, findForm, listCell } from './cell-key.js'
import type { ContentChange, FilingContent, FormContent, ListRow, ReportParagraph } from './content.js'

/**
 * The changes that make one content into another, the fewest that say it cell by cell. Unit and year are not among
 * them; forms keep the order in which they came.
 */
export function changesBetween(before: FilingContent, after: FilingContent): readonly ContentChange[] {
  const removed = before.forms.filter(({ id, pack }) => findForm(after, id)?.pack !== pack)
  const kept = before.forms.filter((form) => !removed.includes(form))
  return [
    ...removed.map(({ id }): ContentChange => ({ kind: 'removeForm', form: id })),
    ...kept.flatMap((form) => changesOfForm(form, findForm(after, form.id) ?? form)),
    ...after.forms
      .filter(({ id }) => !kept.some((form) => form.id === id))
      .map((form): ContentChange => ({ kind: 'addForm', form })),
    ...changesOfReport(before.report, after.report),
  ]
}

function changesOfForm(before: FormContent, after: FormContent): readonly ContentChange[] {
  if (before === after) return []
  const lists = new Set([...Object.keys(before.lists), ...Object.keys(after.lists)])
  return [
    ...changesOfTexts(before.fields, after.fields, (field) => fieldCell(after.id, field)),
    ...[...lists].flatMap((list) =>
      changesOfRows(before.lists[list] ?? [], after.lists[list] ?? [], { form: after.id, list }),
    ),
  ]
}

type Texts = Readonly<Record<string, string>>

function changesOfTexts(
  before: Texts,
  after: Texts,
  cellOf: (key: string) => string,
): readonly ContentChange[] {
  if (before === after) return []
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key): ContentChange[] => {
    const [from, to] = [before[key] ?? '', after[key] ?? '']
    return from === to ? [] : [{ kind: 'cell', cell: cellOf(key), from, to }]
  })
}

type Where = Readonly<{ form: string; list: string }>

function changesOfRows(
  before: readonly ListRow[],
  after: readonly ListRow[],
  where: Where,
): readonly ContentChange[] {
  if (before === after) return []
  const { gone, arrived, stays } = compareOrder(before, after)
  return [
    ...gone.map(({ id }): ContentChange => ({ kind: 'removeRow', ...where, row: id })),
    ...arrived.map(
      ({ item, after: neighbour }): ContentChange => ({
        kind: 'addRow',
        ...where,
        row: item.id,
        after: neighbour,
        cells: item.cells,
      }),
    ),
    ...stays.flatMap(([old, now]) =>
      changesOfTexts(old.cells, now.cells, (column) =>
        listCell(where.form, where.list, { row: now.id, column }),
      ),
    ),
  ]
}

function changesOfReport(
  before: readonly ReportParagraph[],
  after: readonly ReportParagraph[],
): readonly ContentChange[] {
  if (before === after) return []
  const { gone, stays } = compareOrder(before, after)
  const known = new Map(stays.map(([old, now]) => [now, old]))
  const put = after.flatMap((paragraph, index): ContentChange[] => {
    const old = known.get(paragraph)
    if (old !== undefined && sameParagraph(old, paragraph)) return []
    return [{ kind: 'paragraph', paragraph, after: after[index - 1]?.id }]
  })
  return [...gone.map(({ id }): ContentChange => ({ kind: 'removeParagraph', id })), ...put]
}

/** Equal words and style; a run without a field may lack the key. */
export function sameParagraph(left: ReportParagraph, right: ReportParagraph): boolean {
  return (
    left === right ||
    (left.style === right.style &&
      left.runs.length === right.runs.length &&
      left.runs.every(
        ({ text, field }, index) => text === right.runs[index]?.text && field === right.runs[index]?.field,
      ))
  )
}

type Identified = Readonly<{ id: string }>

type Compared<Item> = Readonly<{
  gone: readonly Item[]
  /** In the order in which they are put in. */
  arrived: readonly Readonly<{ item: Item; after: string | undefined }>[]
  stays: readonly (readonly [Item, Item])[]
}>

/** Which items went, came and stayed where they were among each other; a moved one goes and comes. */
function compareOrder<Item extends Identified>(
  before: readonly Item[],
  after: readonly Item[],
): Compared<Item> {
  const old = new Map(before.map((item, index) => [item.id, { item, index }]))
  const kept = new Set(longestRising(after.map(({ id }) => old.get(id)?.index ?? -1)))
  const stays: (readonly [Item, Item])[] = []
  const arrived: { item: Item; after: string | undefined }[] = []
  for (const [index, item] of after.entries()) {
    const known = old.get(item.id)
    if (known !== undefined && kept.has(known.index)) stays.push([known.item, item])
    else arrived.push({ item, after: after[index - 1]?.id })
  }
  return { gone: before.filter((_, index) => !kept.has(index)), arrived, stays }
}

/** Those of the numbers, without -1, that form the longest rising sequence. */
function longestRising(numbers: readonly number[]): readonly number[] {
  const ends: number[] = []
  const previous = new Map<number, number | undefined>()
  for (const number of numbers) {
    if (number === -1) continue
    let at = ends.findIndex((end) => end > number)
    if (at === -1) at = ends.length
    previous.set(number, ends[at - 1])
    ends[at] = number
  }
  const rising: number[] = []
  for (let number = ends.at(-1); number !== undefined; number = previous.get(number)) rising.unshift(number)
  return rising
}
