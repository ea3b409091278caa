import { z } from 'zod'
import { accountRoutes } from './account-routes.js'
import {
  BackupShown,
  HealthItem,
  PackShown,
  PackTrial,
  PackUpload,
  TrailVerified,
} from './administration-shapes.js'
import { EventShown } from './filing-shapes.js'
import { route } from './route.js'
import { Day, Id, Instant, Paging, pageOf, Year } from './shapes.js'
import { unitRoutes } from './unit-routes.js'

export const TrailFilter = {
  from: Day.optional(),
  until: Day.optional(),
  query: z.string().max(100).optional(),
  action: z.string().max(60).optional(),
  accountId: Id.optional(),
}

const PackId = z.string().min(3).max(200)
const performanceSection = ['performanceSection'] as const
const trailReader = ['trailReader'] as const
const systemAdministrator = ['systemAdministrator'] as const

/** Units, people, packs, trail, backups and health. */
export const administrationRoutes = {
  ...unitRoutes,
  ...accountRoutes,
  listPacks: route({
    id: 'listPacks',
    method: 'GET',
    path: '/api/pack-shelf',
    summary: '模板包',
    who: performanceSection,
    scope: 'administration',
    query: z.strictObject({
      ...Paging,
      query: z.string().max(100).optional(),
      source: z.enum(['shipped', 'uploaded']).optional(),
    }),
    answer: pageOf(PackShown),
  }),
  /** multipart/form-data with one `file`, a .zip of the pack's YAML. */
  uploadPack: route({
    id: 'uploadPack',
    method: 'POST',
    path: '/api/pack-shelf',
    summary: '上传模板包',
    who: performanceSection,
    scope: 'administration',
    answer: PackUpload,
  }),
  tryPack: route({
    id: 'tryPack',
    method: 'POST',
    path: '/api/pack-trials',
    summary: '用往年自评试算模板包',
    who: performanceSection,
    scope: 'administration',
    body: z.strictObject({ packId: PackId, budgetYear: Year }),
    answer: PackTrial,
  }),
  activatePack: route({
    id: 'activatePack',
    method: 'PUT',
    path: '/api/pack-activations',
    summary: '启用或停用模板包',
    who: performanceSection,
    scope: 'administration',
    body: z.strictObject({ packId: PackId, budgetYear: Year, active: z.boolean() }),
  }),
  listTrail: route({
    id: 'listTrail',
    method: 'GET',
    path: '/api/trail',
    summary: '全部留痕',
    who: trailReader,
    scope: 'administration',
    query: z.strictObject({ ...Paging, ...TrailFilter }),
    answer: z.strictObject({
      ...pageOf(EventShown).shape,
      /** Actions that occur, for the filter. */
      actions: z.array(z.strictObject({ action: z.string(), words: z.string() })),
    }),
  }),
  exportTrail: route({
    id: 'exportTrail',
    method: 'GET',
    path: '/api/trail.xlsx',
    summary: '导出留痕',
    who: trailReader,
    scope: 'administration',
    query: z.strictObject(TrailFilter),
  }),
  checkTrail: route({
    id: 'checkTrail',
    method: 'POST',
    path: '/api/trail-verifications',
    summary: '核验留痕没有被改动',
    who: trailReader,
    scope: 'administration',
    answer: TrailVerified,
  }),
  listBackups: route({
    id: 'listBackups',
    method: 'GET',
    path: '/api/backups',
    summary: '备份',
    who: systemAdministrator,
    scope: 'administration',
    query: z.strictObject(Paging),
    answer: pageOf(BackupShown),
  }),
  makeBackup: route({
    id: 'makeBackup',
    method: 'POST',
    path: '/api/backups',
    summary: '现在备份',
    who: systemAdministrator,
    scope: 'administration',
    answer: BackupShown,
  }),
  downloadBackup: route({
    id: 'downloadBackup',
    method: 'GET',
    path: '/api/backups/:name',
    summary: '下载备份',
    who: systemAdministrator,
    scope: 'administration',
    params: z.strictObject({ name: z.string().regex(/^[\w.-]{1,120}$/) }),
  }),
  readHealth: route({
    id: 'readHealth',
    method: 'GET',
    path: '/api/health',
    summary: '系统状况',
    who: systemAdministrator,
    scope: 'administration',
    answer: z.strictObject({ items: z.array(HealthItem), checkedAt: Instant }),
  }),
}
