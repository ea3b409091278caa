import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DemoAccounts } from '../contract/demo-accounts.js'
import { checkContent } from '../core/editing/check-content.js'
import { roles } from '../core/workflow/role.js'
import { filingStates, waitingFor } from '../core/workflow/transition.js'
import { loadShipped } from '../packs/load-shipped.js'
import type { Workplace } from '../server/workplace/workplace.js'
import type { OpenedStore } from '../store/connect-store.js'
import { verifyTrail } from '../store/verify-trail.js'
import { createTestStore } from '../testing/test-database.js'
import { demoRegion, demoYear, seedDemonstration } from './seed-demonstration.js'

let store: OpenedStore
let seeded: number
const kept = new Map<string, Uint8Array>()
const now = new Date('2025-04-10T02:00:00Z')

async function buildWorkplace(): Promise<Workplace> {
  const { packs, laws } = await loadShipped()
  return {
    store,
    files: {
      keep: async (bytes) => {
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        kept.set(sha256, bytes)
        return sha256
      },
      read: async (sha256) => kept.get(sha256) ?? new Uint8Array(),
    },
    streams: { tell: () => undefined, listen: () => () => undefined },
    packs: async () => packs,
    laws,
    now: () => now,
    demo: true,
    dataFolder: await mkdtemp(join(tmpdir(), 'uploads-demo-')),
  }
}

beforeAll(async () => {
  store = await createTestStore()
  const workplace = await buildWorkplace()
  const begun = performance.now()
  seeded = await seedDemonstration(workplace)
  process.stdout.write(`demonstration seeded in ${Math.round(performance.now() - begun)} ms\n`)
  expect(await seedDemonstration(workplace)).toBe(0)
  await rm(workplace.dataFolder, { recursive: true })
})
afterAll(() => store.close())

const filings = (year = demoYear) =>
  store.asSystem('upkeep', (trx) =>
    trx
      .selectFrom('filing')
      .innerJoin('filing_version', (join) =>
        join
          .onRef('filing_version.filing_id', '=', 'filing.filing_id')
          .onRef('filing_version.version', '=', 'filing.version'),
      )
      .selectAll('filing')
      .select(['filing_version.content', 'filing_version.opened_by', 'filing_version.sealed_at'])
      .where('budget_year', '=', year)
      .execute(),
  )

describe('the demonstration county', () => {
  it('has forty units, filings of two years in every state, and some not begun', async () => {
    expect(seeded).toBeGreaterThan(110)
    const rows = await filings()
    expect([...new Set(rows.map(({ state }) => state))].sort()).toEqual([...filingStates].sort())
    const { count } = await store.asSystem('upkeep', (trx) =>
      trx
        .selectFrom('roster_entry')
        .select((ask) => ask.fn.countAll<string>().as('count'))
        .where('entry_id', 'not in', (ask) =>
          ask
            .selectFrom('filing')
            .select('entry_id')
            .where('entry_id', 'is not', null)
            .$castTo<{ entry_id: string }>(),
        )
        .executeTakeFirstOrThrow(),
    )
    expect(Number(count)).toBeGreaterThan(6)
    expect(rows.filter(({ state, version }) => state === 'draft' && version === 2)).toHaveLength(1)
  })

  it('holds a trail that verifies', async () => {
    const report = await verifyTrail(store, demoRegion)
    expect(report.broken).toBeUndefined()
    expect(report.events).toBeGreaterThan(500)
  })

  it('has somebody in every role, one click away', async () => {
    const { settings, offices } = await store.asSystem('upkeep', async (trx) => ({
      settings: (await trx.selectFrom('region').select('settings').executeTakeFirstOrThrow()).settings,
      offices: await trx.selectFrom('office').selectAll().execute(),
    }))
    const listed = DemoAccounts.parse((settings as { demoAccounts: unknown }).demoAccounts)
    const rolesListed = listed.map(({ officeId }) => offices.find((one) => one.office_id === officeId)?.role)
    expect([...new Set(rolesListed)].sort()).toEqual([...roles].sort())
  })

  it('says of every filing whom it waits for', async () => {
    for (const { state, under_bureau, waiting_for } of await filings())
      expect(waiting_for).toBe(waitingFor(state, under_bureau) ?? null)
  })

  it('has the engine say of each filing what its row says', async () => {
    const { packs } = await loadShipped()
    for (const row of [...(await filings()), ...(await filings(demoYear - 1))]) {
      const open = checkContent(row.content, packs).findings.filter(({ severity }) => severity === 'error')
      const isSubmitted = row.state !== 'draft' && row.state !== 'returned'
      if (isSubmitted) expect([row.title, row.errors, row.warnings]).toEqual([row.title, 0, 0])
      else expect(row.errors).toBeLessThanOrEqual(open.length)
    }
  })

  it('begins this year’s with events in the order of the table', async () => {
    const { rows } = await store.asSystem('upkeep', async (trx) => ({
      rows: await trx
        .selectFrom('event')
        .select(['filing_id', 'action', 'happened_at', 'revision'])
        .orderBy('sequence')
        .execute(),
    }))
    expect(
      rows.every(
        ({ happened_at }, index) => index === 0 || happened_at >= (rows[index - 1]?.happened_at ?? now),
      ),
    ).toBe(true)
    expect(rows.every(({ happened_at }) => happened_at <= now)).toBe(true)
    const firsts = new Map<string | null, string>()
    for (const { filing_id, action } of rows) if (!firsts.has(filing_id)) firsts.set(filing_id, action)
    expect([...new Set(firsts.values())]).toEqual(['start'])
  })
})
