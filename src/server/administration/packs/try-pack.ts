import { setImmediate } from 'node:timers/promises'
import type { administrationRoutes } from '../../../contract/administration-routes.js'
import { checkContent } from '../../../core/editing/check-content.js'
import type { FilingContent } from '../../../core/editing/content.js'
import { DomainError } from '../../../core/errors/errors.js'
import type { Pack } from '../../../core/pack/pack.js'
import { listContents, listUploadedPacks, recordTrial } from '../../../store/pack-store.js'
import type { Handler } from '../../routing/serve-route.js'
import { recordDone } from '../record-done.js'
import { parseStoredPack } from './pack-shelf.js'

type Trying = Parameters<Handler<typeof administrationRoutes.tryPack>>[0]
type Tried = Readonly<{ errors: number; first: string }>

/** POST /api/pack-trials: checks a year's filings as if they had been filled in on this pack. Changes no filing. */
export const tryPack: Handler<typeof administrationRoutes.tryPack> = async (call) => {
  const { caller, body, workplace } = call
  const { regionId } = caller
  const pack = await getUploadedPack(call)
  const packs = [...(await workplace.packs(regionId)).filter(({ id }) => id !== pack.id), pack]
  const tried = await tryAll(call, pack, packs)
  const returned = tried.filter(({ errors }) => errors > 0).sort((a, b) => b.errors - a.errors)
  const trial = {
    budgetYear: body.budgetYear,
    units: new Set(tried.map(({ unitId }) => unitId)).size,
    filings: tried.length,
    returnedUnits: new Set(returned.map(({ unitId }) => unitId)).size,
    returned: returned.map(({ filingId, unitName, title, errors, first }) => ({
      filingId,
      unitName,
      title,
      errors,
      first,
    })),
    triedAt: workplace.now().toISOString(),
  }
  await workplace.store.asActor(caller, async (trx) => {
    await recordTrial(trx, { regionId, packId: pack.id }, trial)
    const { budgetYear, units, returnedUnits } = trial
    await recordDone(trx, call, {
      action: 'tryPack',
      data: { pack: pack.id, budgetYear, units, returnedUnits },
    })
  })
  return trial
}

async function getUploadedPack({ caller, body, workplace }: Trying): Promise<Pack> {
  const uploaded = await workplace.store.asActor(caller, (trx) => listUploadedPacks(trx, caller.regionId))
  const found = uploaded.find(({ pack_id }) => pack_id === body.packId)
  if (found === undefined) throw new DomainError('PACK_NOT_ON_SHELF', { pack: body.packId })
  return parseStoredPack(found.text)
}

/** A batch in a transaction of its own, and others are served between two filings. */
async function tryAll({ caller, body, workplace }: Trying, pack: Pack, packs: readonly Pack[]) {
  const { regionId } = caller
  const tried: (Tried & { filingId: string; unitId: string; unitName: string; title: string })[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const batch = await workplace.store.asActor(caller, (trx) =>
      listContents(trx, { regionId, budgetYear: body.budgetYear, after }),
    )
    for (const { filing_id, unit_id, unit_name, title, content } of batch) {
      const moved = onPack(content, pack, packs)
      if (moved !== undefined)
        tried.push({
          filingId: filing_id,
          unitId: unit_id,
          unitName: unit_name,
          title,
          ...errorsIn(moved, packs),
        })
      await setImmediate()
    }
    const last = batch.at(-1)
    if (last === undefined) return tried
    after = last.filing_id
  }
}

/** The same words on the new pack's form; undefined when the filing has no form of that kind. */
function onPack(content: FilingContent, pack: Pack, packs: readonly Pack[]): FilingContent | undefined {
  const kindOf = (id: string) => packs.find((one) => one.id === id)?.form
  if (!content.forms.some((form) => kindOf(form.pack) === pack.form)) return undefined
  return {
    ...content,
    forms: content.forms.map((form) => (kindOf(form.pack) === pack.form ? { ...form, pack: pack.id } : form)),
  }
}

function errorsIn(content: FilingContent, packs: readonly Pack[]): Tried {
  try {
    const errors = checkContent(content, packs).findings.filter(({ severity }) => severity === 'error')
    return { errors: errors.length, first: errors[0]?.message ?? '' }
  } catch (error) {
    if (error instanceof DomainError) return { errors: 1, first: error.message }
    throw error
  }
}
