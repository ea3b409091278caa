import { DomainError } from '../core/errors/errors.js'

/** Network failures, and the states in which PostgreSQL is going down, coming up or full. */
const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
])
const sentences = [/Connection terminated/, /timeout exceeded when trying to connect/, /not queryable/]

/** Whether a failure says that the database is away, not that the question was wrong. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && codes.has(String(error.code))) return true
  return sentences.some((sentence) => sentence.test(error.message))
}

/**
 * Rethrows a failure; one that says the database is away as a refusal that users can read.
 *
 * @throws DomainError DATABASE_UNREACHABLE
 */
export function asUnreachable(error: unknown): never {
  if (!isUnreachable(error)) throw error
  const reason = error instanceof Error && 'code' in error ? String(error.code) : '连接中断'
  throw new DomainError('DATABASE_UNREACHABLE', { reason })
}
