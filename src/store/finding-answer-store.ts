import type { Selectable } from 'kysely'
import type { FilingId } from './filing-store.js'
import type { Database } from './schema.js'
import type { Trx } from './store.js'

export type AnswerRow = Readonly<Selectable<Database['finding_answer']>>

/** Answers to findings that nobody has withdrawn, oldest first. */
export async function listAnswers(trx: Trx, { regionId, filingId }: FilingId): Promise<readonly AnswerRow[]> {
  return trx
    .selectFrom('finding_answer')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .where('withdrawn_at', 'is', null)
    .orderBy('answered_at')
    .orderBy('answer_id')
    .execute()
}

export type NewAnswer = Omit<AnswerRow, 'region_id' | 'filing_id' | 'answer_id' | 'withdrawn_at'>

/** Records an answer in place of an earlier one to the same finding. */
export async function recordAnswer(
  trx: Trx,
  { regionId, filingId }: FilingId,
  answer: NewAnswer,
): Promise<AnswerRow> {
  await trx
    .updateTable('finding_answer')
    .set({ withdrawn_at: answer.answered_at })
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .where('check_name', '=', answer.check_name)
    .where('inputs', '=', answer.inputs)
    .where('kind', '=', answer.kind)
    .where('withdrawn_at', 'is', null)
    .execute()
  return trx
    .insertInto('finding_answer')
    .values({ region_id: regionId, filing_id: filingId, ...answer })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Takes an answer back; it stays in the table. */
export async function recordWithdrawal(
  trx: Trx,
  { regionId, filingId, answerId }: FilingId & Readonly<{ answerId: string }>,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('finding_answer')
    .set({ withdrawn_at: at })
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .where('answer_id', '=', answerId)
    .execute()
}
