import type { FilingContent } from '../../core/editing/content.js'
import { DomainError } from '../../core/errors/errors.js'
import { type FilingId, type FilingRow, findFiling, lockFiling } from '../../store/filing-store.js'
import type { Actor, Trx } from '../../store/store.js'
import { findVersion, type VersionRow } from '../../store/version-store.js'

/** Names a filing of the caller's region. */
export function filingOf({ regionId }: Actor, filingId: string): FilingId {
  return { regionId, filingId }
}

/** @throws DomainError FILING_NOT_FOUND outside the actor's reach */
export async function getFiling(trx: Trx, id: FilingId): Promise<FilingRow> {
  const row = await findFiling(trx, id)
  if (row === undefined) throw new DomainError('FILING_NOT_FOUND')
  return row
}

/** The filing, held until the transaction ends. @throws DomainError FILING_NOT_FOUND */
export async function getLockedFiling(trx: Trx, id: FilingId): Promise<FilingRow> {
  await lockFiling(trx, id)
  return getFiling(trx, id)
}

/** @throws DomainError VERSION_NOT_FOUND */
export async function getVersion(trx: Trx, id: FilingId, version: number): Promise<VersionRow> {
  const row = await findVersion(trx, id, version)
  if (row === undefined) throw new DomainError('VERSION_NOT_FOUND', { version })
  return row
}

/** Content of the version in hand. */
export async function getContent(trx: Trx, filing: FilingRow): Promise<FilingContent> {
  const id = { regionId: filing.region_id, filingId: filing.filing_id }
  return (await getVersion(trx, id, filing.version)).content
}
