import type { Filing, Form } from '../filing/filing.js'
import { compileFormChecks } from '../pack/compile-form-checks.js'
import type { Pack, PackCheck } from '../pack/pack.js'
import type { CheckKind, CheckResult, Outcome } from './check.js'
import { formKinds } from './kinds/form-kinds/index.js'
import { checkKinds } from './kinds/index.js'
import { nameCulprits } from './likely-culprit.js'

/** Form id of the pack whose checks look at the whole filing. */
export const reportForm = 'report'

/**
 * Runs every check of the packs that a filing uses: sentences and row kinds form by form, with the likely culprit
 * of violated sums named; then the kinds that look at the whole filing.
 */
export function runChecks(filing: Filing, packs: readonly Pack[]): readonly CheckResult[] {
  const reports = packs.filter(({ form }) => form === reportForm)
  const ofForms = filing.forms.flatMap((form) => {
    const pack = packs.find(({ id }) => id === form.pack)
    return pack === undefined ? [] : checkForm({ filing, form, checks: [pack, ...reports] })
  })
  return [...ofForms, ...reports.flatMap((pack) => runKinds(filing, pack, isFilingKind))]
}

type FormTask = Readonly<{ filing: Filing; form: Form; checks: readonly Pack[] }>

function checkForm({ filing, form, checks }: FormTask): readonly CheckResult[] {
  const run = (changed: Form): readonly CheckResult[] =>
    checks.flatMap((pack) => [
      ...(pack.id === form.pack ? compileFormChecks(pack)(changed) : []),
      ...runKinds({ ...filing, forms: [changed] }, pack, isFormKind),
    ])
  return nameCulprits(form, run(form), run)
}

const isFormKind = (kind: string): boolean => kind in formKinds
const isFilingKind = (kind: string): boolean => !isFormKind(kind)

function runKinds(filing: Filing, { checks }: Pack, wanted: (kind: string) => boolean): CheckResult[] {
  return checks.flatMap((check) => {
    const kind: CheckKind | undefined = wanted(check.kind) ? checkKinds[check.kind] : undefined
    return kind === undefined ? [] : kind(filing, check).map((outcome) => resultOf(outcome, check))
  })
}

function resultOf(outcome: Outcome, { rule, id, severity, basis }: PackCheck): CheckResult {
  return { ...outcome, rule, check: id, severity: outcome.severity ?? severity, basis }
}
