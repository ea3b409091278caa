import type { FilingContent, FormContent, ListRow } from '../../core/editing/content.js'
import { contentFromLastYear } from '../../core/editing/content-from-last-year.js'
import { DomainError } from '../../core/errors/errors.js'
import type { Pack } from '../../core/pack/pack.js'
import { fieldsOf } from '../../core/paper/field-types.js'

/**
 * The draft with a file of the same year taken over: what the file says replaces what stands there, cell by cell and
 * list by list; what it does not say stays. Forms of kinds that the draft lacks are added, a report replaces the report.
 */
export function takeThisYear(
  draft: FilingContent,
  file: FilingContent,
  packs: readonly Pack[],
): FilingContent {
  const pairs = pairForms(draft, file, packs)
  const forms = draft.forms.map((form) => {
    const source = pairs.get(form.id)
    return source === undefined ? form : overwrite(form, source, packs)
  })
  const taken = new Set(pairs.values())
  const names = new Set(draft.forms.map(({ id }) => id))
  const ids = new Map([...pairs].map(([id, source]) => [source.id, id]))
  const added = file.forms
    .filter((form) => !taken.has(form))
    .map((form) => {
      const id = freeName(form.id, names)
      names.add(id)
      ids.set(form.id, id)
      return { ...form, id }
    })
  const report = file.report.length === 0 ? draft.report : renamed(file.report, ids)
  return { ...draft, forms: [...forms, ...added], report }
}

/** The draft with names, targets and words of last year's file wherever nothing has been typed yet. */
export function takeLastYear(
  draft: FilingContent,
  file: FilingContent,
  packs: readonly Pack[],
): FilingContent {
  const packIds = draft.forms.map(({ pack }) => pack)
  const begun = contentFromLastYear(file, { packs, year: draft.budgetYear, packIds })
  const forms = draft.forms.map((form, index) => {
    const source = begun.forms[index]
    if (source === undefined) return form
    const lists = Object.entries(source.lists).map(([list, rows]) => {
      const own = form.lists[list] ?? []
      return [list, own.some(hasName) ? own : rows]
    })
    const typed = Object.fromEntries(Object.entries(form.fields).filter(([, text]) => text.trim() !== ''))
    return {
      ...form,
      fields: { ...source.fields, ...typed },
      lists: { ...form.lists, ...Object.fromEntries(lists) },
    }
  })
  return { ...draft, forms }
}

function hasName({ cells }: ListRow): boolean {
  return (cells.name ?? cells.duty ?? cells.task ?? '').trim() !== ''
}

/** Draft form id → the file's form of the same kind, each used once. */
function pairForms(
  draft: FilingContent,
  file: FilingContent,
  packs: readonly Pack[],
): ReadonlyMap<string, FormContent> {
  const kindOf = ({ pack: id }: FormContent) => packs.find((pack) => pack.id === id)?.form
  const left = [...file.forms]
  const pairs = new Map<string, FormContent>()
  for (const form of draft.forms) {
    const at = left.findIndex((one) => kindOf(one) === kindOf(form))
    const [found] = at === -1 ? [] : left.splice(at, 1)
    if (found !== undefined) pairs.set(form.id, found)
  }
  return pairs
}

function overwrite(form: FormContent, source: FormContent, packs: readonly Pack[]): FormContent {
  const pack = packs.find(({ id }) => id === form.pack)
  if (pack === undefined)
    throw new DomainError('FILING_WRONG', { where: form.pack, problem: '没有这个模板包。' })
  const { singles, lists: known } = fieldsOf(pack)
  const fields = Object.entries(source.fields).filter(([id]) => singles.has(id))
  const lists = Object.entries(source.lists)
    .filter(([list, rows]) => known.has(list) && rows.length > 0)
    .map(([list, rows]) => [list, rows.map((row) => knownCells(row, known.get(list)))])
  return {
    ...form,
    fields: { ...form.fields, ...Object.fromEntries(fields) },
    lists: { ...form.lists, ...Object.fromEntries(lists) },
  }
}

function knownCells({ id, cells }: ListRow, columns: ReadonlyMap<string, unknown> | undefined): ListRow {
  return { id, cells: Object.fromEntries(Object.entries(cells).filter(([column]) => columns?.has(column))) }
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let number = taken.size + 1; ; number++) if (!taken.has(`f${number}`)) return `f${number}`
}

/** Figures of the report name forms of the file; here they bear the draft's names. */
function renamed(report: FilingContent['report'], ids: ReadonlyMap<string, string>): FilingContent['report'] {
  return report.map((paragraph) => ({
    ...paragraph,
    runs: paragraph.runs.map(({ text, field }) => {
      const [form = '', ...rest] = field?.split('/') ?? []
      const id = ids.get(form)
      return { text, field: id === undefined ? field : [id, ...rest].join('/') }
    }),
  }))
}
