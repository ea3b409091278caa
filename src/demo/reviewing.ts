import { pointsOfCell } from '../core/editing/points-of-cell.js'
import { writeDocx } from '../documents/word/write-docx.js'
import type { FileKeeper } from '../server/workplace/workplace.js'
import type { Trx } from '../store/store.js'
import type { rowsOfMoves } from './deeds.js'
import { eventRow } from './event-rows.js'
import { insertAll } from './insert-all.js'
import type { People, Person } from './people.js'
import { stableId } from './stable-id.js'
import type { LooseEvent } from './tables.js'
import { commentWords, evidenceDocuments, proposedReason } from './words.js'

type Carried = ReturnType<typeof rowsOfMoves>
type Reviewing = Readonly<{ rows: readonly Carried[]; people: People; files: FileKeeper; now: Date }>

/** Comments, proposed scores and evidence of the filings whose story has them. @returns their events */
export async function recordReviewing(trx: Trx, reviewing: Reviewing): Promise<readonly LooseEvent[]> {
  return [
    ...(await recordEvidence(trx, reviewing)),
    ...(await recordComments(trx, reviewing)),
    ...(await recordScores(trx, reviewing)),
  ]
}

const hour = 3_600_000

/** The form whose indicators are spoken of. */
function formOf({ told }: Carried): string {
  return told.content.forms.at(-1)?.id ?? 'f1'
}

function reviewerOf({ told }: Carried, people: People): Person {
  const back = told.moves.find(({ step }) => step.action === 'sendBack')
  return back?.by ?? people.of('financeReviewer')
}

/** When something was said: an hour before the last move that is not the submission, else after it. */
function momentOf({ told, movedAt }: Carried, now: Date): Date {
  const last = told.moves.at(-1)
  const at = last?.step.action === 'submit' ? movedAt.getTime() + 3 * hour : movedAt.getTime() - hour
  return new Date(Math.min(at, now.getTime() - hour))
}

async function recordEvidence(
  trx: Trx,
  { rows, people, files, now }: Reviewing,
): Promise<readonly LooseEvent[]> {
  const region_id = rows[0]?.regionId
  if (region_id === undefined) return []
  const kept = await keepEvidence(files)
  await insertAll(
    trx,
    'stored_file',
    kept.map(({ sha256, bytes }) => ({ region_id, sha256, bytes, kind: 'docx', stored_at: now })),
  )
  const added = rows
    .filter((row) => row.told.story.with.includes('evidence'))
    .flatMap((row) => kept.map(({ name, sha256 }, index) => evidenceOf(row, people, { name, sha256, index })))
  await insertAll(
    trx,
    'evidence',
    added.map(({ evidence }) => evidence),
  )
  return added.map(({ event }) => event)
}

function keepEvidence(files: FileKeeper) {
  return Promise.all(
    evidenceDocuments.map(async ({ name, lines }) => {
      const bytes = await writeDocx({
        title: name,
        unit: undefined,
        budgetYear: undefined,
        blocks: lines.map((text, index) => ({
          kind: 'paragraph',
          style: index === 0 ? 'title' : 'body',
          runs: [{ text, field: undefined }],
        })),
      })
      return { name, sha256: await files.keep(bytes), bytes: String(bytes.length) }
    }),
  )
}

type KeptFile = Readonly<{ name: string; sha256: string; index: number }>

function evidenceOf(row: Carried, people: People, { name, sha256, index }: KeptFile) {
  const by = people.of('preparer', row.told.unit)
  const at = new Date(row.told.editedAt.getTime() + (index + 1) * 300_000)
  const cell = `${formOf(row)}/indicators/r${index === 0 ? 5 : 2}/actual`
  const evidence = {
    region_id: row.regionId,
    filing_id: row.told.filingId,
    evidence_id: stableId(`evidence ${row.told.filingId} ${name}`),
    ...{
      cell,
      name,
      sha256,
      account_id: by.accountId,
      account_name: by.name,
      added_at: at,
      removed_at: null,
    },
  }
  const data = { name, sha256, cell }
  return { evidence, event: eventRow({ ...row, version: 1 }, { by, at, action: 'addEvidence', data }) }
}

async function recordComments(trx: Trx, { rows, people, now }: Reviewing): Promise<readonly LooseEvent[]> {
  const commented = rows.filter(({ told }) => told.story.with.includes('comments'))
  const written = commented.flatMap((row) =>
    commentWords.map((words, index) => {
      const by = reviewerOf(row, people)
      const at = new Date(momentOf(row, now).getTime() + index * 60_000)
      const anchor = `${formOf(row)}/indicators/r${index === 0 ? 1 : 5}/actual`
      const said = row.told.content.forms.at(-1)?.lists.indicators?.[index === 0 ? 0 : 4]?.cells
      const comment = {
        region_id: row.regionId,
        filing_id: row.told.filingId,
        comment_id: stableId(`comment ${row.told.filingId} ${index}`),
        version: 1,
        ...{ anchor, quote: said?.actual ?? '', words, account_id: by.accountId, account_name: by.name },
        ...{ role: by.role, written_at: at, solved_at: null, solved_by: null },
      }
      const data = { label: said?.name ?? '', anchor, words }
      return { comment, event: eventRow({ ...row, version: 1 }, { by, at, action: 'comment', data }) }
    }),
  )
  await insertAll(
    trx,
    'comment',
    written.map(({ comment }) => comment),
  )
  return written.map(({ event }) => event)
}

async function recordScores(trx: Trx, { rows, people, now }: Reviewing): Promise<readonly LooseEvent[]> {
  const scored = rows.filter(({ told }) => told.story.with.includes('proposedScores'))
  const proposed = scored.map((row) => {
    const by = people.of('financeReviewer')
    const at = momentOf(row, now)
    const cell = `${formOf(row)}/indicators/r1/score`
    const name = row.told.content.forms.at(-1)?.lists.indicators?.[0]?.cells.name ?? ''
    const score = {
      region_id: row.regionId,
      filing_id: row.told.filingId,
      version: row.version,
      ...{ cell, points: '18', reason: proposedReason, account_id: by.accountId, account_name: by.name },
      self_points: pointsOfCell(row.told.content, row.told.checked, cell) ?? null,
      proposed_at: at,
    }
    const data = { cell, label: name, points: '18', reason: proposedReason }
    return { score, event: eventRow(row, { by, at, action: 'proposeScore', data }) }
  })
  await insertAll(
    trx,
    'proposed_score',
    proposed.map(({ score }) => score),
  )
  return proposed.map(({ event }) => event)
}
