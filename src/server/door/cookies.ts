import type { FastifyReply, FastifyRequest } from 'fastify'
import { originOf } from './forgery.js'
import { isLoopbackName } from './loopback.js'

const plainName = 'hengxiao_session'
/** The prefix makes browsers refuse it without `Secure`, from another path or for a whole domain. */
const secureName = `__Host-${plainName}`

/** Whether cookies bear `Secure`: always, but for plain http to this very machine. */
export function isSecure(request: FastifyRequest): boolean {
  const { protocol, hostname } = new URL(originOf(request))
  return protocol === 'https:' || !isLoopbackName(hostname)
}

export function findSessionCookie(request: FastifyRequest): string | undefined {
  return request.cookies[isSecure(request) ? secureName : plainName]
}

export function setSessionCookie(reply: FastifyReply, token: string): void {
  const secure = isSecure(reply.request)
  reply.setCookie(secure ? secureName : plainName, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
  })
}

export function clearSessionCookie(reply: FastifyReply): void {
  const secure = isSecure(reply.request)
  reply.clearCookie(secure ? secureName : plainName, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
  })
}
