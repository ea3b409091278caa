import type { Form, FormRow } from '../../core/filing/filing.js'
import type { PrintedCell, PrintedForm } from '../../core/paper/printed.js'

type Placed<Item> = readonly (readonly [number, Item])[]

/** What of a printed form has changed, cell by cell and row by row: all that has to be copied while one types. */
export type FormPatch = Readonly<{
  kind: 'patch'
  cells: Placed<PrintedCell>
  fields: Form['fields']
  lists: Readonly<Record<string, Placed<FormRow>>>
}>

/** What makes one form into the other; undefined where rows, columns or fields have come or gone. */
export function patchBetween(before: PrintedForm, after: PrintedForm): FormPatch | undefined {
  if (!isSame(frameOf(before), frameOf(after)) || before.cells.length !== after.cells.length) return undefined
  const { fields, lists } = before.form
  const { fields: newFields, lists: newLists } = after.form
  if (!hasSameKeys(fields, newFields) || !hasSameKeys(lists, newLists)) return undefined
  const sameLengths = Object.entries(newLists).every(([list, rows]) => rows.length === lists[list]?.length)
  if (!sameLengths) return undefined
  return {
    kind: 'patch',
    cells: changedIn(before.cells, after.cells),
    fields: Object.fromEntries(Object.entries(newFields).filter(([id, value]) => !isSame(fields[id], value))),
    lists: Object.fromEntries(
      Object.entries(newLists).map(([list, rows]) => [list, changedIn(lists[list] ?? [], rows)]),
    ),
  }
}

/** The form after its changes; cells that have not changed are the very same. */
export function applyPatch(before: PrintedForm, { cells, fields, lists }: FormPatch): PrintedForm {
  const { form } = before
  const newLists = Object.entries(form.lists).map(([list, rows]) => [
    list,
    withChanged(rows, lists[list] ?? []),
  ])
  return {
    ...before,
    cells: withChanged(before.cells, cells),
    form: { ...form, fields: { ...form.fields, ...fields }, lists: Object.fromEntries(newLists) },
  }
}

/** Everything but the cells and the values. */
function frameOf({ cells: _cells, form, ...paper }: PrintedForm): object {
  const { fields: _fields, lists: _lists, ...named } = form
  return { paper, named }
}

function changedIn<Item>(before: readonly Item[], after: readonly Item[]): Placed<Item> {
  return after.flatMap((item, at): Placed<Item> => (isSame(before[at], item) ? [] : [[at, item]]))
}

function withChanged<Item>(items: readonly Item[], changed: Placed<Item>): readonly Item[] {
  const all = [...items]
  for (const [at, item] of changed) all[at] = item
  return all
}

function hasSameKeys(one: object, other: object): boolean {
  const keys = Object.keys(other)
  return keys.length === Object.keys(one).length && keys.every((key) => Object.hasOwn(one, key))
}

/** Equal in all that they hold; both are plain data. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isObject(one) || !isObject(other) || !hasSameKeys(one, other)) return false
  for (const key in other) if (!isSame(one[key], other[key])) return false
  return true
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
