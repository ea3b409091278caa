import { areaOf, areasNamedIn, listFormChoices } from '../../core/pack/form-choices.js'
import type { Pack } from '../../core/pack/pack.js'
import { loadShipped } from '../../packs/load-shipped.js'
import { listActivePacks } from '../../store/pack-store.js'
import { listUsedPacks } from '../../store/project-store.js'
import { findRegion } from '../../store/region-store.js'
import type { Workplace } from '../workplace/workplace.js'

/**
 * The forms that units of a region can begin a year's self-evaluation with: those that ship and those that were
 * activated for the year. Own areas of the region: of its uploaded packs, of what its name says, of what it has used.
 */
export async function findOfferedForms(
  { store, packs: known }: Workplace,
  { regionId, year }: Readonly<{ regionId: string; year: number }>,
): Promise<readonly Pack[]> {
  const shipped = new Set((await loadShipped()).packs.map(({ id }) => id))
  const [name, active, used] = await store.asSystem('packs', async (trx) => {
    return [
      (await findRegion(trx, regionId))?.name ?? '',
      await listActivePacks(trx, regionId),
      await listUsedPacks(trx, regionId),
    ] as const
  })
  const ofYear = new Set(
    active.filter(({ budget_year }) => budget_year === year).map(({ pack_id }) => pack_id),
  )
  const packs = (await known(regionId)).filter(({ id }) => shipped.has(id) || ofYear.has(id))
  const own = [...[...ofYear].map(areaOf), ...areasNamedIn(name), ...used.map(areaOf)]
  const ownAreas = [...new Set(own)].filter((area) => area !== 'any' && area !== 'central')
  return listFormChoices({ packs, year, ownAreas })
}
