import type { CheckKind } from '../../../law/check.js'
import { dayWords } from './calendar.js'
import { piecesWith } from './pieces.js'
import { reportDates } from './report-dates.js'
import { holdsAt, violatedAt } from './verdicts.js'

/** 评价工作的结束日期、依据文件的年份 do not lie after the report's own date. */
export const nothingAfterReport: CheckKind = (filing) => {
  const [report] = reportDates(filing)
  if (report === undefined) return []
  return piecesWith(filing, /20\d{2}[〕﹞\]］)）]\s*第?\d/).flatMap((piece) =>
    [...piece.text.matchAll(/[〔﹝[［(（](20\d{2})[〕﹞\]］)）]\s*第?\d{1,4}\s*号/g)].map((match) => {
      const place = piece.at(match[0])
      if (Number(match[1]) <= report.day.year) return holdsAt(place)
      const message = `这里引用的文件是${match[1]}年的，而报告的日期是${dayWords(report.day)}。请核对文号的年份和报告日期。`
      return violatedAt([place, report.place], message, { severity: 'warning' })
    }),
  )
}
