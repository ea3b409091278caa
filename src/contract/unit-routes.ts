import { z } from 'zod'
import { businessRoles } from '../core/workflow/role.js'
import { LineageShown, UnitImport, UnitKind, UnitShown } from './administration-shapes.js'
import { route } from './route.js'
import { Day, Id, Paging, pageOf, Sha256 } from './shapes.js'

export const UnitFilter = {
  query: z.string().max(100).optional(),
  kind: UnitKind.optional(),
  /** Only what lies below this unit, itself included. */
  belowId: Id.optional(),
  standing: z.enum(['current', 'ended', 'all']).default('current'),
}

const UnitParams = z.strictObject({ unitId: Id })
const Code = z.string().trim().min(1).max(40)
const Name = z.string().trim().min(2).max(100)
const Note = z.string().trim().max(500).default('')
const systemAdministrator = ['systemAdministrator'] as const
const readers = [...businessRoles, 'systemAdministrator', 'securityAdministrator'] as const

/** The unit tree: reading for everyone within reach, changing for the system administrator only. */
export const unitRoutes = {
  listUnits: route({
    id: 'listUnits',
    method: 'GET',
    path: '/api/units',
    summary: '单位名单',
    who: readers,
    scope: 'administration',
    query: z.strictObject({ ...Paging, ...UnitFilter }),
    answer: pageOf(UnitShown),
  }),
  exportUnits: route({
    id: 'exportUnits',
    method: 'GET',
    path: '/api/units.xlsx',
    summary: '导出单位名单',
    who: readers,
    scope: 'administration',
    query: z.strictObject(UnitFilter),
  }),
  readUnit: route({
    id: 'readUnit',
    method: 'GET',
    path: '/api/units/:unitId',
    summary: '一个单位和它的沿革',
    who: readers,
    scope: 'administration',
    params: UnitParams,
    answer: z.strictObject({ unit: UnitShown, lineage: z.array(LineageShown) }),
  }),
  addUnit: route({
    id: 'addUnit',
    method: 'POST',
    path: '/api/units',
    summary: '新增单位',
    who: systemAdministrator,
    scope: 'administration',
    body: z.strictObject({ code: Code, name: Name, kind: UnitKind, parentId: Id.nullable() }),
    answer: z.strictObject({ unitId: Id }),
  }),
  renameUnit: route({
    id: 'renameUnit',
    method: 'PUT',
    path: '/api/units/:unitId/name',
    summary: '单位更名',
    who: systemAdministrator,
    scope: 'administration',
    params: UnitParams,
    body: z.strictObject({ name: Name, happenedOn: Day, note: Note }),
  }),
  moveUnit: route({
    id: 'moveUnit',
    method: 'PUT',
    path: '/api/units/:unitId/parent',
    summary: '单位划转',
    who: systemAdministrator,
    scope: 'administration',
    params: UnitParams,
    body: z.strictObject({ parentId: Id, happenedOn: Day, note: Note }),
  }),
  /** The merged units end; what they filed is seen by whoever sees the unit they merged into. */
  mergeUnits: route({
    id: 'mergeUnits',
    method: 'POST',
    path: '/api/unit-mergers',
    summary: '单位合并',
    who: systemAdministrator,
    scope: 'administration',
    body: z.strictObject({ from: z.array(Id).min(1).max(50), into: Id, happenedOn: Day, note: Note }),
    answer: z.strictObject({ unitId: Id, filings: z.number().int() }),
  }),
  /** New units beside the old one; what was filed stays with the old one. `endsOld`: the old unit is no more. */
  splitUnit: route({
    id: 'splitUnit',
    method: 'POST',
    path: '/api/units/:unitId/split',
    summary: '单位拆分',
    who: systemAdministrator,
    scope: 'administration',
    params: UnitParams,
    body: z.strictObject({
      into: z
        .array(z.strictObject({ code: Code, name: Name }))
        .min(1)
        .max(20),
      endsOld: z.boolean(),
      happenedOn: Day,
      note: Note,
    }),
    answer: z.strictObject({ unitIds: z.array(Id) }),
  }),
  downloadUnitTemplate: route({
    id: 'downloadUnitTemplate',
    method: 'GET',
    path: '/api/unit-import-template.xlsx',
    summary: '单位导入模板',
    who: systemAdministrator,
    scope: 'administration',
  }),
  /** multipart/form-data with one `file`. Nothing is changed yet. */
  previewUnitImport: route({
    id: 'previewUnitImport',
    method: 'POST',
    path: '/api/unit-import-previews',
    summary: '看一看导入会做什么',
    who: systemAdministrator,
    scope: 'administration',
    answer: UnitImport,
  }),
  /** All rows or none. */
  importUnits: route({
    id: 'importUnits',
    method: 'POST',
    path: '/api/unit-imports',
    summary: '导入单位',
    who: systemAdministrator,
    scope: 'administration',
    body: z.strictObject({ sha256: Sha256 }),
    answer: z.strictObject({ added: z.number().int(), renamed: z.number().int() }),
  }),
}
