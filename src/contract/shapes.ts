import { z } from 'zod'
import { roles } from '../core/workflow/role.js'
import { filingActions, filingStates } from '../core/workflow/transition.js'

const text = z.string().max(20_000)
const shortText = z.string().max(500)

export const Id = z.uuid()
export const Instant = z.iso.datetime({ offset: true })
export const Day = z.iso.date()
export const Year = z.coerce.number().int().min(1990).max(2100)
export const RoleName = z.enum(roles)
export const StateName = z.enum(filingStates)
export const ActionName = z.enum(filingActions)

/** Decimal text, `98.95`. */
export const DecimalText = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/)
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const CellKey = z.string().min(3).max(300)

export const FilingParams = z.strictObject({ filingId: Id })

/** Every list answers one page and the exact total. `page` counts from 1. */
export const Paging = {
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
}

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    items: z.array(item),
  })
}

const CellTexts = z.record(z.string().max(120), text)
export const ListRow = z.strictObject({ id: z.string().max(40), cells: CellTexts })
export const FormContent = z.strictObject({
  id: z.string().max(40),
  pack: z.string().max(200),
  fields: CellTexts,
  lists: z.record(z.string().max(120), z.array(ListRow).max(2000).readonly()),
})
export const ReportParagraph = z.strictObject({
  id: z.string().max(40),
  style: z.enum(['title', 'heading1', 'heading2', 'heading3', 'body', 'closing', 'attachment']),
  runs: z
    .array(z.strictObject({ text, field: z.string().max(300).optional() }))
    .max(2000)
    .readonly(),
})
export const FilingContent = z.strictObject({
  unit: shortText,
  budgetYear: z.number().int(),
  forms: z.array(FormContent).max(100).readonly(),
  report: z.array(ReportParagraph).max(5000).readonly(),
})

export const ContentChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cell'), cell: CellKey, from: text, to: text }),
  z.strictObject({
    kind: z.literal('addRow'),
    form: z.string().max(40),
    list: z.string().max(120),
    row: z.string().max(40),
    after: z.string().max(40).optional(),
    cells: CellTexts,
  }),
  z.strictObject({
    kind: z.literal('removeRow'),
    form: z.string().max(40),
    list: z.string().max(120),
    row: z.string().max(40),
  }),
  z.strictObject({ kind: z.literal('addForm'), form: FormContent }),
  z.strictObject({ kind: z.literal('removeForm'), form: z.string().max(40) }),
  z.strictObject({
    kind: z.literal('paragraph'),
    paragraph: ReportParagraph,
    after: z.string().max(40).optional(),
  }),
  z.strictObject({ kind: z.literal('removeParagraph'), id: z.string().max(40) }),
])

/** application/problem+json, RFC 9457, with the register's code and sentence. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  /** For FILING_CHANGED: the present revision and what changed since the caller's. */
  revision: z.string().optional(),
  changes: z.array(z.unknown()).optional(),
})

/** A finding as stored or sent: what the page of a file or a version shows. */
export const FindingShown = z.strictObject({
  rule: z.string(),
  check: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  expected: z.string().optional(),
  stated: z.string().optional(),
  difference: z.string().optional(),
  unit: z.string().optional(),
  cells: z.array(z.string()),
  inputs: z.string(),
  basis: z.array(z.string()),
  suggestion: z
    .strictObject({ cell: z.string().optional(), value: z.string(), because: z.string() })
    .optional(),
})
