import { PassThrough, type Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../core/errors/errors.js'

/** Minutes that an upload of files may take: 64 MB over a slow line of 1 Mbit/s take nine. */
const uploadMinutes = 15

/**
 * A body that breaks off with BODY_TOO_SLOW when it has not arrived in time, so that nobody can hold
 * connections open by sending a byte now and then.
 */
export function limitSlowBody(request: FastifyRequest, payload: Readable): Readable {
  const isUpload = request.headers['content-type']?.startsWith('multipart/') ?? false
  const seconds = isUpload ? uploadMinutes * 60 : request.server.site.bodySeconds
  if (isUpload) return limitUpload(payload, seconds)
  const limited = new PassThrough()
  // Whoever refused the request no longer listens; without a listener the error would end the process.
  limited.on('error', () => undefined)
  const timer = setTimeout(() => {
    payload.unpipe(limited)
    limited.destroy(new DomainError('BODY_TOO_SLOW', { seconds }))
  }, seconds * 1000)
  const settle = () => clearTimeout(timer)
  payload.once('end', settle)
  payload.once('close', settle)
  payload.once('error', (error) => limited.destroy(error))
  return payload.pipe(limited)
}

/** Multipart is read from the request itself, not from a copy: a second reader would take bytes away. */
function limitUpload(payload: Readable, seconds: number): Readable {
  const timer = setTimeout(
    () => payload.destroy(new DomainError('BODY_TOO_SLOW', { seconds })),
    seconds * 1000,
  )
  payload.once('end', () => clearTimeout(timer))
  payload.once('close', () => clearTimeout(timer))
  return payload
}
