import type { z } from 'zod'
import { administrationRoutes } from '../../../contract/administration-routes.js'
import type { PackShown } from '../../../contract/administration-shapes.js'
import { PackTrial } from '../../../contract/administration-shapes.js'
import { DomainError } from '../../../core/errors/errors.js'
import type { Pack } from '../../../core/pack/pack.js'
import { loadShipped } from '../../../packs/load-shipped.js'
import {
  countFilingsByPack,
  countFilingsOfYear,
  listActivePacks,
  listUploadedPacks,
  recordActivation,
} from '../../../store/pack-store.js'
import { type Handler, type ServedRoute, serveRoute } from '../../routing/serve-route.js'
import { recordDone } from '../record-done.js'
import { parseStoredPack } from './pack-shelf.js'
import { tryPack } from './try-pack.js'
import { uploadPack } from './upload-pack.js'

type Shown = z.output<typeof PackShown>

const listPacks: Handler<typeof administrationRoutes.listPacks> = async ({ caller, query, workplace }) => {
  const { regionId } = caller
  const { packs: shipped } = await loadShipped()
  const { uploaded, active, used } = await workplace.store.asActor(caller, async (trx) => ({
    uploaded: await listUploadedPacks(trx, regionId),
    active: await listActivePacks(trx, regionId),
    used: await countFilingsByPack(trx, regionId),
  }))
  const show = (pack: Pack): Omit<Shown, 'source' | 'uploadedAt' | 'trial'> => ({
    packId: pack.id,
    title: pack.title,
    form: pack.form,
    years: [...(pack.years ?? [])],
    checks: pack.checks.length,
    activeYears: active.filter(({ pack_id }) => pack_id === pack.id).map(({ budget_year }) => budget_year),
    filings: used.get(pack.id) ?? 0,
  })
  const own = uploaded.map(({ text, uploaded_at, trial }) => ({
    ...show(parseStoredPack(text)),
    source: 'uploaded' as const,
    uploadedAt: uploaded_at.toISOString(),
    trial: trial === null ? null : PackTrial.parse(trial),
  }))
  const others = shipped.map((pack) => ({
    ...show(pack),
    source: 'shipped' as const,
    uploadedAt: null,
    trial: null,
  }))
  const found = [...own, ...others].filter(
    ({ source, packId, title }) =>
      (query.source === undefined || source === query.source) &&
      `${packId} ${title}`.includes(query.query ?? ''),
  )
  const { page, size } = query
  return { page, size, total: found.length, items: found.slice((page - 1) * size, page * size) }
}

const activatePack: Handler<typeof administrationRoutes.activatePack> = (call) =>
  call.workplace.store.asActor(call.caller, async (trx) => {
    const { regionId } = call.caller
    const { packId, budgetYear, active } = call.body
    const found = (await listUploadedPacks(trx, regionId)).find(({ pack_id }) => pack_id === packId)
    if (found === undefined) throw new DomainError('PACK_NOT_ON_SHELF', { pack: packId })
    const years = parseStoredPack(found.text).years ?? []
    if (active && found.trial === null) throw new DomainError('PACK_WITHOUT_TRIAL', { pack: packId })
    if (active && years.length > 0 && !years.includes(budgetYear))
      throw new DomainError('PACK_YEAR_WRONG', { pack: packId, years: years.join('、'), year: budgetYear })
    const count = active ? 0 : await countFilingsOfYear(trx, { regionId, packId, budgetYear })
    if (count > 0) throw new DomainError('PACK_IN_USE', { pack: packId, year: budgetYear, count })
    await recordActivation(trx, { regionId, packId, budgetYear, active })
    const action = active ? 'activatePack' : 'deactivatePack'
    await recordDone(trx, call, { action, data: { pack: packId, budgetYear } })
    return undefined
  })

/** Packs: the shelf, an upload, a trial, a year. */
export const packHandlers: readonly ServedRoute[] = [
  serveRoute(administrationRoutes.listPacks, listPacks),
  serveRoute(administrationRoutes.uploadPack, uploadPack),
  serveRoute(administrationRoutes.tryPack, tryPack),
  serveRoute(administrationRoutes.activatePack, activatePack),
]
