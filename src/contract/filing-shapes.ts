import { z } from 'zod'
import {
  ActionName,
  CellKey,
  Day,
  FilingContent,
  Id,
  Instant,
  RoleName,
  Sha256,
  StateName,
} from './shapes.js'

/** One line of a list of filings. `waitingFor` null: nobody has to act. */
export const FilingShown = z.strictObject({
  filingId: Id,
  unitId: Id,
  unitName: z.string(),
  departmentName: z.string().nullable(),
  budgetYear: z.number().int(),
  title: z.string(),
  projectName: z.string().nullable(),
  state: StateName,
  stateName: z.string(),
  waitingFor: RoleName.nullable(),
  waitingForName: z.string().nullable(),
  waitingSince: Instant,
  dueOn: Day.nullable(),
  errors: z.number().int(),
  warnings: z.number().int(),
  filled: z.number().int(),
  required: z.number().int(),
  statedTotal: z.string().nullable(),
  computedTotal: z.string().nullable(),
  /** The total with 复核分 in the place of the unit's own points; null where none are proposed. */
  proposedTotal: z.string().nullable(),
  totalFunds: z.string().nullable(),
  risk: z.number().int(),
  riskReasons: z.array(z.string()),
  flags: z.number().int(),
  changedAt: Instant,
  /** What the caller may do now. */
  actions: z.array(ActionName),
})

/** Something to be filed that nobody has begun. */
export const NotBegun = z.strictObject({
  entryId: Id,
  unitId: Id,
  unitName: z.string(),
  budgetYear: z.number().int(),
  title: z.string(),
  projectName: z.string().nullable(),
  packId: z.string(),
  dueOn: Day.nullable(),
  hasLastYear: z.boolean(),
})

export const FlagShown = z.strictObject({ cell: CellKey, reason: z.string() })

export const AnswerShown = z.strictObject({
  answerId: Id,
  kind: z.enum(['justified', 'waived']),
  rule: z.string(),
  check: z.string(),
  inputs: z.string(),
  cells: z.array(z.string()),
  message: z.string(),
  reason: z.string(),
  byName: z.string(),
  answeredAt: Instant,
})

export const LedgerAmount = z.strictObject({
  quantity: z.string(),
  stage: z.string(),
  amount: z.string(),
  unit: z.string(),
})

/** One filing with everything its page needs. The ETag of the answer is the revision. */
export const FilingWhole = z.strictObject({
  filing: FilingShown,
  version: z.number().int(),
  revision: z.string(),
  content: FilingContent,
  /** The version that was sent back, to show what changed since; null otherwise. */
  returnedContent: FilingContent.nullable(),
  lastYear: z.strictObject({ filingId: Id, budgetYear: z.number().int(), content: FilingContent }).nullable(),
  ledger: z.array(LedgerAmount),
  /** Cells and paragraphs that are open; null: all are. Empty: none is. */
  open: z.array(CellKey).nullable(),
  flags: z.array(FlagShown),
  answers: z.array(AnswerShown),
  /** Packs the content uses, to be fetched from readPack. */
  packs: z.array(z.string()),
})

export const EventShown = z.strictObject({
  sequence: z.string(),
  happenedAt: Instant,
  byName: z.string(),
  roleName: z.string().nullable(),
  action: z.string(),
  /** 3 月 5 日 王… 把 X 由 a 改为 b. */
  words: z.string(),
  version: z.number().int().nullable(),
  revision: z.string().nullable(),
  cells: z.array(z.string()),
})

/** 回执: proves what was submitted when. */
export const Receipt = z.strictObject({
  filingId: Id,
  version: z.number().int(),
  contentHash: Sha256,
  previousHash: z.string().nullable(),
  eventHash: Sha256,
  submittedAt: Instant,
  byName: z.string(),
  signedBy: z.string(),
  totalScore: z.string().nullable(),
})

export const VersionShown = z.strictObject({
  version: z.number().int(),
  openedBy: z.enum(['start', 'sendBack', 'correct']),
  openedAt: Instant,
  sealedAt: Instant.nullable(),
  publishedAt: Instant.nullable(),
  contentHash: z.string().nullable(),
})
