import type { AnswerOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'
import type { CellFinding } from '../../core/editing/checked-content.js'

export type FilingAnswer = AnswerOf<Routes['readFiling']>['answers'][number]
export type AnsweredFinding = Readonly<{ finding: CellFinding; answer: FilingAnswer }>

/** What stands in the way of a submission: errors without a waiver, warnings without a reason. */
export type OpenFindings = Readonly<{
  errors: readonly CellFinding[]
  warnings: readonly CellFinding[]
  /** Findings that somebody has answered for, on the same inputs. */
  answered: readonly AnsweredFinding[]
}>

/** Parts findings by what is still to be done; an answer given on other inputs does not count. */
export function partFindings(
  findings: readonly CellFinding[],
  answers: readonly FilingAnswer[],
): OpenFindings {
  const answered = findings.flatMap((finding) => {
    const answer = findAnswer(finding, answers)
    return answer === undefined ? [] : [{ finding, answer }]
  })
  const open = findings.filter((finding) => !answered.some((one) => one.finding === finding))
  return {
    errors: open.filter(({ severity }) => severity === 'error'),
    warnings: open.filter(({ severity }) => severity === 'warning'),
    answered,
  }
}

/** An error needs a waiver; for a warning a waiver or a reason will do. */
function findAnswer(finding: CellFinding, answers: readonly FilingAnswer[]): FilingAnswer | undefined {
  return answers.find(
    ({ kind, check, inputs }) =>
      check === finding.check &&
      inputs === finding.inputs &&
      (kind === 'waived' || finding.severity !== 'error'),
  )
}
