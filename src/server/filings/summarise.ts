import type { CellFinding, CheckedContent } from '../../core/editing/checked-content.js'
import type { FilingContent } from '../../core/editing/content.js'
import { riskOf } from '../../core/workflow/risk.js'
import { riskSignsOf } from '../../core/workflow/risk-signs.js'
import type { AnswerRow } from '../../store/finding-answer-store.js'

/** What an answer must be to count: of this kind, to this very problem. */
export type Answered = Pick<AnswerRow, 'kind' | 'check_name' | 'inputs'>

/** Columns of a filing that follow from its content. */
export type Summary = ReturnType<typeof summarise>

/** The columns of a filing that follow from its content, last year's and the answers given. */
export function summarise(
  content: FilingContent,
  {
    checked,
    answers,
    lastYear,
  }: Readonly<{
    checked: CheckedContent
    answers: readonly Answered[]
    lastYear: FilingContent | undefined
  }>,
) {
  const open = openFindings(checked.findings, answers)
  const signs = riskSignsOf(content, { checked, lastYear })
  const { risk, reasons } = riskOf({ ...signs, ...open })
  const score = checked.scores.find(({ statedTotal, computedTotal }) => statedTotal ?? computedTotal)
  return {
    errors: open.errors,
    warnings: open.warnings,
    filled: checked.filled.filled,
    required: checked.filled.required,
    stated_total: score?.statedTotal ?? null,
    computed_total: score?.computedTotal ?? null,
    total_funds: signs.totalFunds ?? null,
    risk,
    risk_reasons: [...reasons],
    packs: [...new Set(content.forms.map(({ pack }) => pack))],
  }
}

/** Findings that still ask for something: errors nobody waived, warnings nobody justified or waived. */
export function openFindings(findings: readonly CellFinding[], answers: readonly Answered[]) {
  const answered = (finding: CellFinding, kinds: readonly Answered['kind'][]) =>
    answers.some(
      ({ kind, check_name, inputs }) =>
        kinds.includes(kind) && check_name === finding.check && inputs === finding.inputs,
    )
  const errors = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const waived = errors.filter((finding) => answered(finding, ['waived'])).length
  return {
    errors: errors.length - waived,
    warnings: warnings.filter((finding) => !answered(finding, ['justified', 'waived'])).length,
    waived,
  }
}
