import type { FastifyRequest } from 'fastify'
import { filingRoutes } from '../../contract/filing-routes.js'
import { DomainError } from '../../core/errors/errors.js'
import { changeOf, parseMadeChanges } from '../../core/workflow/made-change.js'
import { findSave, listEventsSince } from '../../store/filing-event-store.js'
import { type FilingId, type FilingRow, lockFiling } from '../../store/filing-store.js'
import { type FilingWithAll, findFilingWithAll } from '../../store/filing-whole-store.js'
import type { Trx } from '../../store/store.js'
import { checkStanding } from '../routing/filing-standing.js'
import { ProblemError } from '../routing/problem.js'
import { serveRoute } from '../routing/serve-route.js'
import { type ContentSource, contentInHand, textOfYearBefore } from './content-texts.js'
import { standingOf } from './filing-shown.js'
import { filingOf } from './get-filing.js'
import { parseChanges } from './parse-changes.js'
import { keepRecentText } from './recent-texts.js'
import { saveChanges } from './save-changes.js'
import { tellFiling } from './tell-filing.js'

/**
 * Saves what somebody typed. The same `changeId` again is answered as the first time; changes made on an earlier
 * revision are refused with everything that was saved since.
 */
export const changeContent = serveRoute(
  filingRoutes.changeContent,
  async ({ params, body: { changeId, changes }, caller, workplace, request }) => {
    const packs = await workplace.packs(caller.regionId)
    const at = workplace.now()
    const id = filingOf(caller, params.filingId)
    const saved = await workplace.store.asActor(caller, async (trx) => {
      const filing = await getLockedWithAll(trx, id)
      checkStanding(caller, standingOf(filing), 'edit')
      const seen = revisionSeen(request)
      const earlier = await findSave(trx, id, changeId)
      if (earlier !== undefined)
        return { filing, revision: earlier.revision ?? '', at: earlier.happened_at, made: undefined }
      await checkRevision(trx, filing, seen)
      const source = { trx, store: workplace.store }
      const content = await contentInHand(source, filing)
      const beside = { answers: filing.answer_rows, lastYear: await lastYearOf(source, filing) }
      const given = { filing, content, changes: parseChanges(changes), packs, at, actor: caller, beside }
      const made = await saveChanges(trx, { ...given, action: 'edit', data: { changeId } })
      return { filing, revision: made.revision, at, made }
    })
    const { filing, revision, made } = saved
    if (made !== undefined) {
      const now = { ...filing, revision, which: 'inHand' as const }
      keepRecentText(workplace.store, now, made.text)
      tellFiling(workplace, filing, { event: 'saved', data: { revision, byName: caller.accountName } })
    }
    return { revision, savedAt: saved.at.toISOString() }
  },
  { asksStanding: true },
)

/** The filing with what hangs on it, held until the transaction ends. @throws DomainError FILING_NOT_FOUND */
async function getLockedWithAll(trx: Trx, id: FilingId): Promise<FilingWithAll> {
  await lockFiling(trx, id)
  const filing = await findFilingWithAll(trx, id)
  if (filing === undefined) throw new DomainError('FILING_NOT_FOUND')
  return filing
}

async function lastYearOf(
  source: ContentSource,
  { year_before: before, region_id }: FilingWithAll,
): Promise<string | undefined> {
  return before === null ? undefined : textOfYearBefore(source, region_id, before)
}

/** `if-match: "12-3f…"` or `12`: the number in front is the revision. @throws DomainError REVISION_MISSING */
export function revisionSeen(request: FastifyRequest): string {
  const [, revision] = /^(?:W\/)?"?(\d+)/.exec(request.headers['if-match'] ?? '') ?? []
  if (revision === undefined) throw new DomainError('REVISION_MISSING')
  return revision
}

/** @throws ProblemError FILING_CHANGED with the present revision and what was changed since the one seen */
export async function checkRevision(trx: Trx, filing: FilingRow, seen: string): Promise<void> {
  if (filing.revision === seen) return
  const id: FilingId = { regionId: filing.region_id, filingId: filing.filing_id }
  const events = await listEventsSince(trx, id, seen)
  const changes = events.flatMap(({ data }) => parseMadeChanges(data).map(changeOf))
  throw new ProblemError('FILING_CHANGED', { problem: { revision: filing.revision, changes } })
}
