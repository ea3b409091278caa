import { applyChanges } from '../../core/editing/apply-changes.js'
import { closedCells } from '../../core/editing/cells-of-changes.js'
import type { ContentChange, FilingContent } from '../../core/editing/content.js'
import { labelOfCell } from '../../core/editing/label-of-cell.js'
import { DomainError } from '../../core/errors/errors.js'
import type { Pack } from '../../core/pack/pack.js'
import { type FilingRow, findYearBefore } from '../../store/filing-store.js'
import { findStandingText } from '../../store/filing-whole-store.js'
import { listAnswers } from '../../store/finding-answer-store.js'
import { jsonText } from '../../store/json-text.js'
import type { Actor, Trx } from '../../store/store.js'
import { recordContent } from '../../store/version-store.js'
import { madeChanges } from './made-changes.js'
import { openCells } from './open-cells.js'
import { recordFilingEvent } from './record-filing-event.js'
import type { Answered, Summary } from './summarise.js'
import { summariseInThread } from './summary-thread.js'

/** Changes to a filing that is locked and may be edited. `data` goes into the trail beside the changes. */
export type Saving = Readonly<{
  actor: Actor
  filing: FilingRow
  content: FilingContent
  changes: readonly ContentChange[]
  action: 'edit' | 'import'
  at: Date
  packs: readonly Pack[]
  data?: Readonly<Record<string, unknown>>
  beside?: Beside | undefined
}>

/** What a summary needs beside the content, where it has been read already. */
type Beside = Readonly<{
  answers: readonly Answered[]
  /** JSON of last year's content. */
  lastYear: string | undefined
}>

/** What a save made; `text`: the content as it is stored. */
export type Saved = Readonly<{ revision: string; content: FilingContent; text: string }>

/**
 * Saves changes: content, summary and one event, all in the transaction in hand.
 *
 * @returns the new revision and content
 * @throws DomainError CELL_CLOSED, CHANGE_MISPLACED, FILING_WRONG
 */
export async function saveChanges(trx: Trx, saving: Saving): Promise<Saved> {
  const { actor, filing, content, changes, action, at, packs, data } = saving
  await checkOpen(trx, saving)
  const after = applyChanges(content, changes)
  const made = madeChanges(changes, { before: content, after, packs })
  const text = jsonText(after)
  const columns = await summaryOfText(trx, { filing, text, packs, beside: saving.beside })
  const id = { regionId: filing.region_id, filingId: filing.filing_id }
  const revision = await recordContent(
    trx,
    { ...id, version: filing.version },
    {
      text,
      columns: { ...columns, changed_at: at },
    },
  )
  await recordFilingEvent(trx, { actor, filing, action, at, revision, data: { ...data, made } })
  return { revision, content: after, text }
}

async function checkOpen(trx: Trx, { filing, content, changes, packs }: Saving): Promise<void> {
  if (filing.state !== 'returned') return
  const open = await openCells(trx, filing, { content, packs })
  const [closed] = closedCells(changes, open, content)
  if (closed === undefined) return
  throw new DomainError('CELL_CLOSED', {
    cell: labelOfCell(content, packs, closed),
    count: open?.length ?? 0,
  })
}

type OfFiling = Readonly<{ filing: FilingRow; packs: readonly Pack[] }>

/** The columns of a filing that follow from a content. @throws DomainError FILING_WRONG */
export function summaryOf(
  trx: Trx,
  { filing, content, packs }: OfFiling & Readonly<{ content: FilingContent }>,
): Promise<Summary> {
  return summaryOfText(trx, { filing, text: jsonText(content), packs })
}

async function summaryOfText(
  trx: Trx,
  { filing, text, packs, beside }: OfFiling & Readonly<{ text: string; beside?: Beside | undefined }>,
): Promise<Summary> {
  const { answers, lastYear } = beside ?? (await findBeside(trx, filing))
  return summariseInThread({ filingId: filing.filing_id, text, lastYear, answers, packs })
}

async function findBeside(trx: Trx, filing: FilingRow): Promise<Beside> {
  const answers = await listAnswers(trx, { regionId: filing.region_id, filingId: filing.filing_id })
  return { answers, lastYear: await lastYearText(trx, filing) }
}

async function lastYearText(trx: Trx, filing: FilingRow): Promise<string | undefined> {
  const before = await findYearBefore(trx, filing)
  if (before === undefined) return undefined
  return findStandingText(trx, { regionId: filing.region_id, filingId: before.filing_id })
}
