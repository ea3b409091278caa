import { words } from './words.zh.js'

const day = 86_400_000

/** Whole days from one day to another, both `2025-05-15`; negative when it is past. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOf(to) - startOf(from)) / day)
}

/** `5月15日`, of a day or an instant in the time of this machine. */
export function monthAndDay(given: string): string {
  const date = given.length === 10 ? new Date(`${given}T00:00:00`) : new Date(given)
  return words.monthAndDay(date.getMonth() + 1, date.getDate())
}

/** `2025年3月5日 10:32`, in the time of this machine. */
export function dateAndTime(instant: string): string {
  const date = new Date(instant)
  const two = (part: number) => String(part).padStart(2, '0')
  return words.dateAndTime(
    date.getFullYear(),
    monthAndDay(instant),
    `${two(date.getHours())}:${two(date.getMinutes())}`,
  )
}

function startOf(given: string): number {
  return Date.parse(`${given.slice(0, 10)}T00:00:00Z`)
}
