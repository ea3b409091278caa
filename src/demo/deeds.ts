import type { CellFinding } from '../core/editing/checked-content.js'
import type { BusinessRole } from '../core/workflow/role.js'
import { type FilingState, waitingFor } from '../core/workflow/transition.js'
import { hashContent } from '../store/content-hash.js'
import { eventRow } from './event-rows.js'
import type { People, Person } from './people.js'
import { stableId } from './stable-id.js'
import type { Rows } from './tables.js'
import type { ToldFiling } from './told-filing.js'
import { answerReason, correctionReason, projectFlags, returnReason, wholeFlags } from './words.js'

/** What is known of a filing while its moves are carried out one after the other. */
export type Progress = {
  readonly told: ToldFiling
  readonly regionId: string
  version: number
  revision: number
  state: FilingState
  movedAt: Date
  sealedHash: string | null
}

/** Rows of the versions, flags, answers and events of one filing. */
export function rowsOfMoves(told: ToldFiling, regionId: string, people: People): Progress & { rows: Rows } {
  const preparer = people.of('preparer', told.unit)
  const progress: Progress = {
    told,
    regionId,
    version: 1,
    revision: 1,
    state: 'draft',
    movedAt: told.startedAt,
    sealedHash: null,
  }
  const rows: Rows = {
    versions: [versionRow(progress, 'start', told.startedAt)],
    flags: [],
    answers: [],
    events: [],
  }
  rows.events.push(
    eventRow(progress, { by: preparer, at: told.startedAt, action: 'start', data: { from: 'lastYear' } }),
  )
  recordEdit(progress, rows, preparer)
  if (told.moves.length > 0) recordAnswers(progress, rows, people)
  for (const move of told.moves) carryOut(progress, rows, move)
  return { ...progress, rows }
}

function versionRow(
  { told, regionId, version, sealedHash }: Progress,
  openedBy: 'start' | 'sendBack' | 'correct',
  at: Date,
): Rows['versions'][number] {
  return {
    region_id: regionId,
    filing_id: told.filingId,
    version,
    opened_by: openedBy,
    opened_at: at,
    sealed_at: null,
    published_at: null,
    content: JSON.stringify(told.content),
    content_hash: null,
    previous_hash: sealedHash,
    receipt: null,
  }
}

function recordEdit(progress: Progress, rows: Rows, by: Person): void {
  const { told } = progress
  const form = told.content.forms.at(-1)
  const to = form?.fields['totalFunds.executedAmount']
  if (form === undefined || to === undefined) return
  progress.revision += 1
  const cell = `${form.id}/totalFunds.executedAmount`
  const from = to.replace(/\.(\d)(\d)$/, '.$2$1')
  const made = [{ cell, label: '年度资金总额·全年执行数', from: from === to ? '' : from, to }]
  rows.events.push(eventRow(progress, { by, at: told.editedAt, action: 'edit', data: { made } }))
}

/** Before it was submitted every error was waived and every warning justified: the table asks for it. */
function recordAnswers(progress: Progress, rows: Rows, people: People): void {
  const { told, regionId } = progress
  const at = new Date(told.editedAt.getTime() + 1_800_000)
  for (const finding of told.checked.findings) {
    if (finding.severity === 'info') continue
    const isError = finding.severity === 'error'
    const by = isError ? people.of('performanceSection') : people.of('preparer', told.unit)
    rows.answers.push(answerRow(finding, { by, at, filingId: told.filingId, regionId }))
    const data = { check: finding.check, message: finding.message, reason: answerReason(finding) }
    rows.events.push(eventRow(progress, { by, at, action: isError ? 'waive' : 'justify', data }))
  }
}

function answerRow(
  finding: CellFinding,
  { by, at, filingId, regionId }: Readonly<{ by: Person; at: Date; filingId: string; regionId: string }>,
): Rows['answers'][number] {
  return {
    region_id: regionId,
    filing_id: filingId,
    answer_id: stableId(`answer ${filingId} ${finding.check} ${finding.inputs}`),
    kind: finding.severity === 'error' ? 'waived' : 'justified',
    rule: finding.rule,
    check_name: finding.check,
    inputs: finding.inputs,
    cells: [...finding.cells],
    message: finding.message,
    reason: answerReason(finding),
    account_id: by.accountId,
    account_name: by.name,
    answered_at: at,
    withdrawn_at: null,
  }
}

