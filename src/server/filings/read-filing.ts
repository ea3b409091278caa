import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import { filingRoutes } from '../../contract/filing-routes.js'
import type { AnswerShown, FilingWhole } from '../../contract/filing-shapes.js'
import type { Pack } from '../../core/pack/pack.js'
import { findTransition } from '../../core/workflow/may.js'
import { type FilingId, type FilingRow, findYearBefore } from '../../store/filing-store.js'
import { type AnswerRow, listAnswers } from '../../store/finding-answer-store.js'
import { listLedgerAmounts } from '../../store/ledger-amount-store.js'
import type { Database } from '../../store/schema.js'
import type { Actor } from '../../store/store.js'
import { findStandingContent, findVersion, listFlags } from '../../store/version-store.js'
import { serveRoute } from '../serve-route.js'
import { filingShown, standingOf } from './filing-shown.js'
import { filingOf, getContent, getFiling } from './get-filing.js'
import { openCells } from './open-cells.js'

type Trx = Transaction<Database>
type Whole = z.output<typeof FilingWhole>

/** One filing with everything its page needs; 304 while nothing of it has changed. */
export const readFiling = serveRoute(
  filingRoutes.readFiling,
  async ({ params: { filingId }, caller, workplace, request, reply }) => {
    const packs = await workplace.packs(caller.regionId)
    const whole = await workplace.store.asActor(caller, (trx) =>
      wholeOf(trx, filingOf(caller, filingId), { actor: caller, packs }),
    )
    const tag = tagOf(whole)
    reply.header('etag', tag)
    if (request.headers['if-none-match'] !== tag) return whole
    reply.code(304).send()
    return undefined
  },
)

/** The revision in front, for `if-match`; behind it what else is in the answer: answers, last year, ledger. */
function tagOf(whole: Whole): string {
  const digest = createHash('sha256').update(JSON.stringify(whole)).digest('hex').slice(0, 16)
  return `"${whole.revision}-${digest}"`
}

type Reader = Readonly<{ actor: Actor; packs: readonly Pack[] }>

async function wholeOf(trx: Trx, id: FilingId, { actor, packs }: Reader): Promise<Whole> {
  const filing = await getFiling(trx, id)
  const content = await getContent(trx, filing)
  const mayEdit = findTransition(actor, 'edit', standingOf(filing)) !== undefined
  const open = mayEdit ? await openCells(trx, filing, { content, packs }) : []
  return {
    filing: filingShown(filing, actor),
    version: filing.version,
    revision: filing.revision,
    content,
    returnedContent: await returnedContent(trx, id, filing),
    lastYear: await lastYear(trx, filing),
    ledger: await listLedgerAmounts(trx, filing),
    open: open === null ? null : [...open],
    flags: [...(await listFlags(trx, id, filing.version))],
    answers: (await listAnswers(trx, id)).map(answerShown),
    packs: filing.packs,
  }
}

async function returnedContent(trx: Trx, id: FilingId, filing: FilingRow): Promise<Whole['returnedContent']> {
  if (filing.opened_by !== 'sendBack') return null
  return (await findVersion(trx, id, filing.version - 1))?.content ?? null
}

async function lastYear(trx: Trx, filing: FilingRow): Promise<Whole['lastYear']> {
  const before = await findYearBefore(trx, filing)
  if (before === undefined) return null
  const { filing_id: filingId, budget_year: budgetYear } = before
  const content = await findStandingContent(trx, { regionId: filing.region_id, filingId })
  return content === undefined ? null : { filingId, budgetYear, content }
}

/** An answer to a finding as pages show it. */
export function answerShown(row: AnswerRow): z.output<typeof AnswerShown> {
  return {
    answerId: row.answer_id,
    kind: row.kind,
    rule: row.rule,
    check: row.check_name,
    inputs: row.inputs,
    cells: row.cells,
    message: row.message,
    reason: row.reason,
    byName: row.account_name,
    answeredAt: row.answered_at.toISOString(),
  }
}
