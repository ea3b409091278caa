import type { CheckKind } from '../../../law/check.js'
import { daysIn, exists } from './calendar.js'
import { piecesWith } from './pieces.js'
import { holdsAt, violatedAt } from './verdicts.js'

/** No 2月30日, no 13月. */
export const dayExists: CheckKind = (filing) =>
  piecesWith(filing, /20\d{2}\s*年\s*\d{1,2}\s*月\s*\d/).flatMap((piece) =>
    daysIn(piece.text)
      .filter(({ printed }) => printed.includes('月'))
      .map((mention) => {
        const place = piece.at(mention.printed)
        if (exists(mention)) return holdsAt(place)
        return violatedAt([place], `“${mention.printed}”在日历上不存在，请核对。`)
      }),
  )
