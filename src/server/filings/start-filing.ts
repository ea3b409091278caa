import type { Transaction } from 'kysely'
import { filingRoutes } from '../../contract/filing-routes.js'
import { blankContent } from '../../core/editing/blank-content.js'
import type { FilingContent } from '../../core/editing/content.js'
import { contentFromLastYear } from '../../core/editing/content-from-last-year.js'
import { DomainError } from '../../core/errors.js'
import type { Pack } from '../../core/pack/pack.js'
import { createFiling, findYearBefore, recordSummary } from '../../store/filing-store.js'
import { type EntryRow, findEntry } from '../../store/roster-entry-store.js'
import type { Database } from '../../store/schema.js'
import type { Actor } from '../../store/store.js'
import { createVersion, findStandingContent } from '../../store/version-store.js'
import { serveRoute } from '../serve-route.js'
import { titleOf } from './filing-title.js'
import { getFiling } from './get-filing.js'
import { recordFilingEvent } from './record-filing-event.js'
import { summaryOf } from './save-changes.js'

type Trx = Transaction<Database>

/** Begins what the roster asks for: on a blank form, or with last year's names, targets and words. */
export const startFiling = serveRoute(
  filingRoutes.startFiling,
  async ({ body: { entryId, from }, caller, workplace: { store, packs, now } }) => {
    const known = await packs(caller.regionId)
    return store.asActor(caller, async (trx) => {
      const entry = await findEntry(trx, { regionId: caller.regionId, entryId })
      if (entry === undefined) throw new DomainError('ENTRY_NOT_FOUND')
      const content = await firstContent(trx, entry, { actor: caller, packs: known, from })
      const start = { actor: caller, packs: known, entry, content, at: now() }
      return { filingId: await begin(trx, start, from) }
    })
  },
)

type Source = Readonly<{ actor: Actor; packs: readonly Pack[]; from: 'blank' | 'lastYear' }>

async function firstContent(
  trx: Trx,
  entry: EntryRow,
  { actor: { regionId }, packs, from }: Source,
): Promise<FilingContent> {
  const { budget_year: year, unit_name: unit } = entry
  const packIds = [entry.pack_id]
  if (from === 'blank') return blankContent({ unit, budgetYear: year, packIds }, packs)
  const before = await findYearBefore(trx, { ...entry, region_id: regionId })
  const last = before && (await findStandingContent(trx, { regionId, filingId: before.filing_id }))
  if (last === undefined) throw new DomainError('LAST_YEAR_MISSING', { title: titleOf(entry, packs) })
  return { ...contentFromLastYear(last, { packs, year, packIds }), unit }
}

type Start = Readonly<{
  actor: Actor
  packs: readonly Pack[]
  entry: EntryRow
  content: FilingContent
  at: Date
}>

async function begin(trx: Trx, start: Start, from: Source['from']): Promise<string> {
  const { actor, packs, entry, content, at } = start
  const { regionId } = actor
  const title = titleOf(entry, packs)
  const filingId = await createFiling(trx, newFiling(start, title))
  if (filingId === undefined) throw new DomainError('FILING_EXISTS', { title })
  const id = { regionId, filingId }
  await createVersion(trx, id, { version: 1, openedBy: 'start', openedAt: at, content, previousHash: null })
  const filing = await getFiling(trx, id)
  await recordSummary(trx, id, await summaryOf(trx, { filing, content, packs }))
  await recordFilingEvent(trx, {
    actor,
    filing,
    action: 'start',
    at,
    revision: filing.revision,
    data: { from },
  })
  return filingId
}

function newFiling({ actor, entry, at }: Start, title: string) {
  return {
    region_id: actor.regionId,
    unit_id: entry.unit_id,
    unit_path: entry.unit_path,
    under_bureau: entry.parent_kind === 'bureau',
    budget_year: entry.budget_year,
    project_id: entry.project_id,
    entry_id: entry.entry_id,
    title,
    state: 'draft' as const,
    waiting_for: 'preparer' as const,
    waiting_since: at,
    due_on: entry.due_on,
    created_at: at,
    changed_at: at,
  }
}
