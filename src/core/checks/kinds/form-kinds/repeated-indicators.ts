import { bareWords } from '../../../exact/normalise.js'
import type { IndicatorRow } from './indicator.js'

type Repeat = Readonly<{ first: IndicatorRow; again: IndicatorRow }>

/** Every row whose name an earlier one has, with the first of that name. */
export function repeatsOf(rows: readonly IndicatorRow[]): Repeat[] {
  const seen = new Map<string, IndicatorRow>()
  const repeats: Repeat[] = []
  for (const row of rows) {
    const words = bareWords(row.name.text)
    const first = seen.get(words)
    if (first !== undefined) repeats.push({ first, again: row })
    else seen.set(words, row)
  }
  return repeats
}
