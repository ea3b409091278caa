import type { FastifyInstance, FastifyServerOptions } from 'fastify'

/** Where lines of the log go. */
export type LogTarget = Readonly<{ write: (line: string) => void }>

/**
 * What is logged: one line a request, by route and not by address (addresses may carry one-time links), without
 * headers, cookies and bodies; a fault with its stack. Names of secrets are struck out should they ever get in.
 */
export function loggerTo(target: LogTarget): NonNullable<FastifyServerOptions['logger']> {
  return {
    level: 'info',
    stream: target,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: {
      paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '***',
    },
    serializers: { err: describeFault },
  }
}

const secretNames = ['password', 'token', 'cookie', 'authorization', 'code', 'secret', '["x-csrf-token"]']

/** Details of a database error may quote the row; its message and stack do not. */
function describeFault(error: Error) {
  return { type: error.name, message: error.message, stack: error.stack ?? '' }
}

/** One line for every request of the API. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, visitor } = request
    const route = request.routeOptions.url ?? 'none'
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10
    const line = { method, route, status: reply.statusCode, milliseconds, account: visitor?.caller.accountId }
    if (route.startsWith('/api/')) request.log.info(line, 'request')
    done()
  })
}
