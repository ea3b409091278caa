import type { Pack } from '../../../core/pack/pack.js'
import { createDoorMemory } from '../../../store/door-memory.js'
import { findActiveMark, listActivePacks, listUploadedPacks } from '../../../store/pack-store.js'
import type { Store } from '../../../store/store.js'

/**
 * The packs of each region: those that ship and the uploaded ones that are active in it. Uploaded packs are parsed
 * again only when something was uploaded or activated since.
 */
export function packShelf(
  store: Store,
  shipped: readonly Pack[],
): (regionId: string) => Promise<readonly Pack[]> {
  const known = new Map<string, Readonly<{ mark: string; packs: readonly Pack[] }>>()
  const recent = createDoorMemory<readonly Pack[]>()
  const ask = (regionId: string) =>
    store.asSystem('packs', async (trx) => {
      const mark = await findActiveMark(trx, regionId)
      const found = known.get(regionId)
      if (found?.mark === mark) return found.packs
      const active = new Set((await listActivePacks(trx, regionId)).map(({ pack_id }) => pack_id))
      const uploaded = await listUploadedPacks(trx, regionId)
      const own = uploaded
        .filter(({ pack_id }) => active.has(pack_id))
        .map(({ text }) => parseStoredPack(text))
      const packs = own.length === 0 ? shipped : [...shipped, ...own]
      known.set(regionId, { mark, packs })
      return packs
    })
  return (regionId) => recent.find(store, regionId, () => ask(regionId))
}

/** Written by `uploadPack` from packs that were parsed strictly. */
export function parseStoredPack(text: string): Pack {
  return JSON.parse(text) as Pack
}
