import { z } from 'zod'
import { businessRoles } from '../core/workflow/role.js'
import { route } from './route.js'
import {
  CellKey,
  ContentChange,
  FilingContent,
  FilingParams,
  FindingShown,
  Id,
  Instant,
  Sha256,
} from './shapes.js'

/** A document as read, for the left side of the page; as `read --as document` prints it. */
export const DocumentShown = z.strictObject({
  blocks: z.array(
    z.union([
      z.strictObject({ kind: z.literal('paragraph'), index: z.number().int(), text: z.string() }),
      z.strictObject({
        kind: z.literal('table'),
        index: z.number().int(),
        rows: z.number().int(),
        columns: z.number().int(),
        cells: z.array(
          z.strictObject({
            row: z.number().int(),
            column: z.number().int(),
            rowSpan: z.number().int(),
            columnSpan: z.number().int(),
            text: z.string(),
          }),
        ),
      }),
    ]),
  ),
  notes: z.array(z.string()),
})

/** Where something stands in the file, and which cell took it. `cell` undefined: unplaced. */
export const Recognised = z.strictObject({
  part: z.string(),
  row: z.number().int().optional(),
  column: z.number().int().optional(),
  quote: z.string(),
  cell: CellKey.optional(),
})

export const UploadShown = z.strictObject({
  uploadId: Id,
  name: z.string(),
  sha256: Sha256,
  purpose: z.enum(['filing', 'ledger', 'units', 'pack']),
  state: z.enum(['queued', 'reading', 'read', 'refused']),
  refusal: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  uploadedAt: Instant,
})

export const UploadWhole = z.strictObject({
  upload: UploadShown,
  /** Present when read. */
  document: DocumentShown.nullable(),
  /** What was recognised, as a filing's content; null for a ledger. */
  content: FilingContent.nullable(),
  recognised: z.array(Recognised),
  findings: z.array(FindingShown),
  /** Of a budget execution export: amounts by quantity and stage. */
  ledger: z.array(
    z.strictObject({
      quantity: z.string(),
      label: z.string(),
      stage: z.string(),
      amount: z.string(),
      unit: z.string(),
      quote: z.string(),
    }),
  ),
  /** Of a budget execution export: what was not taken over, and why. */
  unclear: z.array(z.strictObject({ quote: z.string(), because: z.string() })),
})

export const uploadRoutes = {
  /** multipart/form-data with one or more `file`; at most 64 MB each. */
  uploadFiles: route({
    id: 'uploadFiles',
    method: 'POST',
    path: '/api/uploads',
    summary: '上传文件',
    who: businessRoles,
    scope: 'uploads:write',
    query: z.strictObject({
      purpose: z.enum(['filing', 'ledger']).default('filing'),
      unitId: Id.optional(),
      filingId: Id.optional(),
    }),
    answer: z.strictObject({ uploads: z.array(UploadShown) }),
  }),
  listUploads: route({
    id: 'listUploads',
    method: 'GET',
    path: '/api/uploads',
    summary: '上传的文件',
    who: businessRoles,
    scope: 'filings:read',
    query: z.strictObject({
      state: z.enum(['queued', 'reading', 'read', 'refused']).optional(),
      page: z.coerce.number().int().min(1).default(1),
      size: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.strictObject({ total: z.number().int(), items: z.array(UploadShown) }),
  }),
  readUpload: route({
    id: 'readUpload',
    method: 'GET',
    path: '/api/uploads/:uploadId',
    summary: '读到的内容',
    who: businessRoles,
    scope: 'filings:read',
    params: z.strictObject({ uploadId: Id }),
    answer: UploadWhole,
  }),
  /** Server-sent events `upload {uploadId, state}` for the caller's subtree. */
  watchUploads: route({
    id: 'watchUploads',
    method: 'GET',
    path: '/api/upload-stream',
    summary: '读取进度',
    who: businessRoles,
  }),
  /** Takes a file's content over into a draft. `placements`: unplaced cells put by hand. */
  importUpload: route({
    id: 'importUpload',
    method: 'POST',
    path: '/api/filings/:filingId/imports',
    summary: '用这些数据填报',
    who: businessRoles,
    filing: 'edit',
    scope: 'filings:write',
    params: FilingParams,
    body: z.strictObject({
      uploadId: Id,
      revision: z.string(),
      /** `thisYear`: all figures; `lastYear`: names, targets and words only, values of this year stay empty. */
      as: z.enum(['thisYear', 'lastYear', 'ledger']),
      placements: z
        .array(z.strictObject({ cell: CellKey, text: z.string().max(20_000) }))
        .max(500)
        .default([]),
      extra: z.array(ContentChange).max(500).default([]),
    }),
    answer: z.strictObject({ revision: z.string() }),
  }),
}
