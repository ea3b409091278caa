import type { z } from 'zod'
import type { Role } from '../core/workflow/role.js'
import type { FilingAction } from '../core/workflow/transition.js'

/** What an API token may be limited to. */
export const scopes = ['filings:read', 'filings:write', 'uploads:write', 'administration'] as const
export type Scope = (typeof scopes)[number]

/**
 * One route of the API, used by server and page alike. `who`: `anyone`, `signedIn`, or the roles that may.
 * `filing`: for routes below /filings/:filingId, what the person must be able to do with that filing; `see` is reading.
 */
export type RouteDefinition = Readonly<{
  /** Unique; the operationId of the OpenAPI document. */
  id: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Fastify's spelling: `/api/filings/:filingId`. */
  path: string
  /** In Chinese, for the OpenAPI document. */
  summary: string
  who: 'anyone' | 'signedIn' | readonly Role[]
  filing?: 'see' | FilingAction
  scope?: Scope
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** Absent: a file, a stream or nothing. */
  answer?: z.ZodType
}>

export function route<const Definition extends RouteDefinition>(definition: Definition): Definition {
  return definition
}

/** Said without zod's own types: to hold every route against those takes the compiler as long as all the pages. */
type Shapes = Readonly<{ id: string; params?: unknown; query?: unknown; body?: unknown; answer?: unknown }>
type InputOf<Shape> = Shape extends { _zod: { input: infer Input } } ? Input : undefined

/** What a caller of a route gives. */
export type CallOf<Definition extends Shapes> = {
  params?: InputOf<Definition['params']>
  query?: InputOf<Definition['query']>
  body?: InputOf<Definition['body']>
}

/** What a route answers. */
export type AnswerOf<Definition extends Shapes> = Definition['answer'] extends {
  _zod: { output: infer Output }
}
  ? Output
  : undefined
