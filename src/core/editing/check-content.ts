import { findCauses } from '../checks/find-causes.js'
import { runFilingChecks, runFormChecks } from '../checks/run-checks.js'
import type { Verdict } from '../exact/interval.js'
import type { Filing, Form } from '../filing/filing.js'
import type { CheckResult, Finding } from '../law/check.js'
import type { Pack } from '../pack/pack.js'
import { keepLast } from '../remember.js'
import { type FormScore, scoreForm } from '../scoring/score-form.js'
import { type CellOfPlace, cellOfPlace } from './cell-of-place.js'
import type { CellFinding, CheckedContent } from './checked-content.js'
import { type CheckedForm, checkForms } from './checked-form.js'
import type { CellKey, FilingContent } from './content.js'
import { filingOf } from './filing-of-content.js'
import { inputsOf } from './finding-inputs.js'
import { printContent } from './print-content.js'
import { refreshFigures } from './refresh-figures.js'
import { textAt } from './text-at.js'

/**
 * Computes, scores, checks and prints a content, the figures of its report refreshed. Pure: the same content gives the same answer in the browser and on
 * the server.
 *
 * @throws DomainError FILING_WRONG when the content names a pack or field that is not known
 */
export function checkContent(stored: FilingContent, packs: readonly Pack[]): CheckedContent {
  const content = refreshFigures(stored, packs)
  const forms = checkForms(content, packs)
  const filing = filingOf(content, forms, packs)
  const inUse = { ...filing, forms: forms.map((form) => form.inUse) }
  return checkedWith({ content, forms, filing, packs, ofFiling: runFilingChecks(inUse, packs) })
}

/**
 * The same for a content of which only cells of forms have changed since `before`, but at once: forms, computed cells,
 * points and the checks of forms are right; report, and what looks at the whole filing, are still those of `before`.
 *
 * @throws DomainError FILING_WRONG when the content names a pack or field that is not known
 */
export function checkFormsFirst(
  changed: FilingContent,
  packs: readonly Pack[],
  before: CheckedContent,
): CheckedContent {
  const content = { ...changed, report: before.content.report }
  const forms = checkForms(content, packs)
  const filing = { ...before.filing, forms: forms.map(({ form }) => form) }
  return checkedWith({ content, forms, filing, packs, ofFiling: before.ofFiling })
}

type Parts = Readonly<{
  content: FilingContent
  forms: readonly CheckedForm[]
  filing: Filing
  packs: readonly Pack[]
  ofFiling: readonly CheckResult[]
}>

function checkedWith({ content, forms, filing, packs, ofFiling }: Parts): CheckedContent {
  const inUse = { ...filing, forms: forms.map((form) => form.inUse) }
  const results = [...runFormChecks(inUse, packs), ...ofFiling]
  const computed = computedCells(forms)
  const find = cellOfPlace(content, filing.forms)
  return {
    content,
    filing,
    printed: printContent(content, forms, filing),
    computed,
    results,
    ofFiling,
    findings: findCauses(results).map((finding) => withCells(finding, { find, content, computed })),
    scores: forms.flatMap(({ form, pack }) => scoresOf(form, pack)),
    counts: countVerdicts(results),
    filled: {
      filled: sum(forms.map(({ filled }) => filled.filled)),
      required: sum(forms.map(({ filled }) => filled.required)),
    },
  }
}

/** A form that has not changed is not scored again. */
function scoresOf(form: Form, pack: Pack): readonly FormScore[] {
  return pack.scoring === undefined ? [] : [keptScores(form, [pack], () => scoreForm(form, pack))]
}

const keptScores = keepLast<Form, FormScore>()

function computedCells(forms: readonly CheckedForm[]): Readonly<Record<CellKey, string>> {
  return Object.fromEntries(forms.flatMap(({ computed }) => [...computed]))
}

type CellLookup = Readonly<{
  find: CellOfPlace
  content: FilingContent
  computed: Readonly<Record<CellKey, string>>
}>

function withCells(finding: Finding, { find, content, computed }: CellLookup): CellFinding {
  const cells = [...new Set(finding.places.flatMap((place) => find(place) ?? []))]
  const texts = [...cells].sort().map((cell) => computed[cell] ?? textAt(content, cell))
  const suggestedCell = finding.suggestion && find(finding.suggestion.place)
  return keptFindings(finding, [...cells, suggestedCell, ...texts], () => ({
    ...finding,
    cells,
    suggestedCell,
    inputs: inputsOf(finding, cells, texts),
  }))
}

/** A finding that says the same of the same words is the very same, so that only what is new travels. */
const keptFindings = keepLast<Finding, CellFinding>()

function countVerdicts(results: readonly CheckResult[]): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = { holds: 0, rounding: 0, violated: 0, cannotCheck: 0 }
  for (const { verdict } of results) counts[verdict] += 1
  return counts
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
