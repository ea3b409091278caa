import type { z } from 'zod'
import type { filingRoutes } from '../../contract/filing-routes.js'
import { findForm, findRow, parseCellKey, reportPrefix } from '../../core/editing/cell-key.js'
import type { CellKey, FilingContent } from '../../core/editing/content.js'
import { DomainError } from '../../core/errors/errors.js'
import type { Pack } from '../../core/pack/pack.js'
import { actionNames, type Transition } from '../../core/workflow/transition.js'
import type { FilingRow } from '../../store/filing-store.js'
import type { Actor, Trx } from '../../store/store.js'
import { summaryOf } from './save-changes.js'

/** A move that the table allows, with everything it is made of. The filing is locked. */
export type Moving = Readonly<{
  filing: FilingRow
  transition: Transition
  content: FilingContent
  packs: readonly Pack[]
  actor: Actor
  at: Date
  body: z.output<typeof filingRoutes.moveFiling.body>
}>

/**
 * Checks what the table's row demands.
 *
 * @returns the summary of the content where it had to be checked
 * @throws DomainError NOT_CLEARED, REASON_MISSING, FLAGS_MISSING, FLAG_UNKNOWN
 */
export async function checkNeeds(trx: Trx, moving: Moving) {
  const { transition, body, content } = moving
  const { needs, action } = transition
  if (needs.includes('reason') && body.reason.trim() === '')
    throw new DomainError('REASON_MISSING', { action: actionNames[action] })
  if (needs.includes('flags')) checkFlags(content, body.flags)
  if (!needs.includes('cleared')) return {}
  const summary = await summaryOf(trx, moving)
  const { errors, warnings } = summary
  if (errors + warnings > 0) throw new DomainError('NOT_CLEARED', { errors, warnings })
  return summary
}

function checkFlags(content: FilingContent, flags: Moving['body']['flags']): void {
  if (flags.length === 0) throw new DomainError('FLAGS_MISSING')
  const unknown = flags.find(({ cell }) => !isThere(content, cell))
  if (unknown !== undefined) throw new DomainError('FLAG_UNKNOWN', { cell: unknown.cell })
}

/** A cell that was never filled in is there when its form is; a row and a paragraph must stand in the content. */
export function isThere(content: FilingContent, cell: CellKey): boolean {
  if (cell === reportPrefix) return true
  const named = parseCellKey(cell)
  if (named === undefined) return false
  if (named.kind === 'paragraph') return content.report.some(({ id }) => id === named.id)
  const form = findForm(content, named.form)
  if (form === undefined) return false
  return named.kind === 'form' || named.kind === 'field' || findRow(form, named.list, named.row) !== undefined
}
