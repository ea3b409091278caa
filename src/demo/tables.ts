import type { Insertable } from 'kysely'
import type { Role } from '../core/workflow/role.js'
import type { Database } from '../store/schema.js'

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] }

export type VersionRow = Mutable<Insertable<Database['filing_version']>>

/** An event before it has its place in the chain. */
export type LooseEvent = {
  happenedAt: Date
  accountId: string | null
  accountName: string
  role: Role | null
  action: string
  unitId: string | null
  unitPath: string | null
  filingId: string | null
  version: number | null
  revision: string | null
  data: Readonly<Record<string, unknown>>
  /** The version whose receipt names this event's hash. */
  sealed?: VersionRow
  /** Of a submission, for its receipt. */
  totalScore?: string | null
}

/** Rows of one filing or of all, on their way to the tables. */
export type Rows = {
  versions: VersionRow[]
  flags: Insertable<Database['flag']>[]
  answers: Insertable<Database['finding_answer']>[]
  events: LooseEvent[]
}
