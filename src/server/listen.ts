import type { FastifyInstance } from 'fastify'
import { DomainError } from '../core/errors/errors.js'

/** Where a server listens. */
export type Listening = Readonly<{ host: string; port: number }>

/** Milliseconds: for the head of a request, and between two requests of one connection. */
const headersTimeout = 15_000
const keepAliveTimeout = 65_000

/**
 * Begins to listen.
 *
 * @throws DomainError PORT_TAKEN, PORT_WRONG
 */
export async function listen(app: FastifyInstance, { host, port }: Listening): Promise<void> {
  app.server.headersTimeout = headersTimeout
  app.server.keepAliveTimeout = keepAliveTimeout
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw refusalOf(error, { host, port })
  }
}

function refusalOf(error: unknown, { port, host }: Listening): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return new DomainError('PORT_TAKEN', { port, other: port + 1 })
  if (code === 'EACCES') return new DomainError('PORT_WRONG', { given: port })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new DomainError('HOST_WRONG', { given: host })
  return error
}