type Move = ToldFiling['moves'][number]

function carryOut(progress: Progress, rows: Rows, { step, by, at }: Move): void {
  progress.revision += 1
  progress.movedAt = at
  switch (step.action) {
    case 'submit':
      return submit(progress, rows, { by, at })
    case 'acceptByDepartment':
    case 'acceptByBureau':
      return accept(progress, rows, { by, at, action: step.action })
    case 'publish': {
      progress.state = 'published'
      const version = rows.versions.at(-1)
      if (version !== undefined) version.published_at = at
      const data = moveData('acceptedByBureau', 'published', { contentHash: progress.sealedHash })
      rows.events.push(eventRow(progress, { by, at, action: 'publish', data }))
      return
    }
    case 'sendBack':
      return sendBack(progress, rows, { by, at })
    case 'correct':
      return correct(progress, rows, { by, at })
  }
}

type Deed = Readonly<{ by: Person; at: Date }>

function accept(
  progress: Progress,
  rows: Rows,
  { by, at, action }: Deed & Readonly<{ action: 'acceptByDepartment' | 'acceptByBureau' }>,
): void {
  const to = action === 'acceptByBureau' ? 'acceptedByBureau' : 'acceptedByDepartment'
  const data = moveData(progress.state, to, { contentHash: progress.sealedHash })
  progress.state = to
  rows.events.push(eventRow(progress, { by, at, action, data }))
}

function correct(progress: Progress, rows: Rows, { by, at }: Deed): void {
  const data = moveData('published', 'draft', { reason: correctionReason })
  progress.state = 'draft'
  progress.version += 1
  rows.versions.push(versionRow(progress, 'correct', at))
  rows.events.push(eventRow(progress, { by, at, action: 'correct', data }))
}

/** What the event of a move says, as the server writes it. */
function moveData(
  from: FilingState,
  to: FilingState,
  more: Readonly<{
    reason?: string
    flags?: readonly object[]
    signedBy?: string
    contentHash?: string | null
  }>,
): Readonly<Record<string, unknown>> {
  const { reason = '', flags = [], signedBy = '', contentHash = null } = more
  return { from, to, reason, flags, signedBy, contentHash }
}

function submit(progress: Progress, rows: Rows, { by, at }: Deed): void {
  const { told } = progress
  progress.state = 'submitted'
  const contentHash = hashContent(told.content)
  const score = told.checked.scores.find(({ statedTotal, computedTotal }) => statedTotal ?? computedTotal)
  const event = eventRow(progress, {
    by,
    at,
    action: 'submit',
    data: moveData('draft', 'submitted', { signedBy: by.name, contentHash }),
  })
  event.totalScore = score?.statedTotal ?? score?.computedTotal ?? null
  rows.events.push(event)
  const version = rows.versions.at(-1)
  if (version === undefined) return
  version.sealed_at = at
  version.content_hash = contentHash
  event.sealed = version
  progress.sealedHash = contentHash
}

function sendBack(progress: Progress, rows: Rows, { by, at }: Deed): void {
  const { told, regionId } = progress
  const flags = told.projectId === null ? wholeFlags : projectFlags
  const data = moveData(progress.state, 'returned', { reason: returnReason, flags })
  progress.state = 'returned'
  progress.version += 1
  rows.events.push(eventRow(progress, { by, at, action: 'sendBack', data }))
  rows.versions.push(versionRow(progress, 'sendBack', at))
  for (const flag of flags)
    rows.flags.push({ region_id: regionId, filing_id: told.filingId, version: progress.version, ...flag })
}

/** Who has it in hand. */
export function waiting({ told, state }: Progress): BusinessRole | null {
  return waitingFor(state, told.underBureau) ?? null
}
