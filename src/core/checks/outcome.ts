import type { Place } from '../document/document.js'
import { type Decimal, subtract, toShortText } from '../exact/decimal.js'
import type { FieldValue } from '../filing/filing.js'
import type { Outcome } from '../law/check.js'

/** An outcome that needs no words: it holds, holds by rounding, or cannot be checked. */
export function quiet(
  verdict: 'holds' | 'rounding' | 'cannotCheck',
  ...values: (FieldValue | undefined)[]
): Outcome {
  return { verdict, places: placesOf(values), message: '' }
}

/** The places of the fields that are there. */
export function placesOf(values: readonly (FieldValue | undefined)[]): Place[] {
  const places: Place[] = []
  for (const value of values) if (value !== undefined) places.push(value.place)
  return places
}

/** Expected, stated and their difference as decimal strings. */
export function figures(expected: Decimal, stated: Decimal, unit: string): Partial<Outcome> {
  return {
    expected: toShortText(expected),
    stated: toShortText(stated),
    difference: toShortText(subtract(stated, expected)),
    unit,
  }
}

/** Where a value stands, in words for the middle of a sentence: 第2张表第5行. */
export function placeWords(place: Place): string {
  const [kind, index] = place.part.split(' ')
  if (kind === 'table') return `第${index}张表第${(place.row ?? 0) + 1}行`
  return place.line === undefined ? `第${index}段` : `第${place.line}行`
}
