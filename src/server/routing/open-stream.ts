import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../core/errors/errors.js'
import { reaches } from '../../core/workflow/role.js'
import { findBySession } from '../door/find-visitor.js'
import { securityHeaders } from '../door/security-headers.js'
import type { StreamEvent, Workplace } from '../workplace/workplace.js'

/** Streams that one account may hold open at a time, over all its windows. */
export const streamLimit = 12

type Watched = Readonly<{ request: FastifyRequest; reply: FastifyReply; workplace: Workplace }>

const openByAccount = new Map<string, number>()

/**
 * Server-sent events of one topic, for `watch…` routes: `await openStream(call, 'filing/…')`. Tells only events of
 * units within the caller's subtree, gives a sign of life now and then, and ends with the session or the server.
 *
 * @throws DomainError SIGN_IN_NEEDED, STREAMS_TOO_MANY
 */
export async function openStream({ request, reply, workplace }: Watched, topic: string): Promise<undefined> {
  const { visitor } = request
  if (visitor === undefined || visitor.by !== 'cookie') throw new DomainError('SIGN_IN_NEEDED')
  const { caller, tokenHash } = visitor
  // Whoever left while they were looked up has said so already: nothing would ever end this stream.
  if (reply.raw.destroyed) return undefined
  const leave = enter(caller.accountId)
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...securityHeaders(reply),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  raw.write('retry: 3000\n\n')
  const stop = workplace.streams.listen(topic, (event) => {
    if (reaches(caller, event.unitPath)) raw.write(render(event))
  })
  const heartbeat = setInterval(async () => {
    const still = await findBySession(tokenHash, workplace, { isSignOfLife: true }).catch(() => undefined)
    if (still === undefined || still.caller.officeId !== caller.officeId) raw.end()
    else raw.write(': \n\n')
  }, request.server.site.heartbeatSeconds * 1000)
  const close = () => raw.end()
  request.server.openStreams.add(close)
  raw.once('close', () => {
    clearInterval(heartbeat)
    stop()
    leave()
    request.server.openStreams.delete(close)
  })
}

function render({ event, data }: StreamEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

function enter(accountId: string): () => void {
  const count = openByAccount.get(accountId) ?? 0
  if (count >= streamLimit) throw new DomainError('STREAMS_TOO_MANY', { limit: streamLimit })
  openByAccount.set(accountId, count + 1)
  return () => {
    const left = (openByAccount.get(accountId) ?? 1) - 1
    if (left > 0) openByAccount.set(accountId, left)
    else openByAccount.delete(accountId)
  }
}
