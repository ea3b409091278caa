import { sql } from 'kysely'
import { DomainError } from '../core/errors/errors.js'
import type { Database } from './schema.js'
import type { Trx } from './store.js'
export type UnitKind = Database['unit']['kind']

/** A unit as the rest of the store knows it. `path` ends with `/`. */
export type Unit = Readonly<{
  unit_id: string
  code: string
  name: string
  kind: UnitKind
  parent_id: string | null
  path: string
  began_on: string | null
  ended_on: string | null
}>

/** What a list of units may be narrowed to. `path`: only below it, itself included. */
export type UnitQuestion = Readonly<{
  regionId: string
  path: string
  query?: string | undefined
  kind?: UnitKind | undefined
  standing: 'current' | 'ended' | 'all'
}>

const columns = ['unit_id', 'code', 'name', 'kind', 'parent_id', 'path', 'began_on', 'ended_on'] as const

function matching(trx: Trx, { regionId, path, query, kind, standing }: UnitQuestion) {
  let found = trx
    .selectFrom('unit')
    .where('unit.region_id', '=', regionId)
    .where(sql<boolean>`starts_with(unit.path, ${path})`)
  if (query !== undefined && query !== '')
    found = found.where(
      sql<boolean>`(position(${query} in unit.name) > 0 or position(${query} in unit.code) > 0)`,
    )
  if (kind !== undefined) found = found.where('unit.kind', '=', kind)
  if (standing === 'current') found = found.where('unit.ended_on', 'is', null)
  if (standing === 'ended') found = found.where('unit.ended_on', 'is not', null)
  return found
}

