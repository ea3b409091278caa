import { z } from 'zod'
import { Day, DecimalText, Id, Instant, RoleName, Sha256 } from './shapes.js'

export const UnitKind = z.enum(['bureau', 'department', 'unit'])

/** One unit of the tree. `endedOn`: since when it is no more; its filings stay. */
export const UnitShown = z.strictObject({
  unitId: Id,
  code: z.string(),
  name: z.string(),
  kind: UnitKind,
  parentId: Id.nullable(),
  parentName: z.string().nullable(),
  depth: z.number().int(),
  filings: z.number().int(),
  offices: z.number().int(),
  beganOn: Day.nullable(),
  endedOn: Day.nullable(),
})

/** One step of a unit's history, `words` says it in full. */
export const LineageShown = z.strictObject({
  kind: z.enum(['renamed', 'merged', 'split', 'moved']),
  fromUnit: Id,
  toUnit: Id,
  formerName: z.string().nullable(),
  happenedOn: Day,
  words: z.string(),
})

/** A line of an imported list that cannot be taken; `row` is the row of the sheet, from 1. */
export const ImportProblem = z.strictObject({
  row: z.number().int(),
  column: z.string(),
  message: z.string(),
})

/** What an import would do. Nothing is done while there is a problem. */
export const UnitImport = z.strictObject({
  sha256: Sha256,
  rows: z.number().int(),
  added: z.array(
    z.strictObject({ row: z.number().int(), code: z.string(), name: z.string(), under: z.string() }),
  ),
  renamed: z.array(
    z.strictObject({ row: z.number().int(), code: z.string(), from: z.string(), to: z.string() }),
  ),
  unchanged: z.number().int(),
  problems: z.array(ImportProblem),
})

export const AccountState = z.enum(['active', 'waiting', 'locked', 'disabled'])

/** One person with the offices held. `waiting`: the password has not been set yet. */
export const AccountShown = z.strictObject({
  accountId: Id,
  login: z.string(),
  name: z.string(),
  state: AccountState,
  secondFactor: z.boolean(),
  createdAt: Instant,
  passwordChangedAt: Instant.nullable(),
  lockedUntil: Instant.nullable(),
  offices: z.array(
    z.strictObject({
      officeId: Id,
      role: RoleName,
      roleName: z.string(),
      unitId: Id,
      unitName: z.string(),
      givenAt: Instant,
    }),
  ),
})

/** Shown once; whoever opens it sets the password of the account. */
export const PasswordLink = z.strictObject({
  accountId: Id,
  /** Path below the server's address. */
  path: z.string(),
  expiresAt: Instant,
})

/** Sign-in rules of the region. */
export const SignInPolicy = z.strictObject({
  sessionMinutes: z.number().int().min(5).max(480),
  lockAfterAttempts: z.number().int().min(3).max(20),
  lockMinutes: z.number().int().min(5).max(1440),
  /** Days until a password must be changed; 0: never. */
  passwordDays: z.number().int().min(0).max(365),
})

/** 试算: what a pack would say about filings of a past year. */
export const PackTrial = z.strictObject({
  budgetYear: z.number().int(),
  units: z.number().int(),
  filings: z.number().int(),
  returnedUnits: z.number().int(),
  returned: z.array(
    z.strictObject({
      filingId: Id,
      unitName: z.string(),
      title: z.string(),
      errors: z.number().int(),
      first: z.string(),
    }),
  ),
  triedAt: Instant,
})

export const PackShown = z.strictObject({
  packId: z.string(),
  title: z.string(),
  form: z.string(),
  source: z.enum(['shipped', 'uploaded']),
  years: z.array(z.number().int()),
  checks: z.number().int(),
  activeYears: z.array(z.number().int()),
  filings: z.number().int(),
  uploadedAt: Instant.nullable(),
  trial: PackTrial.nullable(),
})

/** How the upload of a pack went. Kept only without problems. */
export const PackUpload = z.strictObject({
  packIds: z.array(z.string()),
  problems: z.array(z.string()),
  warnings: z.array(z.string()),
  cases: z.number().int(),
  failed: z.array(
    z.strictObject({ name: z.string(), check: z.string(), expected: z.string(), actual: z.string() }),
  ),
  kept: z.boolean(),
})

/** What checking the whole trail found. `brokenAt`: sequence of the first event that does not fit. */
export const TrailVerified = z.strictObject({
  intact: z.boolean(),
  events: z.number().int(),
  head: z.string(),
  brokenAt: z.string().nullable(),
  words: z.string(),
  verifiedAt: Instant,
})

export const BackupShown = z.strictObject({
  name: z.string(),
  bytes: DecimalText,
  madeAt: Instant,
})

/** One line of the health page. `words` says what was found and, unless it is well, what to do. */
export const HealthItem = z.strictObject({
  id: z.string(),
  title: z.string(),
  state: z.enum(['well', 'attention', 'broken']),
  words: z.string(),
})
