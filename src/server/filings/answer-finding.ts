import { filingRoutes } from '../../contract/filing-routes.js'
import { checkContent } from '../../core/editing/check-content.js'
import type { CellFinding } from '../../core/editing/checked-content.js'
import type { FilingContent } from '../../core/editing/content.js'
import { DomainError } from '../../core/errors/errors.js'
import type { Pack } from '../../core/pack/pack.js'
import { type Role, roleNames } from '../../core/workflow/role.js'
import { stateNameOf } from '../../core/workflow/transition.js'
import { type FilingRow, recordSummary } from '../../store/filing-store.js'
import {
  type AnswerRow,
  listAnswers,
  recordAnswer,
  recordWithdrawal,
} from '../../store/finding-answer-store.js'
import type { Trx } from '../../store/store.js'
import { type Call, serveRoute } from '../routing/serve-route.js'
import { filingOf, getContent, getLockedFiling } from './get-filing.js'
import { answerShown } from './read-filing.js'
import { recordFilingEvent } from './record-filing-event.js'
import { summaryOf } from './save-changes.js'

type Kind = AnswerRow['kind']

const words = { justified: '说明提示', waived: '豁免错误' } as const
const severities = { error: '错误', warning: '提示', info: '建议' } as const

const whoMay: Readonly<Record<Kind, readonly Role[]>> = {
  justified: ['preparer', 'headOfUnit'],
  waived: ['departmentReviewer', 'financeReviewer', 'performanceSection'],
}

/** Until when: who fills in explains while it is in their hands; reviewers waive from the draft on. */
const whenMay: Readonly<Record<Kind, readonly FilingRow['state'][]>> = {
  justified: ['draft', 'returned'],
  waived: ['draft', 'returned', 'submitted', 'acceptedByDepartment', 'acceptedByBureau'],
}

/** Records why a warning is as it should be, or that an error is let through; it counts while its inputs stay. */
export const answerFinding = serveRoute(filingRoutes.answerFinding, async (call) => {
  const { body, caller, workplace } = call
  const packs = await workplace.packs(caller.regionId)
  const at = workplace.now()
  return workplace.store.asActor(caller, async (trx) => {
    const filing = await getLockedFiling(trx, filingOf(caller, call.params.filingId))
    checkMay(caller.role, filing, body.kind)
    const content = await getContent(trx, filing)
    const finding = getFinding(content, packs, body)
    const id = filingOf(caller, filing.filing_id)
    const row = await recordAnswer(trx, id, newAnswer(call, finding, at))
    await renewSummary(trx, filing, { content, packs })
    const { message } = finding
    const action = body.kind === 'waived' ? 'waive' : 'justify'
    const data = { check: body.check, inputs: body.inputs, message, reason: body.reason }
    await recordFilingEvent(trx, { actor: caller, filing, action, at, data })
    return answerShown(row)
  })
})

/** Takes an answer back; the finding asks for something again. */
export const withdrawAnswer = serveRoute(
  filingRoutes.withdrawAnswer,
  async ({ params: { filingId, answerId }, caller, workplace }) => {
    const packs = await workplace.packs(caller.regionId)
    const at = workplace.now()
    await workplace.store.asActor(caller, async (trx) => {
      const id = filingOf(caller, filingId)
      const filing = await getLockedFiling(trx, id)
      const answer = (await listAnswers(trx, id)).find((one) => one.answer_id === answerId)
      if (answer === undefined) throw new DomainError('ANSWER_NOT_FOUND')
      checkMay(caller.role, filing, answer.kind)
      await recordWithdrawal(trx, { ...id, answerId }, at)
      await renewSummary(trx, filing, { content: await getContent(trx, filing), packs })
      const { kind, message } = answer
      const data = { kind, message, check: answer.check_name }
      await recordFilingEvent(trx, { actor: caller, filing, action: 'withdrawAnswer', at, data })
    })
    return undefined
  },
)

function checkMay(role: Role, { state, under_bureau }: FilingRow, kind: Kind): void {
  const what = words[kind]
  if (!whoMay[kind].includes(role)) throw new DomainError('NOT_ALLOWED', { role: roleNames[role], what })
  if (!whenMay[kind].includes(state))
    throw new DomainError('ANSWER_TOO_LATE', { state: stateNameOf(state, under_bureau), what })
}

type Body = Call<typeof filingRoutes.answerFinding>['body']

/** @throws DomainError FINDING_GONE, ANSWER_KIND_WRONG */
function getFinding(
  content: FilingContent,
  packs: readonly Pack[],
  { check, inputs, kind }: Body,
): CellFinding {
  const finding = checkContent(content, packs).findings.find(
    (one) => one.check === check && one.inputs === inputs,
  )
  if (finding === undefined) throw new DomainError('FINDING_GONE')
  const { severity } = finding
  if (severity === 'info' || (kind === 'justified' && severity === 'error'))
    throw new DomainError('ANSWER_KIND_WRONG', { check, severity: severities[severity], what: words[kind] })
  return finding
}

function newAnswer(
  { body, caller }: Call<typeof filingRoutes.answerFinding>,
  finding: CellFinding,
  at: Date,
) {
  return {
    kind: body.kind,
    rule: finding.rule,
    check_name: finding.check,
    inputs: finding.inputs,
    cells: [...finding.cells],
    message: finding.message,
    reason: body.reason,
    account_id: caller.accountId,
    account_name: caller.accountName,
    answered_at: at,
  }
}

/** Answers change what counts as open, not the content: the revision stays, so that nobody's typing is refused. */
async function renewSummary(
  trx: Trx,
  filing: FilingRow,
  given: Readonly<{ content: FilingContent; packs: readonly Pack[] }>,
): Promise<void> {
  const id = { regionId: filing.region_id, filingId: filing.filing_id }
  const { errors, warnings, risk, risk_reasons } = await summaryOf(trx, { filing, ...given })
  await recordSummary(trx, id, { errors, warnings, risk, risk_reasons })
}
