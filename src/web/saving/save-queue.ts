import { cellOfChange } from '../../core/editing/cells-of-changes.js'
import type { CellKey, Conflict, ContentChange } from '../../core/editing/content.js'
import { mergeChange } from './merge-changes.js'
import type {
  Batch,
  Keeper,
  OpenConflict,
  SaveOutcome,
  SaveState,
  SaveTransport,
  Unsaved,
} from './save-state.js'

/** Milliseconds to wait for more typing, then between tries; the last is repeated. */
const typingPause = 600
const pauses = [1_000, 2_000, 5_000, 10_000, 30_000]

export type SaveQueueGiven = Readonly<{
  /** Revision of the content on the page. */
  revision: string
  transport: SaveTransport
  keeper: Keeper
  rebase: (
    mine: readonly ContentChange[],
    theirs: readonly ContentChange[],
  ) => Readonly<{ changes: readonly ContentChange[]; conflicts: readonly Conflict[] }>
  newId: () => string
  /** @returns cancels */
  later: (milliseconds: number, run: () => void) => () => void
  /** Somebody else saved first: the page reads the filing again and puts `unsent` on top. */
  onTheirs: (theirs: readonly ContentChange[], revision: string) => void
}>

/** 保存: sends changes one batch at a time, keeps them on this machine until the server has them, loses none. */
export class SaveQueue {
  readonly #given: SaveQueueGiven
  readonly #listeners = new Set<() => void>()
  readonly #settled = new Set<() => void>()
  #unsaved: Unsaved
  #state: SaveState = { kind: 'saved', at: null }
  #savedAt: string | null = null
  #busy = false
  #tries = 0
  #cancel: () => void = () => {}

  constructor(given: SaveQueueGiven) {
    this.#given = given
    const kept = given.keeper.load()
    this.#unsaved = kept ?? { revision: given.revision, sending: null, waiting: [], conflicts: [] }
    this.#rest()
  }

  /** Opens the content at this revision, unless changes made on an earlier one still wait. */
  open(revision: string): void {
    const idle = !this.#hasMore() && this.#unsaved.conflicts.length === 0
    if (idle) this.#unsaved = { ...this.#unsaved, revision }
    else this.sendNow()
  }

  /** For React: calls back on every change of the state. @returns stops */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  state = (): SaveState => this.#state

  /** The revision that the server has acknowledged last. */
  revision(): string {
    return this.#unsaved.revision
  }

