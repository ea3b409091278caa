import type { Place } from '../../../document/document.js'
import type { Outcome } from '../../../law/check.js'

/** The relation was asked there and holds. */
export function holdsAt(...places: readonly Place[]): Outcome {
  return { verdict: 'holds', places, message: '' }
}

/** The relation could not be asked: something it needs is missing. */
export function cannotCheckAt(...places: readonly Place[]): Outcome {
  return { verdict: 'cannotCheck', places, message: '' }
}

/** The relation does not hold. */
export function violatedAt(places: readonly Place[], message: string, more: Partial<Outcome> = {}): Outcome {
  return { ...more, verdict: 'violated', places, message }
}

/** One violated outcome for all places, or one that holds when there are none. */
export function gathered(
  places: readonly Place[],
  message: () => string,
  more: Partial<Outcome> = {},
): readonly Outcome[] {
  return places.length === 0 ? [holdsAt()] : [violatedAt(places, message(), more)]
}
