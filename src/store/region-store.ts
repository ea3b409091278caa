import { sql } from 'kysely'
import type { Trx } from './store.js'

/** A region with its settings, which whoever asks parses. */
export type Region = Readonly<{ region_id: string; name: string; settings: unknown }>

/** All regions, by their ids. */
export function listRegions(trx: Trx): Promise<readonly Region[]> {
  return trx
    .selectFrom('region')
    .select(['region_id', 'name', 'settings'])
    .orderBy('region_id')
    .limit(1000)
    .execute()
}

/** One region; without an id the first, whose name a page shows before anybody has signed in. */
export function findRegion(trx: Trx, regionId?: string): Promise<Region | undefined> {
  return trx
    .selectFrom('region')
    .select(['region_id', 'name', 'settings'])
    .$if(regionId !== undefined, (query) => query.where('region_id', '=', regionId ?? ''))
    .orderBy('region_id')
    .limit(1)
    .executeTakeFirst()
}

export async function recordRegion(trx: Trx, { regionId, name }: { regionId: string; name: string }) {
  await trx.insertInto('region').values({ region_id: regionId, name }).execute()
}

/** Sign-in rules are laid over those that were there. */
export async function recordSignInRules(
  trx: Trx,
  regionId: string,
  rules: Readonly<Record<string, unknown>>,
): Promise<void> {
  await trx
    .updateTable('region')
    .set({
      settings: sql`settings || jsonb_build_object('signIn',
        coalesce(settings->'signIn', '{}'::jsonb) || ${JSON.stringify(rules)}::jsonb)`,
    })
    .where('region_id', '=', regionId)
    .execute()
}
