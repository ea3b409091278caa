import { remembered } from '../remember.js'
import { type Decimal, parseDecimal, powerOfTen } from './decimal.js'
import { exactly, type Interval, printed } from './interval.js'
import { normalise } from './normalise.js'
import { rational } from './rational.js'
import { isExactUnit, unitPattern } from './unit.js'

/** ≥ ≤ ＝ ＞ ＜ in front of a target. */
export type Relation = 'atLeast' | 'atMost' | 'equal' | 'moreThan' | 'lessThan'

/** 约, 左右 · 余, 多 · 以上: the number is not exact, and open on one or both sides. */
export type Approximation = 'about' | 'over' | 'orMore'

export type StatedNumber = Readonly<{
  kind: 'number'
  value: Decimal
  /** As printed: 万元, %, 人次. Undefined when none is printed. */
  unit: string | undefined
  relation: Relation | undefined
  approximation: Approximation | undefined
}>

/** A day, month or year named as a date; `day` and `month` may be missing. `byThen`: 底前, 前. */
export type StatedDate = Readonly<{
  kind: 'date'
  year: number | undefined
  month: number | undefined
  day: number | undefined
  byThen: boolean
}>

/**
 * What stands in a cell. Empty, `0`, `/`, `——` and 无 are five different things:
 * `blank` not filled, number 0, `notApplicable`, `dash`, `none`.
 */
export type Stated =
  | StatedNumber
  | StatedDate
  | Readonly<{ kind: 'blank' | 'notApplicable' | 'dash' | 'none' }>
  | Readonly<{ kind: 'text'; text: string }>

const relations: readonly (readonly [RegExp, Relation])[] = [
  [/^(?:≥|不低于|不少于|不小于|大于等于|大于或等于|至少|达到|高于或等于)/, 'atLeast'],
  [/^(?:≤|不超过|不高于|不大于|不多于|小于等于|小于或等于|控制在|至多|低于或等于)/, 'atMost'],
  [/^(?:=|等于)/, 'equal'],
  [/^(?:>|大于|高于|超过|多于)/, 'moreThan'],
  [/^(?:<|小于|低于|少于)/, 'lessThan'],
]

const numberText = String.raw`[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`
const wholeNumber = new RegExp(
  String.raw`^(约|近|将近|大约)?\s*(${numberText})\s*(余|多|来)?\s*((?:${unitPattern})?(?:\/(?:${unitPattern}))?)\s*(余|多)?(以上|及以上|以下|以内|之内|及以下|左右|上下)?$`,
)

/** Reads one cell. Signs are folded first, so `＞＝９５％` and `≥95%` are the same. */
export const parseStated: (text: string) => Stated = remembered((text) => {
  const folded = normalise(text)
  const bare = folded.replace(/\s/g, '')
  if (bare === '') return { kind: 'blank' }
  if (/^[/／\\]+$/.test(bare)) return { kind: 'notApplicable' }
  if (/^[—-]+$/.test(bare)) return { kind: 'dash' }
  if (/^(?:无|没有|不涉及|不适用)$/.test(bare)) return { kind: bare === '不适用' ? 'notApplicable' : 'none' }
  return parseNumber(bare) ?? parseDate(bare) ?? { kind: 'text', text: folded }
})

function parseNumber(text: string): StatedNumber | undefined {
  let rest = text
  let relation: Relation | undefined
  for (const [pattern, name] of relations) {
    const match = pattern.exec(rest)
    if (match === null) continue
    rest = rest.slice(match[0].length)
    relation = name
    break
  }
  const match = wholeNumber.exec(rest)
  if (match === null) return undefined
  const [, about, digits = '', over, unit = '', overAfter, tail = ''] = match
  const value = parseDecimal(digits.replaceAll(',', ''))
  if (value === undefined) return undefined
  return {
    kind: 'number',
    value,
    unit: unit === '' ? undefined : unit,
    relation: relation ?? tailRelation(tail),
    approximation: approximationOf(about, over ?? overAfter, tail),
  }
}

function tailRelation(tail: string): Relation | undefined {
  if (tail.endsWith('以上')) return 'atLeast'
  return ['以下', '以内', '之内', '及以下'].includes(tail) ? 'atMost' : undefined
}

function approximationOf(
  about: string | undefined,
  over: string | undefined,
  tail: string,
): Approximation | undefined {
  if (about !== undefined || tail === '左右' || tail === '上下') return 'about'
  if (over !== undefined) return 'over'
  return undefined
}

const datePatterns: readonly RegExp[] = [
  /^(?<year>\d{4})年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?)?(?<tail>底前|底之前|底|末|前|之前|以前|内|年底前)?(?<words>\D{0,12})$/,
  /^(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?(?<tail>底前|底之前|底|末|前|之前|以前|内)?(?<words>\D{0,12})$/,
  /^(?<year>\d{4})[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})(?<tail>前|之前|以前)?(?<words>\D{0,12})$/,
]

function parseDate(text: string): StatedDate | undefined {
  for (const pattern of datePatterns) {
    const groups = pattern.exec(text)?.groups
    if (groups === undefined) continue
    const month = optionalNumber(groups.month)
    const day = optionalNumber(groups.day)
    if ((month !== undefined && (month < 1 || month > 12)) || (day !== undefined && (day < 1 || day > 31)))
      continue
    const tail = groups.tail ?? ''
    return {
      kind: 'date',
      year: optionalNumber(groups.year),
      month,
      day,
      byThen: tail !== '' || groups.words !== '',
    }
  }
  return undefined
}

function optionalNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number.parseInt(text, 10)
}

/** What the number can have been: exact for counts, ± half its last digit for the rest, open for 约 余 多. */
export function intervalOf(stated: StatedNumber, unit = stated.unit): Interval {
  const { value, approximation } = stated
  if (approximation === 'orMore') return { ...exactly(value), high: undefined }
  if (approximation !== undefined) return openInterval(value, approximation)
  return unit !== undefined && isExactUnit(unit) ? exactly(value) : printed(value)
}

/** 990 余 is 990 up to 1000; 约 1000 is half a thousand to either side. */
function openInterval(value: Decimal, approximation: 'about' | 'over'): Interval {
  const middle = exactly(value).middle
  const step = rational(lastDigitStep(value), powerOfTen(value.scale))
  const up = { numerator: middle.numerator + step.numerator, denominator: middle.denominator }
  if (approximation === 'over') return { low: middle, middle, high: up }
  const doubled = { numerator: middle.numerator * 2n, denominator: middle.denominator * 2n }
  return {
    low: { numerator: doubled.numerator - step.numerator, denominator: doubled.denominator },
    middle,
    high: { numerator: doubled.numerator + step.numerator, denominator: doubled.denominator },
  }
}

/** The unit of the last digit that is not zero, but at least ten: 990 → 10, 1000 → 1000, 28 → 10. */
function lastDigitStep(value: Decimal): bigint {
  const digits = (value.digits < 0n ? -value.digits : value.digits).toString()
  const zeros = digits.length - digits.replace(/0+$/, '').length
  return powerOfTen(Math.max(zeros, value.scale === 0 ? 1 : 0))
}
