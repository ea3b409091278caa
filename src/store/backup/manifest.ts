import { z } from 'zod'

/** The tables of a backup, in an order in which rows can be put back. Sessions are left out: everyone signs in anew. */
export const backupTables = [
  'region',
  'unit',
  'unit_lineage',
  'project',
  'project_lineage',
  'account',
  'office',
  'api_token',
  'one_time_link',
  'notice',
  'roster_entry',
  'filing',
  'filing_version',
  'flag',
  'finding_answer',
  'comment',
  'proposed_score',
  'stored_file',
  'upload',
  'evidence',
  'ledger_amount',
  'uploaded_pack',
  'active_pack',
  'trail_head',
  'event',
] as const

export type BackupTable = (typeof backupTables)[number]

/** A unit can be put back only after the unit above it; everything else in any order. */
export const orderOf: Partial<Record<BackupTable, string>> = { unit: 'path', event: 'region_id, sequence' }

const Summed = z.strictObject({ rows: z.number().int(), sha256: z.string() })
const Trail = z.strictObject({
  regionId: z.string(),
  events: z.number().int(),
  brokenAt: z.string().nullable(),
})

/** First member of an archive: what is needed to read the rest. */
export const BackupHead = z.strictObject({
  schema: z.literal('hengxiao.backup/1'),
  madeAt: z.string(),
  migrations: z.array(z.string()),
})

/** Last member of an archive: what was put in. */
export const BackupManifest = z.strictObject({
  tables: z.record(z.string(), Summed),
  files: z.number().int(),
  /** Files whose bytes no longer have their hash, or that are missing. */
  damagedFiles: z.array(z.string()),
  trails: z.array(Trail),
})

export type BackupManifest = z.infer<typeof BackupManifest>
export type BackupHead = z.infer<typeof BackupHead>