/** How many units match. */
export async function countUnits(trx: Trx, question: UnitQuestion): Promise<number> {
  const { count } = await matching(trx, question)
    .select((ask) => ask.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type ListedUnit = Unit & Readonly<{ parent_name: string | null; filings: string; offices: string }>

/** Units in the order of the tree: every unit after the one it stands under, sisters by their code. */
export async function listUnits(
  trx: Trx,
  question: UnitQuestion,
  { offset, limit }: Readonly<{ offset: number; limit: number }>,
): Promise<readonly ListedUnit[]> {
  return await matching(trx, question)
    .leftJoin('unit as parent', (join) =>
      join.onRef('parent.region_id', '=', 'unit.region_id').onRef('parent.unit_id', '=', 'unit.parent_id'),
    )
    .select(columns.map((column) => `unit.${column}` as const))
    .select('parent.name as parent_name')
    .select([
      sql<string>`(select count(*) from filing where filing.region_id = unit.region_id and filing.unit_id = unit.unit_id)`.as(
        'filings',
      ),
      sql<string>`(select count(*) from office where office.region_id = unit.region_id and office.unit_id = unit.unit_id and office.ended_at is null)`.as(
        'offices',
      ),
    ])
    .orderBy('unit.path')
    .offset(offset)
    .limit(limit)
    .execute()
}

export function findUnit(trx: Trx, regionId: string, unitId: string): Promise<Unit | undefined> {
  return trx
    .selectFrom('unit')
    .select(columns)
    .where('region_id', '=', regionId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
}

/** Units not ended that bear this code or full name. */
export function listUnitsCalled(trx: Trx, regionId: string, codeOrName: string): Promise<readonly Unit[]> {
  return trx
    .selectFrom('unit')
    .select(columns)
    .where('region_id', '=', regionId)
    .where('ended_on', 'is', null)
    .where((eb) => eb.or([eb('code', '=', codeOrName), eb('name', '=', codeOrName)]))
    .execute()
}

/** @throws DomainError UNIT_NOT_FOUND */
export async function getUnit(trx: Trx, regionId: string, unitId: string): Promise<Unit> {
  const found = await findUnit(trx, regionId, unitId)
  if (found === undefined) throw new DomainError('UNIT_NOT_FOUND')
  return found
}

/** Every unit of a region, locked so that nobody moves one while a plan is carried out. */
export async function lockUnits(trx: Trx, regionId: string): Promise<readonly Unit[]> {
  return await trx
    .selectFrom('unit')
    .select(columns)
    .where('region_id', '=', regionId)
    .orderBy('path')
    .forUpdate()
    .execute()
}

/** A unit that is to be. */
export type NewUnit = Readonly<{
  regionId: string
  unitId: string
  code: string
  name: string
  kind: UnitKind
  parentId: string | null
  path: string
  beganOn: string | null
}>

export async function recordUnit(trx: Trx, unit: NewUnit): Promise<void> {
  await trx
    .insertInto('unit')
    .values({
      region_id: unit.regionId,
      unit_id: unit.unitId,
      code: unit.code,
      name: unit.name,
      kind: unit.kind,
      parent_id: unit.parentId,
      path: unit.path,
      began_on: unit.beganOn,
      ended_on: null,
    })
    .execute()
}

type OneUnit = Readonly<{ regionId: string; unitId: string }>

export async function recordUnitName(trx: Trx, { regionId, unitId }: OneUnit, name: string): Promise<void> {
  await trx
    .updateTable('unit')
    .set({ name })
    .where('region_id', '=', regionId)
    .where('unit_id', '=', unitId)
    .execute()
}

export async function recordUnitEnd(trx: Trx, { regionId, unitId }: OneUnit, endedOn: string): Promise<void> {
  await trx
    .updateTable('unit')
    .set({ ended_on: endedOn })
    .where('region_id', '=', regionId)
    .where('unit_id', '=', unitId)
    .execute()
}

/** One step of history. `from` and `to` are the same unit when it was renamed or moved. */
export type Lineage = Readonly<{
  regionId: string
  kind: 'renamed' | 'merged' | 'split' | 'moved'
  from: string
  to: string
  formerName: string | null
  happenedOn: string
  note: string
}>

export async function recordLineage(trx: Trx, step: Lineage): Promise<void> {
  await trx
    .insertInto('unit_lineage')
    .values({
      region_id: step.regionId,
      kind: step.kind,
      from_unit: step.from,
      to_unit: step.to,
      former_name: step.formerName,
      happened_on: step.happenedOn,
      note: step.note,
    })
    .execute()
}

/** The steps that a unit took part in, the oldest first. */
export async function listLineage(trx: Trx, { regionId, unitId }: OneUnit) {
  return await trx
    .selectFrom('unit_lineage')
    .innerJoin('unit as origin', (join) =>
      join
        .onRef('origin.region_id', '=', 'unit_lineage.region_id')
        .onRef('origin.unit_id', '=', 'unit_lineage.from_unit'),
    )
    .innerJoin('unit as successor', (join) =>
      join
        .onRef('successor.region_id', '=', 'unit_lineage.region_id')
        .onRef('successor.unit_id', '=', 'unit_lineage.to_unit'),
    )
    .select(['unit_lineage.kind', 'from_unit', 'to_unit', 'former_name', 'happened_on', 'note'])
    .select(['origin.name as from_name', 'successor.name as to_name'])
    .where('unit_lineage.region_id', '=', regionId)
    .where((ask) => ask.or([ask('from_unit', '=', unitId), ask('to_unit', '=', unitId)]))
    .orderBy('happened_on')
    .orderBy('unit_lineage.lineage_id')
    .execute()
}

/** Where a unit stands, for what is filed in its name. */
export type UnitPlace = Readonly<{ unit_name: string; unit_path: string; parent_kind: UnitKind | null }>

/** @throws DomainError UNIT_NOT_FOUND outside the actor's reach */
export async function getUnitPlace(
  trx: Trx,
  { regionId, unitId }: Readonly<{ regionId: string; unitId: string }>,
): Promise<UnitPlace> {
  const found = await trx
    .selectFrom('unit')
    .leftJoin('unit as parent', (join) =>
      join.onRef('parent.region_id', '=', 'unit.region_id').onRef('parent.unit_id', '=', 'unit.parent_id'),
    )
    .select(['unit.name as unit_name', 'unit.path as unit_path', 'parent.kind as parent_kind'])
    .where('unit.region_id', '=', regionId)
    .where('unit.unit_id', '=', unitId)
    .executeTakeFirst()
  if (found === undefined) throw new DomainError('UNIT_NOT_FOUND')
  return found
}
