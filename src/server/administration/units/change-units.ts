import { randomUUID } from 'node:crypto'
import { DomainError } from '../../../core/errors/errors.js'
import type { Trx } from '../../../store/store.js'
import { pathUnder, recordMove } from '../../../store/unit-paths.js'
import {
  lockUnits,
  recordLineage,
  recordUnit,
  recordUnitEnd,
  recordUnitName,
  type Unit,
  type UnitKind,
} from '../../../store/unit-store.js'
import { adviceFor, kindNames, mayStandUnder } from './unit-words.js'

/** The tree of a region while it is being changed; nobody else changes it until the transaction ends. */
export type Tree = Readonly<{ trx: Trx; regionId: string; units: readonly Unit[] }>

export async function openTree(trx: Trx, regionId: string): Promise<Tree> {
  return { trx, regionId, units: await lockUnits(trx, regionId) }
}

/** @throws DomainError UNIT_NOT_FOUND, UNIT_ENDED */
export function takeUnit({ units }: Tree, unitId: string, action: string): Unit {
  const unit = units.find(({ unit_id }) => unit_id === unitId)
  if (unit === undefined) throw new DomainError('UNIT_NOT_FOUND')
  if (unit.ended_on !== null)
    throw new DomainError('UNIT_ENDED', { unit: unit.name, day: unit.ended_on, action })
  return unit
}

function refuseWrongParent(kind: UnitKind, parent: Unit): void {
  if (mayStandUnder(kind, parent.kind)) return
  throw new DomainError('UNIT_PARENT_WRONG', {
    parent: parent.name,
    parentKind: kindNames[parent.kind],
    kind: kindNames[kind],
    advice: adviceFor(kind),
  })
}

function refuseTakenCode({ units }: Tree, code: string): void {
  const taken = units.find((unit) => unit.code === code && unit.ended_on === null)
  if (taken !== undefined) throw new DomainError('UNIT_CODE_TAKEN', { code, unit: taken.name })
}

type Addition = Readonly<{
  code: string
  name: string
  kind: UnitKind
  parentId: string | null
  beganOn: string | null
}>

/** @throws DomainError UNIT_CODE_TAKEN, UNIT_PARENT_WRONG, UNIT_NOT_FOUND, UNIT_ENDED */
export async function addUnit(tree: Tree, given: Addition): Promise<Unit> {
  const { code, name, kind, parentId, beganOn } = given
  refuseTakenCode(tree, code)
  const parent = parentId === null ? undefined : takeUnit(tree, parentId, '放下级单位')
  if (parent !== undefined) refuseWrongParent(kind, parent)
  else if (kind !== 'bureau' || tree.units.length > 0) throw new DomainError('UNIT_NOT_FOUND')
  const unit_id = randomUUID()
  const path = pathUnder({ unit_id, code }, parent, pathsOf(tree))
  await recordUnit(tree.trx, {
    regionId: tree.regionId,
    unitId: unit_id,
    code,
    name,
    kind,
    parentId,
    path,
    beganOn,
  })
  return { unit_id, code, name, kind, parent_id: parentId, path, began_on: beganOn, ended_on: null }
}

function pathsOf({ units }: Tree): ReadonlySet<string> {
  return new Set(units.map(({ path }) => path))
}

function move(tree: Tree, unit: Unit, parent: Unit): Promise<number> {
  const path = pathUnder(unit, parent, pathsOf(tree))
  return recordMove(tree.trx, { regionId: tree.regionId, unit, parent, path })
}

export type Dated = Readonly<{ happenedOn: string; note: string }>

/** @throws DomainError UNIT_UNCHANGED */
export async function renameUnit(tree: Tree, unit: Unit, name: string, dated: Dated): Promise<void> {
  if (unit.name === name)
    throw new DomainError('UNIT_UNCHANGED', { unit: unit.name, already: '现在就是这个名称' })
  const { trx, regionId } = tree
  await recordUnitName(trx, { regionId, unitId: unit.unit_id }, name)
  await recordLineage(trx, {
    regionId,
    kind: 'renamed',
    from: unit.unit_id,
    to: unit.unit_id,
    formerName: unit.name,
    ...dated,
  })
}

