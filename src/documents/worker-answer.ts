import type { ErrorCode, ErrorParameters } from '../core/errors/errors.js'
import type { ReadResult } from './read-document.js'

/** What a reading worker sends back; an error class does not survive the way between threads. */
export type WorkerAnswer =
  | Readonly<{ kind: 'read'; result: ReadResult }>
  | Readonly<{ kind: 'refused'; code: ErrorCode; parameters: ErrorParameters }>
  | Readonly<{ kind: 'failed'; message: string }>
