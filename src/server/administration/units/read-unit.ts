import type { unitRoutes } from '../../../contract/unit-routes.js'
import { DomainError } from '../../../core/errors/errors.js'
import { getUnit, listLineage, listUnits } from '../../../store/unit-store.js'
import type { Call } from '../../routing/serve-route.js'
import { pathWithin, showUnit } from './list-units.js'

type Step = Awaited<ReturnType<typeof listLineage>>[number]

/** GET /api/units/:unitId */
export async function readUnit({ caller, workplace, params }: Call<typeof unitRoutes.readUnit>) {
  const { regionId } = caller
  return await workplace.store.asSystem('units', async (trx) => {
    const unit = await getUnit(trx, regionId, params.unitId)
    if (!unit.path.startsWith(pathWithin(caller))) throw new DomainError('UNIT_NOT_FOUND')
    const [listed] = await listUnits(
      trx,
      { regionId, path: unit.path, standing: 'all' },
      { offset: 0, limit: 1 },
    )
    if (listed === undefined) throw new DomainError('UNIT_NOT_FOUND')
    const steps = await listLineage(trx, { regionId, unitId: unit.unit_id })
    return { unit: showUnit(listed), lineage: steps.map(showStep) }
  })
}

function showStep(step: Step) {
  return {
    kind: step.kind,
    fromUnit: step.from_unit,
    toUnit: step.to_unit,
    formerName: step.former_name,
    happenedOn: step.happened_on,
    words: `${wordsOf(step)}${step.note === '' ? '' : `（${step.note}）`}`,
  }
}

function wordsOf({ kind, former_name, from_name, to_name }: Step): string {
  switch (kind) {
    case 'renamed':
      return `由“${former_name ?? ''}”更名`
    case 'moved':
      return `由“${former_name ?? ''}”划出，换了上级单位`
    case 'merged':
      return `“${from_name}”并入“${to_name}”`
    case 'split':
      return `由“${former_name ?? from_name}”拆分出“${to_name}”`
  }
}
