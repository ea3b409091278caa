import type { Scope } from '../../contract/route.js'
import type { Actor } from '../../store/store.js'
import type { Site } from './site.js'

/** Who calls: the actor with what the page and the trail need. */
export type Caller = Actor &
  Readonly<{ login: string; officeId: string; unitName: string; scopes: readonly Scope[] | 'all' }>

/** Who a request comes from, once its cookie or token was found. */
export type Visitor = Readonly<{
  caller: Caller
  /** `cookie`: a person at the page; `token`: a program. */
  by: 'cookie' | 'token'
  /** SHA-256 of the session's token; empty for a program. */
  tokenHash: Buffer
  csrfToken: string
  mustChangePassword: boolean
}>

declare module 'fastify' {
  interface FastifyInstance {
    site: Site
    /** Ends every watching stream, when the server stops. */
    openStreams: Set<() => void>
  }
  interface FastifyRequest {
    visitor: Visitor | undefined
    /** Whether a handler has begun to send an answer itself. */
    isAnswered: boolean
  }
  interface FastifyContextConfig {
    routeId?: string
  }
}
