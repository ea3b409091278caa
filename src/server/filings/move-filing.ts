import type { z } from 'zod'
import { filingRoutes } from '../../contract/filing-routes.js'
import type { Receipt } from '../../contract/filing-shapes.js'
import { DomainError } from '../../core/errors/errors.js'
import { findTransition } from '../../core/workflow/may.js'
import { actionNames, type Transition, waitingFor } from '../../core/workflow/transition.js'
import { type FilingRow, findFiling, updateFiling } from '../../store/filing-store.js'
import type { Trx } from '../../store/store.js'
import { updateVersion } from '../../store/version-store.js'
import { checkStanding } from '../routing/filing-standing.js'
import { type Call, serveRoute } from '../routing/serve-route.js'
import { checkRevision } from './change-content.js'
import { changeVersion } from './change-version.js'
import { checkNeeds, type Moving } from './check-needs.js'
import { filingShown, standingOf } from './filing-shown.js'
import { filingOf, getContent, getLockedFiling } from './get-filing.js'
import { recordFilingEvent } from './record-filing-event.js'
import { renewSelfPoints } from './self-points.js'
import { tellFiling } from './tell-filing.js'

type MoveCall = Call<typeof filingRoutes.moveFiling>

/** 提交、撤回、通过、退回、公开、更正: whatever the transition table lets this person do in this state. */
export const moveFiling = serveRoute(filingRoutes.moveFiling, async (call) => {
  const { caller, workplace } = call
  const packs = await workplace.packs(caller.regionId)
  const moved = await workplace.store.asActor(caller, async (trx) => {
    const filing = await getLockedFiling(trx, filingOf(caller, call.params.filingId))
    const transition = getTransition(filing, call)
    await checkRevision(trx, filing, call.body.revision)
    const content = await getContent(trx, filing)
    const moving = { filing, transition, content, packs, actor: caller, at: workplace.now(), body: call.body }
    return move(trx, moving)
  })
  tellFiling(workplace, moved.filing, { event: 'moved', data: { state: moved.filing.state } })
  return { filing: filingShown(moved.filing, caller), receipt: moved.receipt }
})

/** @throws DomainError FILING_NOT_FOUND, NOT_ALLOWED, TRANSITION_REFUSED */
function getTransition(filing: FilingRow, { caller, body: { action } }: MoveCall): Transition {
  const standing = standingOf(filing)
  checkStanding(caller, standing, action)
  const transition = findTransition(caller, action, standing)
  if (transition === undefined || action === 'edit')
    throw new DomainError('REQUEST_WRONG', {
      where: 'action',
      problem: `${actionNames[action]}要用保存来做。`,
    })
  return transition
}

async function move(trx: Trx, moving: Moving) {
  const { filing, transition, at, actor } = moving
  const id = { regionId: filing.region_id, filingId: filing.filing_id }
  const summary = await checkNeeds(trx, moving)
  const version = await changeVersion(trx, moving)
  const { to } = transition
  if (transition.action === 'submit') await renewSelfPoints(trx, moving)
  const revision = await updateFiling(trx, id, {
    ...summary,
    state: to,
    version: version.number,
    waiting_for: waitingFor(to, filing.under_bureau) ?? null,
    waiting_since: at,
    changed_at: at,
  })
  const moved = await findFiling(trx, id)
  if (moved === undefined) throw new DomainError('FILING_NOT_FOUND')
  const { hash } = await recordFilingEvent(trx, {
    actor,
    filing: moved,
    action: transition.action,
    at,
    revision,
    data: eventData(moving, version.contentHash),
  })
  const receipt = transition.action === 'submit' ? await recordReceipt(trx, moving, { version, hash }) : null
  return { filing: moved, receipt }
}

function eventData({ body, transition }: Moving, contentHash: string | null) {
  const { reason, flags, signedBy } = body
  return { from: transition.from, to: transition.to, reason, flags, signedBy, contentHash }
}

type Sealed = Readonly<{
  version: Awaited<ReturnType<typeof changeVersion>>
  hash: string
}>

async function recordReceipt(
  trx: Trx,
  { filing, at, actor, body }: Moving,
  { version, hash }: Sealed,
): Promise<z.output<typeof Receipt>> {
  const receipt = {
    filingId: filing.filing_id,
    version: version.number,
    contentHash: version.contentHash ?? '',
    previousHash: version.previousHash,
    eventHash: hash,
    submittedAt: at.toISOString(),
    byName: actor.accountName,
    signedBy: body.signedBy,
    totalScore: filing.stated_total ?? filing.computed_total,
  }
  const id = { regionId: filing.region_id, filingId: filing.filing_id, version: version.number }
  await updateVersion(trx, id, { receipt: JSON.stringify(receipt) })
  return receipt
}
