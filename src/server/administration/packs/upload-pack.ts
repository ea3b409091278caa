import type { administrationRoutes } from '../../../contract/administration-routes.js'
import { checkDocument } from '../../../core/checks/check-document.js'
import { checkKinds } from '../../../core/checks/kinds/index.js'
import { DomainError } from '../../../core/errors/errors.js'
import type { Pack } from '../../../core/pack/pack.js'
import type { CaseOutcome } from '../../../core/pack-check/run-cases.js'
import { type PackProblem, problemText } from '../../../core/pack-source/source.js'
import { checkPacks } from '../../../packs/check-packs.js'
import { loadShipped } from '../../../packs/load-shipped.js'
import { countFilingsByPack, listActivePacks, recordUploadedPack } from '../../../store/pack-store.js'
import { readSentFile } from '../../routing/read-sent-file.js'
import type { Handler } from '../../routing/serve-route.js'
import { recordDone } from '../record-done.js'
import { withUnpacked } from './unpack.js'

const verdictNames: Readonly<Record<CaseOutcome['expected'], string>> = {
  holds: '成立',
  rounding: '舍入可解释',
  violated: '不成立',
  cannotCheck: '无法核对',
  none: '没有核对',
}

/** POST /api/pack-shelf: what `pack check` says of it; kept only when nothing is wrong. */
export const uploadPack: Handler<typeof administrationRoutes.uploadPack> = async (call) => {
  const { request, workplace } = call
  const { bytes } = await readSentFile(request)
  const engine = { kinds: Object.keys(checkKinds), checkDocument }
  const report = await withUnpacked(bytes, async (folder) => shorten(checkPacks(folder, engine), folder))
  const failed = report.outcomes.filter(({ passed }) => !passed)
  const kept = report.problems.length + failed.length === 0 && report.parsed.length > 0
  if (kept) await keep(call, report.parsed, await workplace.files.keep(bytes))
  return {
    packIds: [...report.packs],
    problems: report.problems,
    warnings: report.warnings,
    cases: report.outcomes.length,
    failed: failed.map(({ name, check, expected, actual }) => ({
      name,
      check,
      expected: verdictNames[expected],
      actual: verdictNames[actual],
    })),
    kept,
  }
}

/** Problems and warnings name files as they are called in the archive, not where it was unpacked. */
function shorten(report: ReturnType<typeof checkPacks>, folder: string) {
  const shown = (problem: PackProblem): string => problemText(problem).replaceAll(`${folder}/`, '')
  return { ...report, problems: report.problems.map(shown), warnings: report.warnings.map(shown) }
}

type Uploading = Parameters<Handler<typeof administrationRoutes.uploadPack>>[0]

async function keep(call: Uploading, packs: readonly Pack[], sha256: string): Promise<void> {
  const { caller, workplace } = call
  const { regionId } = caller
  const { packs: shipped } = await loadShipped()
  await workplace.store.asActor(caller, async (trx) => {
    const used = await countFilingsByPack(trx, regionId)
    const active = (await listActivePacks(trx, regionId)).map(({ pack_id }) => pack_id)
    for (const pack of packs) {
      if (shipped.some(({ id }) => id === pack.id)) refuse(pack.id, '是随系统自带的')
      if ((used.get(pack.id) ?? 0) > 0) refuse(pack.id, '已有自评在用')
      if (active.includes(pack.id)) refuse(pack.id, '已经启用')
      const text = JSON.stringify(pack)
      await recordUploadedPack(trx, { regionId, packId: pack.id, sha256, text, now: workplace.now() })
    }
    const data = { packs: packs.map(({ id }) => id), sha256 }
    await recordDone(trx, call, { action: 'uploadPack', data })
  })
}

function refuse(pack: string, why: string): never {
  throw new DomainError('PACK_ID_TAKEN', { pack, why, other: `${pack}-2` })
}