  /** Changes that the server has not acknowledged, in order; conflicts are not among them. */
  unsent(): readonly ContentChange[] {
    return [...(this.#unsaved.sending?.changes ?? []), ...this.#unsaved.waiting]
  }

  /** Takes changes; they are on this machine when it returns. */
  add(changes: readonly ContentChange[]): void {
    if (changes.length === 0) return
    this.#keep({ ...this.#unsaved, waiting: changes.reduce(mergeChange, this.#unsaved.waiting) })
    if (this.#state.kind === 'refused') this.#state = { kind: 'saving' }
    if (this.#state.kind !== 'offline') this.#plan(typingPause)
    this.#rest()
  }

  /** Settles a conflict: `theirs` drops what was written here, `yours` writes it over theirs. */
  choose(cell: CellKey, whose: 'theirs' | 'yours'): void {
    const chosen = this.#unsaved.conflicts.find((conflict) => conflict.cell === cell)
    if (chosen === undefined) return
    const conflicts = this.#unsaved.conflicts.filter((conflict) => conflict !== chosen)
    this.#keep({ ...this.#unsaved, conflicts })
    if (whose === 'yours') this.add(chosen.mine.map((change) => over(change, chosen)))
    this.#rest()
  }

  /** Sends at once: the network is back, the person has signed in again, or is about to leave. */
  sendNow(): void {
    this.#tries = 0
    if (this.#hasMore()) this.#send()
  }

  /** Sends everything. @returns the state it ended in: `saved` unless something stands in the way */
  async flush(): Promise<SaveState> {
    this.sendNow()
    while (this.#busy || (this.#hasMore() && this.#state.kind === 'saving'))
      await new Promise<void>((resolve) => this.#settled.add(resolve))
    return this.#state
  }

  /** Forgets changes that the server refused. */
  discard(): void {
    this.#keep({ ...this.#unsaved, sending: null, waiting: [] })
    this.#state = { kind: 'saved', at: this.#savedAt }
    this.#rest()
  }

  #hasMore(): boolean {
    return this.#unsaved.sending !== null || this.#unsaved.waiting.length > 0
  }

  #plan(milliseconds: number): void {
    this.#cancel()
    this.#cancel = this.#given.later(milliseconds, () => this.#send())
  }

  #send(): void {
    this.#cancel()
    if (this.#busy || !this.#hasMore()) return
    const batch = this.#unsaved.sending ?? { changeId: this.#given.newId(), changes: this.#unsaved.waiting }
    if (this.#unsaved.sending === null) this.#keep({ ...this.#unsaved, sending: batch, waiting: [] })
    this.#busy = true
    if (this.#state.kind !== 'offline') this.#state = { kind: 'saving' }
    this.#tell()
    void this.#given.transport(batch, this.#unsaved.revision).then((outcome) => this.#settle(batch, outcome))
  }

  #settle(batch: Batch, outcome: SaveOutcome): void {
    this.#busy = false
    if (this.#unsaved.sending === batch) this.#take(outcome)
    this.#rest()
    for (const done of this.#settled) done()
    this.#settled.clear()
  }

  #take(outcome: SaveOutcome): void {
    if (outcome.kind === 'unreachable') {
      this.#state = { kind: 'offline' }
      this.#plan(pauses[Math.min(this.#tries, pauses.length - 1)] ?? 0)
      this.#tries += 1
      return
    }
    this.#tries = 0
    if (outcome.kind === 'refused') {
      this.#state = outcome
      this.#keep({ ...this.#unsaved, sending: null, waiting: this.unsent() })
    } else if (outcome.kind === 'stale') this.#rebase(outcome)
    else {
      this.#savedAt = outcome.savedAt
      this.#state = { kind: 'saving' }
      this.#keep({ ...this.#unsaved, revision: outcome.revision, sending: null })
    }
    if (outcome.kind !== 'refused' && this.#hasMore()) this.#plan(0)
  }

  #rebase({ revision, changes: theirs }: Extract<SaveOutcome, { kind: 'stale' }>): void {
    const mine = this.unsent()
    const { changes, conflicts } = this.#given.rebase(mine, theirs)
    const open = conflicts.map((conflict) => ({
      ...conflict,
      mine: mine.filter((one) => cellOfChange(one) === conflict.cell),
    }))
    const cells = new Set(open.map(({ cell }) => cell))
    const earlier = this.#unsaved.conflicts.filter(({ cell }) => !cells.has(cell))
    this.#state = { kind: 'saving' }
    this.#keep({ revision, sending: null, waiting: changes, conflicts: [...earlier, ...open] })
    this.#given.onTheirs(theirs, revision)
  }

  /** What the state is when nothing new happened. */
  #rest(): void {
    const { conflicts } = this.#unsaved
    if (this.#state.kind === 'saving' || this.#state.kind === 'saved' || this.#state.kind === 'conflict') {
      if (conflicts.length > 0) this.#state = { kind: 'conflict', conflicts }
      else this.#state = this.#hasMore() ? { kind: 'saving' } : { kind: 'saved', at: this.#savedAt }
    }
    this.#tell()
  }

  #keep(unsaved: Unsaved): void {
    this.#unsaved = unsaved
    const empty = !this.#hasMore() && unsaved.conflicts.length === 0
    this.#given.keeper.keep(empty ? null : unsaved)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** The same change, as one who has seen theirs makes it. */
function over(change: ContentChange, { theirs }: OpenConflict): ContentChange {
  return change.kind === 'cell' ? { ...change, from: theirs } : change
}
