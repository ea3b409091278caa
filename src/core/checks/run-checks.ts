import type { Filing, Form } from '../filing/filing.js'
import type { Narrative } from '../filing/narrative.js'
import type { CheckResult } from '../law/check.js'
import type { Pack, PackCheck } from '../pack/pack.js'
import { onceFor } from '../remember.js'
import { compileFormChecks, resultOf } from './compile-form-checks.js'
import { keepResults } from './keep-results.js'
import { formKinds } from './kinds/form-kinds/index.js'
import { checkKinds } from './kinds/index.js'
import { nameCulprits } from './likely-culprit.js'
import { viewFiling } from './view-filing.js'

/** Form id of the pack whose checks look at the whole filing. */
export const reportForm = 'report'

/** Runs every check of the packs that a filing uses: those of its forms, then those of the whole filing. */
export function runChecks(filing: Filing, packs: readonly Pack[]): readonly CheckResult[] {
  return [...runFormChecks(filing, packs), ...runFilingChecks(filing, packs)]
}

/** Sentences and row kinds, form by form, with the likely culprit of violated sums named. */
export function runFormChecks(filing: Filing, packs: readonly Pack[]): readonly CheckResult[] {
  const reports = packs.filter(({ form }) => form === reportForm)
  return filing.forms.flatMap((form) => {
    const pack = packs.find(({ id }) => id === form.pack)
    if (pack === undefined) return []
    const checks = [pack, ...reports]
    return keptForms(form, {
      filing,
      forms: [form],
      inputs: checks,
      run: (watched) => checkForm({ filing: watched, form, checks }),
    })
  })
}

/** The kinds that look at the whole filing: its report, and what its forms say of each other. */
export function runFilingChecks(filing: Filing, packs: readonly Pack[]): readonly CheckResult[] {
  const reports = packs.filter(({ form }) => form === reportForm)
  const kept = keptChecks(filing.narrative)
  return reports.flatMap((pack) =>
    kindsOf(pack).ofFiling.flatMap((check) =>
      kept(check, { filing, run: (watched) => runKinds(watched, [check]) }),
    ),
  )
}

/** A form that has not changed is not checked again, nor is a filing by what it has not changed. */
const keptForms = keepResults<Form>()
const keptChecks = onceFor((_of: Narrative) => keepResults<PackCheck>())

type FormTask = Readonly<{ filing: Filing; form: Form; checks: readonly Pack[] }>

function checkForm({ filing, form, checks }: FormTask): readonly CheckResult[] {
  const run = (changed: Form, only?: ReadonlySet<string>): readonly CheckResult[] =>
    checks.flatMap((pack) => {
      const sentences = pack.id === form.pack ? compileFormChecks(pack)(changed, only) : []
      const { ofForm } = kindsOf(pack)
      const kinds = only === undefined ? ofForm : ofForm.filter(({ id }) => only.has(id))
      if (kinds.length === 0) return sentences
      return [
        ...sentences,
        ...runKinds(changed === form ? filing : viewFiling(filing, { forms: [changed] }), kinds),
      ]
    })
  return nameCulprits(form, run(form), run)
}

/** Checks that look at one form, and those that look at the whole filing; sentences are among neither. */
const kindsOf = onceFor(({ checks }: Pack) => {
  const ofForm = checks.filter(({ kind }) => kind in formKinds)
  const ofFiling = checks.filter(({ kind }) => kind in checkKinds && !(kind in formKinds))
  return { ofForm, ofFiling }
})

function runKinds(filing: Filing, checks: readonly PackCheck[]): CheckResult[] {
  return checks.flatMap((check) => {
    const outcomes = checkKinds[check.kind]?.(filing, check) ?? []
    return outcomes.map((outcome) => resultOf(outcome, check))
  })
}
