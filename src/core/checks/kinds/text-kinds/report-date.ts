import type { CheckKind } from '../../../law/check.js'
import { compareDays, type Day, dayWords } from './calendar.js'
import { reportDates } from './report-dates.js'
import { holdsAt, violatedAt } from './verdicts.js'

/** 报告日期、填报日期 lie after the end of the budget year. */
export const reportDate: CheckKind = (filing) => {
  const year = filing.budgetYear
  if (year === undefined) return []
  const end: Day = { year, month: 12, day: 31 }
  return reportDates(filing).map(({ day, place }) => {
    if (compareDays(day, end) >= 0) return holdsAt(place)
    const message = `${dayWords(day)}早于${year}年度结束的日子。${year}年度的自评应在年度终了后填报，请核对这个日期和报告的年度。`
    return violatedAt([place], message, { expected: `晚于${dayWords(end)}`, stated: dayWords(day) })
  })
}
