import type { Pack } from '../pack/pack.js'
import type { SourceNode } from '../pack-source/source.js'
import type { CaseOutcome } from './run-cases.js'

/** The files of a pack as it writes them itself, before anything is inherited. */
export type OwnFiles = Readonly<
  Record<'pack' | 'checks' | 'scoring' | 'report' | 'paper', SourceNode | undefined>
>

/** A pack that was read without a mistake, and what there is to judge it by. */
export type PackInHand = Readonly<{
  pack: Pack
  own: OwnFiles
  /** The pack that it extends. */
  base: Pack | undefined
  /** The ids of everything that it inherits: what `without` can take away. */
  inherited: ReadonlySet<string>
  outcomes: readonly CaseOutcome[]
}>
