import type { CellKey, ContentChange } from '../../core/editing/content.js'

/** What both wrote in one place, for the writer to choose; `mine` are the changes that wait for the choice. */
export type OpenConflict = Readonly<{
  cell: CellKey
  theirs: string
  yours: string
  mine: readonly ContentChange[]
}>

/** Changes under one id: sent again with the same id, the server takes them once. */
export type Batch = Readonly<{ changeId: string; changes: readonly ContentChange[] }>

/** What is not acknowledged yet, as it is kept on this machine. */
export type Unsaved = Readonly<{
  /** The revision that the changes were made on. */
  revision: string
  sending: Batch | null
  waiting: readonly ContentChange[]
  conflicts: readonly OpenConflict[]
}>

/** The line in the head of the page. */
export type SaveState =
  /** `at` null: nothing changed since the page was opened. */
  | Readonly<{ kind: 'saved'; at: string | null }>
  | Readonly<{ kind: 'saving' }>
  | Readonly<{ kind: 'offline' }>
  | Readonly<{ kind: 'conflict'; conflicts: readonly OpenConflict[] }>
  /** The server will never take these changes as they are: what it said. They stay on this machine. */
  | Readonly<{ kind: 'refused'; sentence: string }>

/** What came of sending a batch. `unreachable` also stands for a server in trouble or a session that ended. */
export type SaveOutcome =
  | Readonly<{ kind: 'saved'; revision: string; savedAt: string }>
  | Readonly<{ kind: 'stale'; revision: string; changes: readonly ContentChange[] }>
  | Readonly<{ kind: 'unreachable' }>
  | Readonly<{ kind: 'refused'; sentence: string }>

export type SaveTransport = (batch: Batch, revision: string) => Promise<SaveOutcome>

/** Where unsaved changes outlive the page. `keep` with null forgets them. */
export type Keeper = Readonly<{ load: () => Unsaved | null; keep: (unsaved: Unsaved | null) => void }>
