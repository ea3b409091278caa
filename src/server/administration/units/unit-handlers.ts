import { unitRoutes } from '../../../contract/unit-routes.js'
import type { Trx } from '../../../store/store.js'
import type { Caller } from '../../door/visitor.js'
import { type Handler, type ServedRoute, serveRoute } from '../../routing/serve-route.js'
import type { Workplace } from '../../workplace/workplace.js'
import { recordDone } from '../record-done.js'
import {
  addUnit,
  mergeUnit,
  moveUnit,
  openTree,
  renameUnit,
  splitUnit,
  type Tree,
  takeUnit,
} from './change-units.js'
import { importUnits, previewUnitImport, sendUnitTemplate } from './import-units.js'
import { answerUnits, exportUnits } from './list-units.js'
import { readUnit } from './read-unit.js'

type Changing = Readonly<{ caller: Caller; workplace: Workplace }>

/** Filings that follow a unit are business data, which the administrator may not touch: the system moves them. */
async function changeTree<Result>(
  { caller, workplace }: Changing,
  work: (tree: Tree, trx: Trx) => Promise<Result>,
): Promise<Result> {
  return await workplace.store.asSystem('units', async (trx) =>
    work(await openTree(trx, caller.regionId), trx),
  )
}

const addOne: Handler<typeof unitRoutes.addUnit> = (call) =>
  changeTree(call, async (tree, trx) => {
    const unit = await addUnit(tree, { ...call.body, beganOn: null })
    await recordDone(trx, call, { action: 'addUnit', unit, data: { name: unit.name, code: unit.code } })
    return { unitId: unit.unit_id }
  })

const renameOne: Handler<typeof unitRoutes.renameUnit> = (call) =>
  changeTree(call, async (tree, trx) => {
    const unit = takeUnit(tree, call.params.unitId, '更名')
    await renameUnit(tree, unit, call.body.name, call.body)
    await recordDone(trx, call, { action: 'renameUnit', unit, data: { from: unit.name, to: call.body.name } })
    return undefined
  })

const moveOne: Handler<typeof unitRoutes.moveUnit> = (call) =>
  changeTree(call, async (tree, trx) => {
    const unit = takeUnit(tree, call.params.unitId, '划转')
    const parent = takeUnit(tree, call.body.parentId, '放下级单位')
    const from = tree.units.find(({ unit_id }) => unit_id === unit.parent_id)?.name ?? ''
    const filings = await moveUnit(tree, unit, parent, call.body)
    await recordDone(trx, call, {
      action: 'moveUnit',
      unit,
      data: { name: unit.name, from, to: parent.name, filings },
    })
    return undefined
  })

const mergeSome: Handler<typeof unitRoutes.mergeUnits> = (call) =>
  changeTree(call, async (_, trx) => {
    const { from, into, happenedOn, note } = call.body
    let filings = 0
    const names: string[] = []
    for (const unitId of new Set(from)) {
      const tree = await openTree(trx, call.caller.regionId)
      const unit = takeUnit(tree, unitId, '并入别的单位')
      names.push(unit.name)
      filings += await mergeUnit(tree, unit, takeUnit(tree, into, '并入别的单位'), { happenedOn, note })
    }
    const target = takeUnit(await openTree(trx, call.caller.regionId), into, '并入别的单位')
    const data = { from: names, into: target.name, filings }
    await recordDone(trx, call, { action: 'mergeUnits', unit: target, data })
    return { unitId: into, filings }
  })

const splitOne: Handler<typeof unitRoutes.splitUnit> = (call) =>
  changeTree(call, async (tree, trx) => {
    const unit = takeUnit(tree, call.params.unitId, '拆分')
    const made = await splitUnit(tree, unit, call.body)
    await recordDone(trx, call, {
      action: 'splitUnit',
      unit,
      data: { name: unit.name, into: made.map(({ name }) => name), endsOld: call.body.endsOld },
    })
    return { unitIds: made.map(({ unit_id }) => unit_id) }
  })

/** The unit tree. */
export const unitHandlers: readonly ServedRoute[] = [
  serveRoute(unitRoutes.listUnits, answerUnits),
  serveRoute(unitRoutes.exportUnits, exportUnits),
  serveRoute(unitRoutes.readUnit, readUnit),
  serveRoute(unitRoutes.addUnit, addOne),
  serveRoute(unitRoutes.renameUnit, renameOne),
  serveRoute(unitRoutes.moveUnit, moveOne),
  serveRoute(unitRoutes.mergeUnits, mergeSome),
  serveRoute(unitRoutes.splitUnit, splitOne),
  serveRoute(unitRoutes.downloadUnitTemplate, sendUnitTemplate),
  serveRoute(unitRoutes.previewUnitImport, previewUnitImport),
  serveRoute(unitRoutes.importUnits, importUnits),
]
