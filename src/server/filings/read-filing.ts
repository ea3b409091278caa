import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { filingRoutes } from '../../contract/filing-routes.js'
import type { AnswerShown, FilingWhole } from '../../contract/filing-shapes.js'
import { DomainError } from '../../core/errors/errors.js'
import type { Pack } from '../../core/pack/pack.js'
import { findTransition } from '../../core/workflow/may.js'
import { type FilingWithAll, findFilingWithAll, type StoredAnswer } from '../../store/filing-whole-store.js'
import type { AnswerRow } from '../../store/finding-answer-store.js'
import type { Actor } from '../../store/store.js'
import { checkStanding } from '../routing/filing-standing.js'
import { sendJson, serveRoute } from '../routing/serve-route.js'
import {
  type ContentSource,
  contentInHand,
  textInHand,
  textOfYearBefore,
  textReturned,
} from './content-texts.js'
import { filingShown, standingOf } from './filing-shown.js'
import { filingOf } from './get-filing.js'
import { openCells } from './open-cells.js'

type Whole = z.output<typeof FilingWhole>

/**
 * One filing with everything its page needs; 304 while nothing of it has changed. Contents go out as the texts they
 * are kept in.
 */
export const readFiling = serveRoute(
  filingRoutes.readFiling,
  async ({ params: { filingId }, caller, workplace, request, reply }) => {
    const packs = await workplace.packs(caller.regionId)
    const { tag, parts } = await workplace.store.asActor(caller, async (trx) => {
      const filing = await findFilingWithAll(trx, filingOf(caller, filingId))
      if (filing === undefined) throw new DomainError('FILING_NOT_FOUND')
      checkStanding(caller, standingOf(filing), 'see')
      const source = { trx, store: workplace.store }
      const open = await openTo(source, filing, { actor: caller, packs })
      const parts = { ...partsOf(filing, caller), open }
      const tag = tagOf(filing, parts)
      const isKnown = request.headers['if-none-match'] === tag
      return {
        tag,
        parts: isKnown ? undefined : { ...asTexts(parts), ...(await contentsOf(source, filing)) },
      }
    })
    reply.header('etag', tag)
    if (parts !== undefined) return sendJson(reply, filingRoutes.readFiling, objectText(parts))
    reply.code(304).send()
    return undefined
  },
  { asksStanding: true },
)

/** The revision in front, for `if-match`; behind it what else is in the answer: answers, last year, ledger. */
function tagOf(filing: FilingWithAll, parts: Readonly<Record<string, unknown>>): string {
  const rest = JSON.stringify([parts, filing.year_before])
  const digest = createHash('sha256').update(rest).digest('hex').slice(0, 16)
  return `"${filing.revision}-${digest}"`
}

type Reader = Readonly<{ actor: Actor; packs: readonly Pack[] }>

async function openTo(
  source: ContentSource,
  filing: FilingWithAll,
  { actor, packs }: Reader,
): Promise<Whole['open']> {
  if (findTransition(actor, 'edit', standingOf(filing)) === undefined) return []
  if (filing.state === 'draft') return null
  const content = await contentInHand(source, filing)
  const open = await openCells(source.trx, filing, { content, packs })
  return open === null ? null : [...open]
}

/** Everything but contents. */
function partsOf(filing: FilingWithAll, caller: Actor) {
  return {
    filing: filingShown(filing, caller),
    version: filing.version,
    revision: filing.revision,
    ledger: filing.ledger_rows,
    flags: filing.flag_rows,
    answers: filing.answer_rows.map(answerShown),
    packs: filing.packs,
  }
}

async function contentsOf(
  source: ContentSource,
  filing: FilingWithAll,
): Promise<Readonly<Record<string, string>>> {
  const { year_before: before, region_id } = filing
  return {
    content: await textInHand(source, filing),
    returnedContent: filing.opened_by === 'sendBack' ? await textReturned(source, filing) : 'null',
    lastYear:
      before === null
        ? 'null'
        : objectText({
            filingId: JSON.stringify(before.filing_id),
            budgetYear: JSON.stringify(before.budget_year),
            content: await textOfYearBefore(source, region_id, before),
          }),
  }
}

function asTexts(parts: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, JSON.stringify(value)]))
}

/** An object of which each property is JSON already. */
function objectText(parts: Readonly<Record<string, string>>): string {
  return `{${Object.entries(parts)
    .map(([name, text]) => `${JSON.stringify(name)}:${text}`)
    .join(',')}}`
}

/** An answer to a finding as pages show it. */
export function answerShown(row: StoredAnswer | AnswerRow): z.output<typeof AnswerShown> {
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
    answeredAt: new Date(row.answered_at).toISOString(),
  }
}
