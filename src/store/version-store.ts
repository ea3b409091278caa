import { type Selectable, sql, type Updateable } from 'kysely'
import type { FilingContent } from '../core/editing/content.js'
import type { FilingId } from './filing-store.js'
import type { Database } from './schema.js'
import type { Trx } from './store.js'

export type VersionRow = Readonly<Selectable<Database['filing_version']>>
export type FlagRow = Readonly<{ cell: string; reason: string }>

/** One version of a filing with its content. */
export async function findVersion(
  trx: Trx,
  { regionId, filingId }: FilingId,
  version: number,
): Promise<VersionRow | undefined> {
  return trx
    .selectFrom('filing_version')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .where('version', '=', version)
    .executeTakeFirst()
}

/** The content that counts: that of the newest published version, else of the newest. */
export async function findStandingContent(
  trx: Trx,
  { regionId, filingId }: FilingId,
): Promise<FilingContent | undefined> {
  const row = await trx
    .selectFrom('filing_version')
    .select('content')
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .orderBy(sql`published_at is null`)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.content
}

/** The chain of versions, oldest first, without contents. */
export async function listVersions(trx: Trx, { regionId, filingId }: FilingId) {
  return trx
    .selectFrom('filing_version')
    .select(['version', 'opened_by', 'opened_at', 'sealed_at', 'published_at', 'content_hash'])
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .orderBy('version')
    .execute()
}

export type NewVersion = Readonly<{
  version: number
  openedBy: VersionRow['opened_by']
  openedAt: Date
  content: FilingContent
  previousHash: string | null
}>

/** Opens a version. */
export async function createVersion(
  trx: Trx,
  { regionId, filingId }: FilingId,
  { version, openedBy, openedAt, content, previousHash }: NewVersion,
): Promise<void> {
  await trx
    .insertInto('filing_version')
    .values({
      region_id: regionId,
      filing_id: filingId,
      version,
      opened_by: openedBy,
      opened_at: openedAt,
      content: JSON.stringify(content),
      previous_hash: previousHash,
    })
    .execute()
}

/** Writes columns of one version: content, seal, publication. */
export async function updateVersion(
  trx: Trx,
  { regionId, filingId, version }: FilingId & Readonly<{ version: number }>,
  columns: Updateable<Database['filing_version']>,
): Promise<void> {
  await trx
    .updateTable('filing_version')
    .set(columns)
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .where('version', '=', version)
    .execute()
}

/** Writes a content with the columns that follow from it, in one statement. @returns the new revision */
export async function recordContent(
  trx: Trx,
  { regionId, filingId, version }: FilingId & Readonly<{ version: number }>,
  { text, columns }: Readonly<{ text: string; columns: Updateable<Database['filing']> }>,
): Promise<string> {
  const { revision } = await trx
    .with('written', (query) =>
      query
        .updateTable('filing_version')
        .set({ content: text })
        .where('region_id', '=', regionId)
        .where('filing_id', '=', filingId)
        .where('version', '=', version),
    )
    .updateTable('filing')
    .set({ ...columns, revision: sql<string>`revision + 1` })
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return revision
}

/** Cells that a return opened in one version. */
export async function listFlags(
  trx: Trx,
  { regionId, filingId }: FilingId,
  version: number,
): Promise<readonly FlagRow[]> {
  return trx
    .selectFrom('flag')
    .select(['cell', 'reason'])
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .where('version', '=', version)
    .orderBy('cell')
    .execute()
}

/** Records the cells that a return opens. */
export async function recordFlags(
  trx: Trx,
  { regionId, filingId, version }: FilingId & Readonly<{ version: number }>,
  flags: readonly FlagRow[],
): Promise<void> {
  const rows = flags.map(({ cell, reason }) => ({
    region_id: regionId,
    filing_id: filingId,
    version,
    cell,
    reason,
  }))
  await trx
    .insertInto('flag')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
