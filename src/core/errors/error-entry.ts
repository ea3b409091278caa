/** What a refusal means to the caller; the server maps it to a status, the command line to exit 2. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  /** Somebody else saved first. */
  | 'stale'
  | 'tooMany'
  /** Not now; the same may work in a moment. */
  | 'unavailable'

export type ErrorEntry = Readonly<{ kind: ErrorKind; sentence: string }>
