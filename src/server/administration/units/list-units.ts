import type { z } from 'zod'
import type { UnitShown } from '../../../contract/administration-shapes.js'
import type { unitRoutes } from '../../../contract/unit-routes.js'
import { isBusinessRole } from '../../../core/workflow/role.js'
import {
  countUnits,
  getUnit,
  type ListedUnit,
  listUnits,
  type UnitQuestion,
} from '../../../store/unit-store.js'
import { sendList } from '../../routing/send-list.js'
import type { Call } from '../../routing/serve-route.js'
import { kindNames } from './unit-words.js'

type ListCall = Call<typeof unitRoutes.listUnits>
type Asking = Pick<ListCall, 'caller' | 'workplace'> & { query: Omit<ListCall['query'], 'page' | 'size'> }

/** Who reads business data reads units of the own subtree; administrators of units and people read all of them. */
export function pathWithin(caller: ListCall['caller']): string {
  return isBusinessRole(caller.role) ? caller.path : '/'
}

async function readPage(
  { caller, workplace, query }: Asking,
  { offset, limit }: Readonly<{ offset: number; limit: number }>,
) {
  return await workplace.store.asSystem('units', async (trx) => {
    const own = pathWithin(caller)
    const below = query.belowId === undefined ? undefined : await getUnit(trx, caller.regionId, query.belowId)
    const path = below?.path.startsWith(own) === true ? below.path : own
    const { kind, standing } = query
    const question: UnitQuestion = { regionId: caller.regionId, path, query: query.query, kind, standing }
    const items = await listUnits(trx, question, { offset, limit })
    return { total: await countUnits(trx, question), items: items.map(showUnit) }
  })
}

/** GET /api/units. Counts are of all units, whoever may see the filings themselves. */
export async function answerUnits({ caller, workplace, query }: ListCall) {
  const { page, size } = query
  return {
    page,
    size,
    ...(await readPage({ caller, workplace, query }, { offset: (page - 1) * size, limit: size })),
  }
}

const everything = { offset: 0, limit: 100_000 }

/** GET /api/units.xlsx */
export async function exportUnits({ caller, workplace, query, reply }: Call<typeof unitRoutes.exportUnits>) {
  const { items } = await readPage({ caller, workplace, query }, everything)
  return sendList(reply, {
    title: '单位名单',
    columns: [
      { title: '单位编码', width: 80 },
      { title: '单位名称', width: 200 },
      { title: '类别', width: 70 },
      { title: '上级单位', width: 180 },
      { title: '自评份数', width: 60, kind: 'number' },
      { title: '岗位数', width: 60, kind: 'number' },
      { title: '设立', width: 80 },
      { title: '撤销', width: 80 },
    ],
    rows: items.map((unit) => [
      unit.code,
      unit.name,
      kindNames[unit.kind],
      unit.parentName ?? '',
      String(unit.filings),
      String(unit.offices),
      unit.beganOn ?? '',
      unit.endedOn ?? '',
    ]),
  })
}

export function showUnit(unit: ListedUnit): z.output<typeof UnitShown> {
  return {
    unitId: unit.unit_id,
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    parentId: unit.parent_id,
    parentName: unit.parent_name,
    depth: unit.path.split('/').length - 3,
    filings: Number(unit.filings),
    offices: Number(unit.offices),
    beganOn: unit.began_on,
    endedOn: unit.ended_on,
  }
}
