import type { CheckedDocument } from '../core/checks/check-document.js'
import type { Verdict } from '../core/exact/interval.js'
import type { Filing, Form } from '../core/filing/filing.js'
import type { CheckResult } from '../core/law/check.js'
import { basisText, type Law } from '../core/law/law.js'
import type { Pack } from '../core/pack/pack.js'
import { nameCells } from './cell-words.js'
import { excerptsOf } from './excerpts.js'
import { findHeading } from './headings.js'
import { basisKey, type CheckedFile, type Counts, type FormReport, placeKey } from './report.js'

/** What is known of the file besides its content. */
export type FileFacts = Readonly<{
  file: string
  sha256: string
  readAs: string
  packs: readonly Pack[]
  laws: readonly Law[]
  detail: Detail
}>

/**
 * How much of what was found is told; most of it is what holds, and what nobody looks at should not travel.
 * `findings`: what is wrong; `results`: what holds too; `page`: also what surrounds the findings in the document.
 */
export type Detail = 'findings' | 'results' | 'page'

/** What was found, as plain data that can leave a worker thread and be rendered in any format. */
export function reportOf(
  checked: CheckedDocument,
  { packs, laws, detail, ...facts }: FileFacts,
): CheckedFile {
  const { filing, findings } = checked
  const results = resultsFor(detail, checked.results)
  const shown = [...findings, ...results]
  return {
    status: 'checked',
    ...facts,
    unit: filing.unit,
    budgetYear: filing.budgetYear,
    forms: filing.forms.map((form) => formReportOf(form, checked, detail)),
    counts: countVerdicts(checked.results),
    findings,
    results,
    headings: headingsOf(checked),
    cells: cellsOf(shown, filing, packs),
    basisWords: basisWordsFor(shown, laws),
    titles: titlesOf(shown, packs),
    unplaced: filing.unplaced.length,
    shown:
      detail === 'page' ? { excerpts: excerptsOf(filing, findings), unplaced: filing.unplaced } : undefined,
    notes: filing.document.notes,
  }
}

/** A page shows what is violated as findings, once. */
function resultsFor(detail: Detail, results: readonly CheckResult[]): readonly CheckResult[] {
  if (detail === 'findings') return []
  return detail === 'results' ? results : results.filter(({ verdict }) => verdict !== 'violated')
}

function formReportOf(form: Form, { scores }: CheckedDocument, detail: Detail): FormReport {
  const score = scores.find((one) => one.form === form)
  return {
    form: form.form,
    pack: form.pack,
    title: form.title.replace(/\s+/g, ''),
    part: `table ${form.table}`,
    indicators: form.lists.indicators?.length ?? 0,
    statedTotal: score?.statedTotal,
    computedTotal: score?.computedTotal,
    derivation: score?.derivation ?? [],
    rows: detail === 'page' ? (score?.rows ?? []) : [],
    grade: score?.grade,
  }
}

function countVerdicts(results: readonly CheckResult[]): Counts {
  const counts: Record<Verdict, number> = { holds: 0, rounding: 0, violated: 0, cannotCheck: 0 }
  for (const { verdict } of results) counts[verdict] += 1
  return counts
}

function headingsOf({ filing, findings }: CheckedDocument): Record<string, string> {
  const parts = findings.flatMap(({ places }) => places.map(({ part }) => part))
  return Object.fromEntries([...new Set(parts)].map((part) => [part, findHeading(part, filing)]))
}

function cellsOf(
  shown: readonly CheckResult[],
  filing: Filing,
  packs: readonly Pack[],
): Record<string, string> {
  const cells: Record<string, string> = {}
  const names = nameCells(filing, packs)
  for (const place of shown.flatMap(({ places, suggestion }) => [
    ...places,
    ...(suggestion ? [suggestion.place] : []),
  ])) {
    const words = names.get(placeKey(place))
    if (words !== undefined) cells[placeKey(place)] = words
  }
  return cells
}

type Shown = readonly CheckResult[]

function basisWordsFor(shown: Shown, laws: readonly Law[]): Record<string, string> {
  const all = shown.flatMap(({ basis }) => basis)
  return Object.fromEntries(all.map((basis) => [basisKey(basis), basisText(basis, laws)]))
}

function titlesOf(shown: Shown, packs: readonly Pack[]): Record<string, string> {
  const asked = new Set(shown.map(({ check }) => check))
  return Object.fromEntries(
    packs.flatMap(({ checks }) =>
      checks.filter(({ id }) => asked.has(id)).map(({ id, title }) => [id, title]),
    ),
  )
}
