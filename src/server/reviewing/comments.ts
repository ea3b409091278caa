import { reviewRoutes } from '../../contract/review-routes.js'
import { labelOfCell } from '../../core/editing/label-of-cell.js'
import { DomainError } from '../../core/errors/errors.js'
import { roleNames } from '../../core/workflow/role.js'
import {
  type CommentRow,
  listComments as listRows,
  recordComment,
  recordSolved,
} from '../../store/comment-store.js'
import { isThere } from '../filings/check-needs.js'
import { filingOf, getContent, getFiling } from '../filings/get-filing.js'
import { recordFilingEvent } from '../filings/record-filing-event.js'
import { tellFiling } from '../filings/tell-filing.js'
import { serveRoute } from '../routing/serve-route.js'

/** A comment on the filing as a whole. */
const wholePage = 'page'

/** 批注 of all versions, oldest first. */
export const listComments = serveRoute(
  reviewRoutes.listComments,
  async ({ params: { filingId }, caller, workplace: { store } }) =>
    store.asActor(caller, async (trx) => (await listRows(trx, filingOf(caller, filingId))).map(commentShown)),
)

/** Writes a comment on a cell, a paragraph or the whole filing. */
export const writeComment = serveRoute(
  reviewRoutes.writeComment,
  async ({ params: { filingId }, body: { anchor, quote, words }, caller, workplace }) => {
    const at = workplace.now()
    const packs = await workplace.packs(caller.regionId)
    const { commentId, filing } = await workplace.store.asActor(caller, async (trx) => {
      const id = filingOf(caller, filingId)
      const filing = await getFiling(trx, id)
      const content = await getContent(trx, filing)
      if (anchor !== wholePage && !isThere(content, anchor))
        throw new DomainError('COMMENT_ANCHOR_UNKNOWN', { anchor })
      const { accountId: account_id, accountName: account_name, role } = caller
      const by = { account_id, account_name, role, written_at: at }
      const commentId = await recordComment(trx, id, { version: filing.version, anchor, quote, words, ...by })
      const label = anchor === wholePage ? '' : labelOfCell(content, packs, anchor)
      const data = { anchor, label, words }
      await recordFilingEvent(trx, { actor: caller, filing, action: 'comment', at, data })
      return { commentId, filing }
    })
    tellFiling(workplace, filing, { event: 'commented', data: {} })
    return { commentId }
  },
)

/** Marks a comment solved, or opens it again. */
export const solveComment = serveRoute(
  reviewRoutes.solveComment,
  async ({ params: { filingId, commentId }, body: { solved }, caller, workplace }) => {
    const at = workplace.now()
    const filing = await workplace.store.asActor(caller, async (trx) => {
      const id = filingOf(caller, filingId)
      const filing = await getFiling(trx, id)
      const mark = solved
        ? { solved_at: at, solved_by: caller.accountId }
        : { solved_at: null, solved_by: null }
      const comment = await recordSolved(trx, { ...id, commentId }, mark)
      if (comment === undefined) throw new DomainError('COMMENT_NOT_FOUND')
      const data = { words: comment.words, solved }
      await recordFilingEvent(trx, { actor: caller, filing, action: 'solveComment', at, data })
      return filing
    })
    tellFiling(workplace, filing, { event: 'commented', data: {} })
    return undefined
  },
)

function commentShown(row: CommentRow) {
  return {
    commentId: row.comment_id,
    version: row.version,
    anchor: row.anchor,
    quote: row.quote,
    words: row.words,
    byName: row.account_name,
    roleName: roleNames[row.role],
    writtenAt: row.written_at.toISOString(),
    solvedAt: row.solved_at?.toISOString() ?? null,
  }
}
