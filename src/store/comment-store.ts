import type { Selectable } from 'kysely'
import type { FilingId } from './filing-store.js'
import type { Database } from './schema.js'
import type { Trx } from './store.js'

export type CommentRow = Readonly<Selectable<Database['comment']>>

/** 批注 of a filing over all its versions, oldest first. */
export async function listComments(
  trx: Trx,
  { regionId, filingId }: FilingId,
): Promise<readonly CommentRow[]> {
  return trx
    .selectFrom('comment')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .orderBy('written_at')
    .orderBy('comment_id')
    .execute()
}

/** Records a comment. @returns its id */
export async function recordComment(
  trx: Trx,
  { regionId, filingId }: FilingId,
  comment: Pick<
    CommentRow,
    'version' | 'anchor' | 'quote' | 'words' | 'account_id' | 'account_name' | 'role' | 'written_at'
  >,
): Promise<string> {
  const { comment_id } = await trx
    .insertInto('comment')
    .values({ region_id: regionId, filing_id: filingId, ...comment })
    .returning('comment_id')
    .executeTakeFirstOrThrow()
  return comment_id
}

/** Marks a comment solved or open again. @returns the comment; undefined when there is none */
export async function recordSolved(
  trx: Trx,
  { regionId, filingId, commentId }: FilingId & Readonly<{ commentId: string }>,
  solved: Pick<CommentRow, 'solved_at' | 'solved_by'>,
): Promise<CommentRow | undefined> {
  return trx
    .updateTable('comment')
    .set(solved)
    .where('region_id', '=', regionId)
    .where('filing_id', '=', filingId)
    .where('comment_id', '=', commentId)
    .returningAll()
    .executeTakeFirst()
}
