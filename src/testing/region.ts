import { type Role, roleNames } from '../core/workflow/role.js'
import type { Actor, Store, Trx } from '../store/store.js'

/** One unit of the invented region. Paths end with `/`. */
export type TestUnit = Readonly<{ unitId: string; code: string; name: string; path: string }>

/** Somebody in an office, with what signing in needs. */
export type TestActor = Actor & Readonly<{ officeId: string; login: string }>

const tree = {
  bureau: { code: '101', name: '云溪县财政局', kind: 'bureau', above: undefined },
  civilAffairs: { code: '201', name: '云溪县民政局', kind: 'department', above: 'bureau' },
  education: { code: '202', name: '云溪县教育局', kind: 'department', above: 'bureau' },
  welfareHome: { code: '201001', name: '云溪县社会福利院', kind: 'unit', above: 'civilAffairs' },
  cemetery: { code: '201002', name: '云溪县烈士陵园', kind: 'unit', above: 'civilAffairs' },
  school: { code: '202001', name: '云溪县第一小学', kind: 'unit', above: 'education' },
  archive: { code: '301', name: '云溪县档案馆', kind: 'unit', above: 'bureau' },
} as const

type UnitKey = keyof typeof tree

const staff = {
  preparer: ['welfareHome', 'preparer'],
  headOfUnit: ['welfareHome', 'headOfUnit'],
  cemeteryPreparer: ['cemetery', 'preparer'],
  cemeteryHead: ['cemetery', 'headOfUnit'],
  schoolPreparer: ['school', 'preparer'],
  schoolHead: ['school', 'headOfUnit'],
  archivePreparer: ['archive', 'preparer'],
  archiveHead: ['archive', 'headOfUnit'],
  departmentReviewer: ['civilAffairs', 'departmentReviewer'],
  educationReviewer: ['education', 'departmentReviewer'],
  financeReviewer: ['bureau', 'financeReviewer'],
  performanceSection: ['bureau', 'performanceSection'],
  publisher: ['bureau', 'publisher'],
  systemAdministrator: ['bureau', 'systemAdministrator'],
  securityAdministrator: ['bureau', 'securityAdministrator'],
  trailReader: ['bureau', 'trailReader'],
} as const satisfies Readonly<Record<string, readonly [UnitKey, Role]>>

type StaffKey = keyof typeof staff

/** 云溪县: a bureau, two departments, three units below them, one directly under the bureau, somebody in every role. */
export type TestRegion = Readonly<{
  regionId: string
  units: Readonly<Record<UnitKey, TestUnit>>
  /** The first nine roles by name; the other units' people besides. `welfareHome` is the unit of `preparer`. */
  actors: Readonly<Record<StaffKey, TestActor>>
}>

/** Builds the region in an empty database; several may stand side by side under different ids. */
export async function buildRegion(store: Store, regionId = '330001'): Promise<TestRegion> {
  return store.asSystem('upkeep', async (trx) => {
    await trx.insertInto('region').values({ region_id: regionId, name: '云溪县' }).execute()
    const units = await buildUnits(trx, regionId)
    const actors = await buildStaff(trx, regionId, units)
    return { regionId, units, actors }
  })
}

async function buildUnits(trx: Trx, regionId: string) {
  const units: Partial<Record<UnitKey, TestUnit>> = {}
  for (const [key, { code, name, kind, above }] of Object.entries(tree)) {
    const parent = above === undefined ? undefined : units[above]
    const path = `${parent?.path ?? '/'}${code}/`
    const { unit_id: unitId } = await trx
      .insertInto('unit')
      .values({ region_id: regionId, code, name, kind, parent_id: parent?.unitId ?? null, path })
      .returning('unit_id')
      .executeTakeFirstOrThrow()
    units[key as UnitKey] = { unitId, code, name, path }
  }
  return units as Record<UnitKey, TestUnit>
}

async function buildStaff(trx: Trx, regionId: string, units: Record<UnitKey, TestUnit>) {
  const actors: Partial<Record<StaffKey, TestActor>> = {}
  for (const [key, [unit, role]] of Object.entries(staff)) {
    const login = key.toLowerCase()
    const name = `${units[unit].name.slice(-3)}${roleNames[role]}`
    const account = { region_id: regionId, login, name }
    const { account_id: accountId } = await trx
      .insertInto('account')
      .values(account)
      .returning('account_id')
      .executeTakeFirstOrThrow()
    const { unitId, path } = units[unit]
    const { office_id: officeId } = await trx
      .insertInto('office')
      .values({ region_id: regionId, account_id: accountId, unit_id: unitId, role })
      .returning('office_id')
      .executeTakeFirstOrThrow()
    actors[key as StaffKey] = { regionId, accountId, accountName: name, role, unitId, path, officeId, login }
  }
  return actors as Record<StaffKey, TestActor>
}
