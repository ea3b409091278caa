import { filingRoutes } from '../../contract/filing-routes.js'
import { Receipt } from '../../contract/filing-shapes.js'
import { DomainError } from '../../core/errors/errors.js'
import { listVersions as listRows, type VersionRow } from '../../store/version-store.js'
import { serveRoute } from '../routing/serve-route.js'
import { filingOf, getFiling, getVersion } from './get-filing.js'

/** The chain of versions, oldest first. */
export const listVersions = serveRoute(
  filingRoutes.listVersions,
  async ({ params: { filingId }, caller, workplace: { store } }) =>
    store.asActor(caller, async (trx) => (await listRows(trx, filingOf(caller, filingId))).map(versionShown)),
)

/** One version with its content, as it was. */
export const readVersion = serveRoute(
  filingRoutes.readVersion,
  async ({ params: { filingId, version }, caller, workplace: { store } }) =>
    store.asActor(caller, async (trx) => {
      const row = await getVersion(trx, filingOf(caller, filingId), version)
      return { version: versionShown(row), content: row.content }
    }),
)

/** 回执 of the newest version that was submitted. */
export const readReceipt = serveRoute(
  filingRoutes.readReceipt,
  async ({ params: { filingId }, caller, workplace: { store } }) =>
    store.asActor(caller, async (trx) => {
      const id = filingOf(caller, filingId)
      const filing = await getFiling(trx, id)
      for (let version = filing.version; version > 0; version--) {
        const { receipt } = await getVersion(trx, id, version)
        if (receipt !== null) return Receipt.parse(receipt)
      }
      throw new DomainError('NOT_SUBMITTED')
    }),
)

function versionShown(
  row: Omit<VersionRow, 'content' | 'region_id' | 'filing_id' | 'receipt' | 'previous_hash'>,
) {
  return {
    version: row.version,
    openedBy: row.opened_by,
    openedAt: row.opened_at.toISOString(),
    sealedAt: row.sealed_at?.toISOString() ?? null,
    publishedAt: row.published_at?.toISOString() ?? null,
    contentHash: row.content_hash,
  }
}
