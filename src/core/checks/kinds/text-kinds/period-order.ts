import type { CheckKind } from '../../../law/check.js'
import { compareDays, type Day, dayWords } from './calendar.js'
import { piecesWith } from './pieces.js'
import { holdsAt, violatedAt } from './verdicts.js'

const periodPattern =
  /(20\d{2})年(\d{1,2})月(\d{1,2})日\s*(?:起)?\s*(?:至|到|—{1,2}|-|~|～)\s*(?:(20\d{2})年)?(?:(\d{1,2})月)?(\d{1,2})日/g

/** 起止日期: the beginning is not after the end. */
export const periodOrder: CheckKind = (filing) =>
  piecesWith(filing, /\d日\s*起?\s*(?:至|到|—|-|~|～)/).flatMap((piece) =>
    [...piece.text.matchAll(periodPattern)].map((match) => {
      const { begin, end } = periodOf(match)
      const place = piece.at(match[0])
      if (compareDays(begin, end) <= 0) return holdsAt(place)
      return violatedAt(
        [place],
        `起止日期颠倒：从${dayWords(begin)}到${dayWords(end)}，开始在结束之后。请核对。`,
      )
    }),
  )

function periodOf(match: RegExpMatchArray): { begin: Day; end: Day } {
  const [, year = '', month = '', day = '', endYear, endMonth, endDay = ''] = match
  return {
    begin: { year: Number(year), month: Number(month), day: Number(day) },
    end: {
      year: Number(endYear ?? endOfYear(year, month, endMonth)),
      month: Number(endMonth ?? month),
      day: Number(endDay),
    },
  }
}

/** 2023年12月20日至1月5日 ends in the next year. */
function endOfYear(year: string, month: string, endMonth: string | undefined): number {
  return Number(year) + (Number(endMonth ?? month) < Number(month) ? 1 : 0)
}
