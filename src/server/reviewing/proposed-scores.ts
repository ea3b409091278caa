import { reviewRoutes } from '../../contract/review-routes.js'
import { parseCellKey } from '../../core/editing/cell-key.js'
import { checkContent } from '../../core/editing/check-content.js'
import type { CellKey, FilingContent } from '../../core/editing/content.js'
import { labelOfCell } from '../../core/editing/label-of-cell.js'
import { pointsOfCell } from '../../core/editing/points-of-cell.js'
import { textAt } from '../../core/editing/text-at.js'
import { DomainError } from '../../core/errors/errors.js'
import { compare, decimal, parseDecimal, zero } from '../../core/exact/decimal.js'
import type { Pack } from '../../core/pack/pack.js'
import { stateNameOf } from '../../core/workflow/transition.js'
import {
  listProposedScores as listRows,
  recordProposedScore,
  removeProposedScore,
} from '../../store/proposed-score-store.js'
import { filingOf, getContent, getFiling } from '../filings/get-filing.js'
import { recordFilingEvent } from '../filings/record-filing-event.js'
import { serveRoute } from '../routing/serve-route.js'

/** 复核分 of the version in hand. */
export const listProposedScores = serveRoute(
  reviewRoutes.listProposedScores,
  async ({ params: { filingId }, caller, workplace: { store } }) =>
    store.asActor(caller, async (trx) => {
      const id = filingOf(caller, filingId)
      const { version } = await getFiling(trx, id)
      return (await listRows(trx, id, version)).map((row) => ({
        cell: row.cell,
        points: row.points,
        reason: row.reason,
        byName: row.account_name,
        proposedAt: row.proposed_at.toISOString(),
      }))
    }),
)

/** Puts a reviewer's points beside the unit's own, with a reason; `points` null takes them away. */
export const proposeScore = serveRoute(
  reviewRoutes.proposeScore,
  async ({ params: { filingId }, body: { cell, points, reason }, caller, workplace }) => {
    const at = workplace.now()
    const packs = await workplace.packs(caller.regionId)
    await workplace.store.asActor(caller, async (trx) => {
      const id = filingOf(caller, filingId)
      const filing = await getFiling(trx, id)
      if (!underReview.has(filing.state))
        throw new DomainError('SCORE_TOO_LATE', {
          state: stateNameOf(filing.state, filing.under_bureau),
        })
      const content = await getContent(trx, filing)
      const label = labelOfCell(content, packs, cell)
      checkPlace(content, cell, label)
      const key = { ...id, version: filing.version, cell }
      if (points === null) await removeProposedScore(trx, key)
      else {
        if (reason.trim() === '') throw new DomainError('REASON_MISSING', { action: '提出复核分' })
        checkPoints(points, { content, cell, label, packs })
        await recordProposedScore(trx, {
          region_id: id.regionId,
          filing_id: filingId,
          version: filing.version,
          cell,
          points,
          self_points: pointsOfCell(content, checkContent(content, packs), cell) ?? null,
          reason,
          account_id: caller.accountId,
          account_name: caller.accountName,
          proposed_at: at,
        })
      }
      const data = { cell, label, points, reason }
      await recordFilingEvent(trx, { actor: caller, filing, action: 'proposeScore', at, data })
    })
    return undefined
  },
)

const underReview: ReadonlySet<string> = new Set(['submitted', 'acceptedByDepartment', 'acceptedByBureau'])

/** 得分 of a row, or of a single cell such as the execution rate's. */
function checkPlace(content: FilingContent, cell: CellKey, label: string): void {
  const named = parseCellKey(cell)
  const isScore =
    (named?.kind === 'cell' && named.column === 'score') ||
    (named?.kind === 'field' && /(^|\.)score$/.test(named.field))
  const form = named !== undefined && 'form' in named ? named.form : undefined
  if (!isScore || !content.forms.some(({ id }) => id === form))
    throw new DomainError('SCORE_PLACE_WRONG', { cell: label })
}

type Proposed = Readonly<{ content: FilingContent; cell: CellKey; label: string; packs: readonly Pack[] }>

/** Not below zero, and not above the points that the row or cell can earn where the form says how many. */
function checkPoints(points: string, { content, cell, label }: Proposed): void {
  const weight = textAt(content, cell.replace(/score$/, 'weight'))
  const most = parseDecimal(weight.replace(/分$/, '').trim())
  const given = decimal(points)
  if (compare(given, zero) >= 0 && (most === undefined || compare(given, most) <= 0)) return
  throw new DomainError('SCORE_TOO_HIGH', { cell: label, points, weight: most === undefined ? '' : weight })
}
