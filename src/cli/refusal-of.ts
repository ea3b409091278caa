import { DomainError } from '../core/errors/errors.js'

/** Anything that is no refusal is a fault of the program; other files go on. */
export function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  const where = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  return new DomainError('INTERNAL_FAULT', { where })
}
