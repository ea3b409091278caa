/** A day named in full. */
export type Day = Readonly<{ year: number; month: number; day: number }>

/** A day with where it stands in its text. */
export type DayMention = Day & Readonly<{ index: number; printed: string }>

const dayPattern = /(?<!\d)(20\d{2})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})(?:\s*日|(?!\d))/g

/** Every day named in full: 2024年5月8日, 2024-05-08, 2024.5.8. */
export function daysIn(text: string): readonly DayMention[] {
  return [...text.matchAll(dayPattern)].map((match) => {
    const [printed, year = '', month = '', day = ''] = match
    return { year: Number(year), month: Number(month), day: Number(day), index: match.index, printed }
  })
}

/** False for 2月30日 and 13月. */
export function exists({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Negative, zero or positive as `left` is before, on or after `right`. */
export function compareDays(left: Day, right: Day): number {
  return left.year - right.year || left.month - right.month || left.day - right.day
}

/** `2024年5月8日`. */
export function dayWords({ year, month, day }: Day): string {
  return `${year}年${month}月${day}日`
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
