import type { AnswerOf, CallOf } from '../contract/route.js'
import type { RouteId, Routes } from '../contract/routes.js'
import { ApiProblem, parseProblem } from './api-problem.js'
import { words } from './words.zh.js'

/** Method and path by route id, put in by the build: the shapes of the contract stay on the server. */
declare const ROUTE_TABLE: Readonly<Record<RouteId, readonly [string, string]>>

type Sendable = {
  params?: unknown
  query?: unknown
  body?: unknown
  headers?: Readonly<Record<string, string>>
  /** For files: sent as multipart instead of `body`. */
  form?: FormData
  signal?: AbortSignal
}

/** What a route is called with: its own params, query and body, and headers, files or a signal beside them. */
export type InputOf<Id extends RouteId> = CallOf<Routes[Id]> & Omit<Sendable, 'params' | 'query' | 'body'>

let csrfToken: string | null = null
const signedOutListeners = new Set<() => void>()

/** Remembers the token that every change must carry. */
export function keepCsrfToken(token: string | null): void {
  csrfToken = token
}

/** Tells when the server no longer knows who is signed in. @returns stops listening */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

/** Address of a route with its params and query, for links, downloads and streams. */
export function addressOf<Id extends RouteId>(id: Id, given: CallOf<Routes[Id]> = {}): string {
  return buildAddress(id, given)
}

/** Calls a route of the contract. @throws ApiProblem with the server's code and sentence, or UNREACHABLE */
export async function call<Id extends RouteId>(id: Id, given?: InputOf<Id>): Promise<AnswerOf<Routes[Id]>> {
  return parseAnswer(await send(id, given ?? {}))
}

async function send(id: RouteId, given: Sendable): Promise<Response> {
  const [method] = ROUTE_TABLE[id]
  const response = await reach(buildAddress(id, given), {
    method,
    headers: headersOf(method, given),
    body: given.form ?? (given.body === undefined ? null : JSON.stringify(given.body)),
    credentials: 'same-origin',
    signal: given.signal ?? null,
  })
  if (response.ok) return response
  const problem = await parseProblem(response)
  if (response.status === 401 && id !== 'signIn') for (const listener of signedOutListeners) listener()
  throw problem
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init)
  } catch (reason) {
    if (init.signal?.aborted === true) throw reason
    throw new ApiProblem({ status: 0, code: 'UNREACHABLE', sentence: words.unreachable })
  }
}

function headersOf(method: string, given: Sendable): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (given.body !== undefined) headers['content-type'] = 'application/json'
  return { ...headers, ...(method === 'GET' ? {} : csrfHeaders()), ...given.headers }
}

/** What every change must carry, for what cannot go through `call`. */
export function csrfHeaders(): Readonly<Record<string, string>> {
  return csrfToken === null ? {} : { 'x-csrf-token': csrfToken }
}

function buildAddress(id: RouteId, given: Sendable): string {
  const params = new Map(entriesOf(given.params))
  const path = ROUTE_TABLE[id][1].replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params.get(name) ?? ''),
  )
  const query = new URLSearchParams(entriesOf(given.query)).toString()
  const whole = path.replace('*', params.get('*') ?? '')
  return query === '' ? whole : `${whole}?${query}`
}

function entriesOf(given: unknown): [string, string][] {
  if (typeof given !== 'object' || given === null) return []
  return Object.entries(given).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)] as [string, string]],
  )
}

/** The server checks its answers against the contract, so the page takes them as they are. */
async function parseAnswer<Answer>(response: Response): Promise<Answer> {
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return (isJson ? await response.json() : undefined) as Answer
}