/** @returns how many filings followed. @throws DomainError UNIT_ROOT_STAYS, UNIT_INSIDE_ITSELF, UNIT_PARENT_WRONG, UNIT_UNCHANGED */
export async function moveUnit(tree: Tree, unit: Unit, parent: Unit, dated: Dated): Promise<number> {
  if (unit.parent_id === null) throw new DomainError('UNIT_ROOT_STAYS', { unit: unit.name, action: '划转' })
  if (parent.path.startsWith(unit.path)) throw new DomainError('UNIT_INSIDE_ITSELF', { unit: unit.name })
  if (unit.parent_id === parent.unit_id)
    throw new DomainError('UNIT_UNCHANGED', { unit: unit.name, already: `已经在“${parent.name}”下面` })
  refuseWrongParent(unit.kind, parent)
  const { trx, regionId, units } = tree
  const former = units.find(({ unit_id }) => unit_id === unit.parent_id)
  await recordLineage(trx, {
    regionId,
    kind: 'moved',
    from: unit.unit_id,
    to: unit.unit_id,
    formerName: former?.name ?? null,
    ...dated,
  })
  return await move(tree, unit, parent)
}

/**
 * Ends a unit and puts it, with its history, under the one it merged into; units below it that go on stand under
 * the other one directly.
 *
 * @returns how many filings followed. @throws DomainError UNIT_INSIDE_ITSELF, UNIT_KINDS_DIFFER, UNIT_ROOT_STAYS
 */
export async function mergeUnit(tree: Tree, from: Unit, into: Unit, dated: Dated): Promise<number> {
  if (from.parent_id === null)
    throw new DomainError('UNIT_ROOT_STAYS', { unit: from.name, action: '并入别的单位' })
  if (into.path.startsWith(from.path)) throw new DomainError('UNIT_INSIDE_ITSELF', { unit: from.name })
  if (from.kind !== into.kind)
    throw new DomainError('UNIT_KINDS_DIFFER', {
      from: from.name,
      into: into.name,
      fromKind: kindNames[from.kind],
      intoKind: kindNames[into.kind],
    })
  const { trx, regionId, units } = tree
  const below = units.filter((unit) => unit.parent_id === from.unit_id && unit.ended_on === null)
  let filings = 0
  for (const unit of below) filings += await move(tree, unit, into)
  filings += await move(tree, from, into)
  await recordUnitEnd(trx, { regionId, unitId: from.unit_id }, dated.happenedOn)
  await recordLineage(trx, {
    regionId,
    kind: 'merged',
    from: from.unit_id,
    to: into.unit_id,
    formerName: from.name,
    ...dated,
  })
  return filings
}

type Split = Dated & Readonly<{ into: readonly Readonly<{ code: string; name: string }>[]; endsOld: boolean }>

/** New units beside the old one, which keeps what it filed. @returns the new ones */
export async function splitUnit(tree: Tree, unit: Unit, split: Split): Promise<readonly Unit[]> {
  if (unit.parent_id === null) throw new DomainError('UNIT_ROOT_STAYS', { unit: unit.name, action: '拆分' })
  const below = tree.units.find((one) => one.parent_id === unit.unit_id && one.ended_on === null)
  if (split.endsOld && below !== undefined)
    throw new DomainError('UNIT_HAS_UNITS', { unit: unit.name, below: below.name })
  const { trx, regionId } = tree
  const { happenedOn, note } = split
  if (split.endsOld) await recordUnitEnd(trx, { regionId, unitId: unit.unit_id }, happenedOn)
  const made: Unit[] = []
  for (const { code, name } of split.into) {
    const ended = { ...unit, ended_on: split.endsOld ? happenedOn : null }
    const units = tree.units.map((one) => (one === unit ? ended : one))
    const next = await addUnit(
      { ...tree, units: [...units, ...made] },
      { code, name, kind: unit.kind, parentId: unit.parent_id, beganOn: happenedOn },
    )
    made.push(next)
    await recordLineage(trx, {
      regionId,
      kind: 'split',
      from: unit.unit_id,
      to: next.unit_id,
      formerName: unit.name,
      happenedOn,
      note,
    })
  }
  return made
}
