import { sql } from 'kysely'
import type { Trx } from './store.js'

/** An uploaded pack; `text` is the compiled pack as JSON, whose order of keys is kept. */
export type UploadedPack = Readonly<{
  pack_id: string
  upload_sha256: string
  uploaded_at: Date
  trial: Record<string, unknown> | null
  text: string
}>

/** Uploaded packs of a region, the newest first. */
export async function listUploadedPacks(trx: Trx, regionId: string): Promise<readonly UploadedPack[]> {
  return await trx
    .selectFrom('uploaded_pack')
    .select(['pack_id', 'upload_sha256', 'uploaded_at', 'trial'])
    .select(sql<string>`compiled->>'text'`.as('text'))
    .where('region_id', '=', regionId)
    .orderBy('uploaded_at', 'desc')
    .execute()
}

export type ActivePack = Readonly<{ pack_id: string; budget_year: number }>

export async function listActivePacks(trx: Trx, regionId: string): Promise<readonly ActivePack[]> {
  return await trx
    .selectFrom('active_pack')
    .select(['pack_id', 'budget_year'])
    .where('region_id', '=', regionId)
    .orderBy('budget_year')
    .execute()
}

/** What makes the set of active packs another one; cheap to ask. */
export async function findActiveMark(trx: Trx, regionId: string): Promise<string> {
  const rows = await trx
    .selectFrom('active_pack')
    .innerJoin('uploaded_pack', (join) =>
      join
        .onRef('uploaded_pack.region_id', '=', 'active_pack.region_id')
        .onRef('uploaded_pack.pack_id', '=', 'active_pack.pack_id'),
    )
    .select(['uploaded_pack.pack_id', 'upload_sha256'])
    .where('active_pack.region_id', '=', regionId)
    .orderBy('uploaded_pack.pack_id')
    .execute()
  return rows.map((row) => `${row.pack_id} ${row.upload_sha256}`).join('\n')
}

/** How many filings use each pack, as far as the asker sees them. */
export async function countFilingsByPack(trx: Trx, regionId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ pack: string; count: string }>`
    select pack, count(*) as count from filing, unnest(packs) as pack
    where region_id = ${regionId} group by pack`.execute(trx)
  return new Map(rows.map(({ pack, count }) => [pack, Number(count)]))
}

/** How many filings of a year use a pack. */
export async function countFilingsOfYear(
  trx: Trx,
  { regionId, packId, budgetYear }: Readonly<{ regionId: string; packId: string; budgetYear: number }>,
): Promise<number> {
  const { count } = await trx
    .selectFrom('filing')
    .select((ask) => ask.fn.countAll<string>().as('count'))
    .where('region_id', '=', regionId)
    .where('budget_year', '=', budgetYear)
    .where(sql<boolean>`${packId} = any(packs)`)
    .executeTakeFirstOrThrow()
  return Number(count)
}

type NewPack = Readonly<{ regionId: string; packId: string; sha256: string; text: string; now: Date }>

/** An earlier upload under the same id is replaced, and its trial forgotten. */
export async function recordUploadedPack(trx: Trx, pack: NewPack): Promise<void> {
  const values = {
    upload_sha256: pack.sha256,
    compiled: JSON.stringify({ text: pack.text }),
    uploaded_at: pack.now,
    trial: null,
  }
  await trx
    .insertInto('uploaded_pack')
    .values({ region_id: pack.regionId, pack_id: pack.packId, ...values })
    .onConflict((conflict) => conflict.columns(['region_id', 'pack_id']).doUpdateSet(values))
    .execute()
}

type OnePack = Readonly<{ regionId: string; packId: string }>

export async function recordTrial(
  trx: Trx,
  { regionId, packId }: OnePack,
  trial: Readonly<Record<string, unknown>>,
): Promise<void> {
  await trx
    .updateTable('uploaded_pack')
    .set({ trial: JSON.stringify(trial) })
    .where('region_id', '=', regionId)
    .where('pack_id', '=', packId)
    .execute()
}

export async function recordActivation(
  trx: Trx,
  { regionId, packId, budgetYear, active }: OnePack & Readonly<{ budgetYear: number; active: boolean }>,
): Promise<void> {
  const row = { region_id: regionId, pack_id: packId, budget_year: budgetYear }
  if (active)
    await trx
      .insertInto('active_pack')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else
    await trx
      .deleteFrom('active_pack')
      .where('region_id', '=', regionId)
      .where('pack_id', '=', packId)
      .where('budget_year', '=', budgetYear)
      .execute()
}

/** The contents of a year's filings, a batch at a time in the order of their ids: version in hand of each. */
export async function listContents(
  trx: Trx,
  { regionId, budgetYear, after }: Readonly<{ regionId: string; budgetYear: number; after: string }>,
) {
  return await trx
    .selectFrom('filing')
    .innerJoin('filing_version', (join) =>
      join
        .onRef('filing_version.region_id', '=', 'filing.region_id')
        .onRef('filing_version.filing_id', '=', 'filing.filing_id')
        .onRef('filing_version.version', '=', 'filing.version'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.region_id', '=', 'filing.region_id').onRef('unit.unit_id', '=', 'filing.unit_id'),
    )
    .select(['filing.filing_id', 'filing.unit_id', 'filing.title', 'unit.name as unit_name', 'content'])
    .where('filing.region_id', '=', regionId)
    .where('filing.budget_year', '=', budgetYear)
    .where('filing.filing_id', '>', after)
    .orderBy('filing.filing_id')
    .limit(50)
    .execute()
}
