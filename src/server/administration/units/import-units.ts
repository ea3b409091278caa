import type { unitRoutes } from '../../../contract/unit-routes.js'
import { DomainError } from '../../../core/errors/errors.js'
import { readInWorker } from '../../../documents/read-in-worker.js'
import { lockUnits, recordLineage, recordUnitName, type Unit } from '../../../store/unit-store.js'
import { readSentFile } from '../../routing/read-sent-file.js'
import { sendList } from '../../routing/send-list.js'
import type { Call } from '../../routing/serve-route.js'
import { recordDone } from '../record-done.js'
import { addUnit, openTree } from './change-units.js'
import { headings, type ImportedRow, type ImportPlan, planImport } from './plan-import.js'
import { readUnitList } from './read-unit-list.js'

/** GET /api/unit-import-template.xlsx */
export async function sendUnitTemplate({ reply }: Call<typeof unitRoutes.downloadUnitTemplate>) {
  return sendList(reply, {
    title: '单位导入模板',
    columns: [
      { title: headings.code, width: 90 },
      { title: headings.name, width: 220 },
      { title: headings.kind, width: 80 },
      { title: headings.parent, width: 100 },
    ],
    rows: [
      ['301', '云溪县民政局', '主管部门', '101'],
      ['301001', '云溪县社会福利院', '预算单位', '301'],
    ],
  })
}

async function readRows(bytes: Uint8Array): Promise<readonly ImportedRow[]> {
  const { document } = await readInWorker(bytes)
  return readUnitList(document)
}

/** POST /api/unit-import-previews: reads and compares, changes nothing. */
export async function previewUnitImport({
  request,
  workplace,
  caller,
}: Call<typeof unitRoutes.previewUnitImport>) {
  const { bytes } = await readSentFile(request)
  const rows = await readRows(bytes)
  const sha256 = await workplace.files.keep(bytes)
  const units = await workplace.store.asActor(caller, (trx) => lockUnits(trx, caller.regionId))
  const plan = planImport(rows, units)
  return {
    sha256,
    rows: rows.length,
    added: plan.added.map(({ row, code, name, under }) => ({ row, code, name, under })),
    renamed: plan.renamed.map(({ row, code, from, to }) => ({ row, code, from, to })),
    unchanged: plan.unchanged,
    problems: [...plan.problems],
  }
}

/**
 * POST /api/unit-imports: the same plan once more, against the units there are now; all of it or nothing.
 * @throws DomainError UNITS_IMPORT_HAS_PROBLEMS
 */
export async function importUnits(call: Call<typeof unitRoutes.importUnits>) {
  const { body, caller, workplace } = call
  const rows = await readRows(await workplace.files.read(body.sha256))
  return await workplace.store.asActor(caller, async (trx) => {
    const tree = await openTree(trx, caller.regionId)
    const plan = planImport(rows, tree.units)
    if (plan.problems.length > 0)
      throw new DomainError('UNITS_IMPORT_HAS_PROBLEMS', { count: plan.problems.length })
    const happenedOn = workplace.now().toISOString().slice(0, 10)
    await carryOut(plan, tree, happenedOn)
    const done = { added: plan.added.length, renamed: plan.renamed.length }
    await recordDone(trx, call, { action: 'importUnits', data: { ...done, sha256: body.sha256 } })
    return done
  })
}

async function carryOut(
  plan: ImportPlan,
  tree: Awaited<ReturnType<typeof openTree>>,
  happenedOn: string,
): Promise<void> {
  const units: Unit[] = [...tree.units]
  for (const { code, name, kind, under } of plan.added) {
    const parent = units.find((unit) => unit.code === under && unit.ended_on === null)
    const parentId = parent?.unit_id ?? null
    units.push(await addUnit({ ...tree, units }, { code, name, kind, parentId, beganOn: null }))
  }
  const { trx, regionId } = tree
  for (const { unitId, from, to } of plan.renamed) {
    await recordUnitName(trx, { regionId, unitId }, to)
    await recordLineage(trx, {
      regionId,
      kind: 'renamed',
      from: unitId,
      to: unitId,
      formerName: from,
      happenedOn,
      note: '导入单位名单',
    })
  }
}
