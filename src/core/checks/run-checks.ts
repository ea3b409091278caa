import type { Filing } from '../filing/filing.js'
import { compileFormChecks } from '../pack/compile-form-checks.js'
import type { Pack, PackCheck } from '../pack/pack.js'
import type { CheckResult, Outcome } from './check.js'
import { checkKinds } from './kinds/index.js'

/** Form id of the pack whose checks look at the whole filing. */
export const reportForm = 'report'

/**
 * Runs every check of the packs that a filing uses: sentences form by form, coded kinds on the forms of their
 * pack, and the kinds of the report pack on everything.
 */
export function runChecks(filing: Filing, packs: readonly Pack[]): readonly CheckResult[] {
  const used = packs.filter(
    ({ id, form }) => form === reportForm || filing.forms.some((one) => one.pack === id),
  )
  return used.flatMap((pack) => [...runSentences(filing, pack), ...runKinds(filing, pack)])
}

function runSentences(filing: Filing, pack: Pack): CheckResult[] {
  const forms = filing.forms.filter((form) => form.pack === pack.id)
  if (forms.length === 0) return []
  const check = compileFormChecks(pack)
  return forms.flatMap((form) => [...check(form)])
}

function runKinds(filing: Filing, pack: Pack): CheckResult[] {
  const seen =
    pack.form === reportForm
      ? filing
      : { ...filing, forms: filing.forms.filter((form) => form.pack === pack.id) }
  return pack.checks.flatMap((check) => {
    const kind = checkKinds[check.kind]
    if (kind === undefined) return []
    return kind(seen, check).map((outcome) => resultOf(outcome, check))
  })
}

function resultOf(outcome: Outcome, { rule, id, severity, basis }: PackCheck): CheckResult {
  return { ...outcome, rule, check: id, severity: outcome.severity ?? severity, basis }
}
