import type { FastifyReply } from 'fastify'
import { isSecure } from './cookies.js'

/** What the page may load and run: only its own files; no script and no style stands inline. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
}

/** Headers of every answer, streams and refusals included. HSTS only where the page is reached by https. */
export function securityHeaders(reply: FastifyReply): Readonly<Record<string, string>> {
  return isSecure(reply.request) ? { ...headers, 'strict-transport-security': 'max-age=31536000' } : headers
}
