import type { Transaction } from 'kysely'
import type { Role } from '../core/workflow/role.js'
import type { Database } from './schema.js'
import type { SystemReason } from './system-reasons.js'

/** One transaction under way. */
export type Trx = Transaction<Database>

/** On whose behalf the database is asked: one person in one office. Row security follows it. */
export type Actor = Readonly<{
  regionId: string
  accountId: string
  /** Printed in the trail. */
  accountName: string
  role: Role
  unitId: string
  /** Path of the office's unit, ends with `/`. */
  path: string
}>

/** The database: every question is one transaction, either as somebody or as the system itself. */
export type Store = Readonly<{
  /** Sees and writes only what row security lets the actor's office see. */
  asActor<Result>(actor: Actor, work: (trx: Trx) => Promise<Result>): Promise<Result>
  /** Past row security, for a reason of the list. */
  asSystem<Result>(reason: SystemReason, work: (trx: Trx) => Promise<Result>): Promise<Result>
  /**
   * Another number once a transaction of this process that wrote to accounts, offices, sessions, tokens, units,
   * regions or packs has ended: what is kept in memory of them is old then.
   */
  doorsMark(): number
  close(): Promise<void>
}>
