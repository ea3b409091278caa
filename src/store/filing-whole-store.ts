import { type Selectable, sql } from 'kysely'
import { type FilingId, type FilingRow, filingsWithNames, selectNames } from './filing-store.js'
import type { AnswerRow } from './finding-answer-store.js'
import type { Database } from './schema.js'
import type { Trx } from './store.js'

type Ledger = Selectable<Database['ledger_amount']>

/** Same unit and project, the year before; `revision` tells whether its content is still the one known. */
export type YearBefore = Readonly<{ filing_id: string; budget_year: number; revision: string }>

/** A filing with what hangs on it, but for contents: those are asked only when they are not known. */
export type FilingWithAll = FilingRow &
  Readonly<{
    flag_rows: readonly Readonly<{ cell: string; reason: string }>[]
    answer_rows: readonly StoredAnswer[]
    ledger_rows: readonly Readonly<Pick<Ledger, 'quantity' | 'stage' | 'amount'> & { unit: string }>[]
    year_before: YearBefore | null
  }>

/** An answer as JSON has it; `answered_at`: ISO 8601. */
export type StoredAnswer = Omit<
  AnswerRow,
  'answered_at' | 'withdrawn_at' | 'region_id' | 'filing_id' | 'account_id'
> &
  Readonly<{ answered_at: string }>

const ofFiling = (table: string) =>
  sql`${sql.ref(`${table}.region_id`)} = filing.region_id and ${sql.ref(`${table}.filing_id`)} = filing.filing_id`
const flagRows = sql<FilingWithAll['flag_rows']>`(
  select coalesce(json_agg(json_build_object('cell', cell, 'reason', reason) order by cell), '[]')
  from flag where ${ofFiling('flag')} and flag.version = filing.version)`
const answerRows = sql<FilingWithAll['answer_rows']>`(
  select coalesce(json_agg(json_build_object('answer_id', answer_id, 'kind', kind, 'rule', rule,
    'check_name', check_name, 'inputs', inputs, 'cells', cells, 'message', message, 'reason', reason,
    'account_name', account_name, 'answered_at', answered_at) order by answered_at, answer_id), '[]')
  from finding_answer where ${ofFiling('finding_answer')} and withdrawn_at is null)`
const ledgerRows = sql<FilingWithAll['ledger_rows']>`(
  select coalesce(json_agg(json_build_object('quantity', quantity, 'stage', stage, 'amount', amount::text,
    'unit', unit_of_amount) order by quantity, stage), '[]')
  from ledger_amount as ledger where ledger.region_id = filing.region_id and ledger.unit_id = filing.unit_id
    and ledger.budget_year = filing.budget_year and ledger.project_id is not distinct from filing.project_id)`
const yearBefore = sql<YearBefore | null>`(
  select json_build_object('filing_id', before.filing_id, 'budget_year', before.budget_year,
    'revision', before.revision::text)
  from filing as before where before.region_id = filing.region_id and before.unit_id = filing.unit_id
    and before.budget_year = filing.budget_year - 1 and before.project_id is not distinct from filing.project_id)`

/** A filing with everything but contents, in one question. */
export async function findFilingWithAll(
  trx: Trx,
  { regionId, filingId }: FilingId,
): Promise<FilingWithAll | undefined> {
  return selectNames(filingsWithNames(trx))
    .select([
      flagRows.as('flag_rows'),
      answerRows.as('answer_rows'),
      ledgerRows.as('ledger_rows'),
      yearBefore.as('year_before'),
    ])
    .where('filing.region_id', '=', regionId)
    .where('filing.filing_id', '=', filingId)
    .executeTakeFirst()
}

/** JSON of one version's content. */
export async function findContentText(
  trx: Trx,
  { regionId, filingId }: FilingId,
  version: number,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('filing_version')
    .select(sql<string>`content::text`.as('text'))
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.text
}

/** JSON of the content that counts: that of the newest published version, else of the newest. */
export async function findStandingText(
  trx: Trx,
  { regionId, filingId }: FilingId,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('filing_version')
    .select(sql<string>`content::text`.as('text'))
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .orderBy(sql`published_at is null`)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.text
}
