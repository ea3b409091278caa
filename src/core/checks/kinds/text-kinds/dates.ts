import {
  type Block,
  type Document,
  type Paragraph,
  type Place,
  placeInParagraph,
} from '../../../document/document.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { endsReport } from '../../../narrative/sections.js'
import { isUnitName } from '../../../narrative/unit-name.js'
import { onceFor } from '../../../remember.js'
import { wordsOf } from '../../parameters.js'
import { compareDays, type Day, daysIn, dayWords, exists } from './calendar.js'
import { piecesWith } from './pieces.js'
import { readSignature } from './signature-line.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { holdsAny } from './word-pattern.js'

type Dated = Readonly<{ day: Day; place: Place }>

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

/** 截至…资产总额: the day of the balance is the last of the budget year. */
export const balanceDate: CheckKind = (filing, definition) => {
  const subjects = wordsOf(definition, 'subjects')
  const exceptions = wordsOf(definition, 'exceptions')
  const year = filing.budgetYear
  if (year === undefined) return []
  const expected: Day = { year, month: 12, day: 31 }
  return filing.narrative.sentences.flatMap(({ text, paragraph }): readonly Outcome[] => {
    const [first] = daysIn(text)
    if (first === undefined || !/截[至止]\s*$/.test(text.slice(0, first.index))) return []
    if (!holdsAny(text, subjects) || holdsAny(text, exceptions)) return []
    const place = placeInParagraph(paragraph, first.printed)
    if (compareDays(first, expected) === 0) return [holdsAt(place)]
    const message = `这里的数据截至${dayWords(first)}，而评价年度末是${dayWords(expected)}。请核对日期和数据是不是本年度末的。`
    return [
      violatedAt([place], message, {
        severity: 'warning',
        expected: dayWords(expected),
        stated: dayWords(first),
      }),
    ]
  })
}

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

function reportDates({ document }: Filing): readonly Dated[] {
  return datesOf(document)
}

const datesOf = onceFor((document: Document): readonly Dated[] => {
  const filled = document.blocks.filter((block) => block.kind === 'table' || block.text.trim() !== '')
  return filled.flatMap((block, position) => {
    if (block.kind === 'table') return []
    const day = closes(filled, position) ? closingDay(block) : undefined
    return [day ?? fillingDay(block)].filter((found) => found !== undefined)
  })
})

/** A date by itself dates the report below the unit's name or as the report's last line. */
function closes(blocks: readonly Block[], position: number): boolean {
  const [before, after] = [blocks[position - 1], blocks[position + 1]]
  if (before?.kind === 'paragraph' && isUnitName(before.text)) return true
  return after === undefined || after.kind === 'table' || endsReport(after.text)
}

function closingDay(paragraph: Paragraph): Dated | undefined {
  const text = paragraph.text.trim()
  const [day] = daysIn(text)
  return day !== undefined && day.printed === text && exists(day)
    ? { day, place: placeInParagraph(paragraph, text) }
    : undefined
}

function fillingDay(paragraph: Paragraph): Dated | undefined {
  const field = readSignature(paragraph.text)?.find(({ role }) => role === 'date')
  const [day] = field === undefined ? [] : daysIn(field.value)
  if (field === undefined || day === undefined || !exists(day)) return undefined
  return { day, place: placeInParagraph(paragraph, field.printed.trim()) }
}
