import { statSync } from 'node:fs'
import { reportForm } from '../core/checks/run-checks.js'
import { didYouMean } from '../core/errors/closest.js'
import { DomainError } from '../core/errors/errors.js'
import type { Law } from '../core/law/law.js'
import type { Pack } from '../core/pack/pack.js'
import { problemText } from '../core/pack-source/source.js'
import { loadShipped } from '../packs/load-shipped.js'

/** What files are checked with. `pack` limits the forms looked for to one of `packs`. */
export type ChosenPacks = Readonly<{
  packs: readonly Pack[]
  laws: readonly Law[]
  pack: string | undefined
}>

const chosen = new Map<string | undefined, Promise<ChosenPacks>>()

/**
 * What --pack names: nothing, the id of a shipped pack, or a folder with packs of one's own; read once.
 *
 * @throws DomainError PACK_UNKNOWN, PACK_FOLDER_EMPTY, PACK_BROKEN
 */
export function loadChosenPacks(given: string | undefined): Promise<ChosenPacks> {
  const known = chosen.get(given) ?? choose(given)
  chosen.set(given, known)
  return known
}

/** The packs that --pack leaves to recognise forms with. @throws DomainError as {@link loadChosenPacks} */
export async function loadPacksInUse(given: string | undefined): Promise<readonly Pack[]> {
  const { packs, pack } = await loadChosenPacks(given)
  return pack === undefined ? packs : packs.filter(({ id }) => id === pack)
}

async function choose(given: string | undefined): Promise<ChosenPacks> {
  const shipped = await loadShipped()
  const ids = shipped.packs.map(({ id }) => id)
  if (given === undefined || ids.includes(given)) return { ...shipped, pack: given }
  if (statSync(given, { throwIfNoEntry: false })?.isDirectory() === true)
    return { ...shipped, packs: await readOwn(given, shipped.packs), pack: undefined }
  throw new DomainError('PACK_UNKNOWN', { given, hint: didYouMean(given, ids), available: ids.join('、') })
}

/** The packs of a folder, and the shipped checks of whole reports unless the folder extends them. */
async function readOwn(folder: string, shipped: readonly Pack[]): Promise<readonly Pack[]> {
  const [{ loadPackFolder }, { checkKinds }] = await Promise.all([
    import('../packs/load-packs.js'),
    import('../core/checks/kinds/index.js'),
  ])
  const { packs, problems } = loadPackFolder(folder, Object.keys(checkKinds))
  const [first] = problems
  if (first !== undefined)
    throw new DomainError('PACK_BROKEN', { folder, count: problems.length, first: problemText(first) })
  if (packs.length === 0) throw new DomainError('PACK_FOLDER_EMPTY', { folder })
  const inherited = new Set(packs.flatMap(({ lineage }) => lineage))
  return [...packs, ...shipped.filter(({ id, form }) => form === reportForm && !inherited.has(id))]
}
