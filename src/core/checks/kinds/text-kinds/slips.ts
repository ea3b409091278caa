import type { Place } from '../../../document/document.js'
import type { Outcome } from '../../../law/check.js'
import type { Piece } from './pieces.js'
import { holdsAt, violatedAt } from './verdicts.js'

/** A wrong string, with what was meant where that is known. */
export type Slip = Readonly<{ place: Place; message: string; expected?: string; stated: string }>

/** One outcome for every wrong string with all its places. */
export function slips(
  pieces: readonly Piece[],
  slipsIn: (piece: Piece) => readonly Slip[],
): readonly Outcome[] {
  const found = pieces.flatMap(slipsIn)
  if (found.length === 0) return [holdsAt()]
  const messages = [...new Set(found.map(({ message }) => message))]
  return messages.flatMap((message) => {
    const same = found.filter((slip) => slip.message === message)
    const [first] = same
    if (first === undefined) return []
    const { expected, stated } = first
    return [
      violatedAt(
        same.map(({ place }) => place),
        message,
        expected === undefined ? { stated } : { expected, stated },
      ),
    ]
  })
}
