import { type Decimal, multiply, powerOfTen } from './decimal.js'

/** What a unit measures; values of different dimensions are never compared. */
export type Dimension = 'money' | 'ratio' | 'points' | 'people' | 'visits' | 'area' | 'days' | 'count'

type UnitDefinition = Readonly<{ dimension: Dimension; tenPower: number; exact: boolean }>

/** Units of one dimension differ by a power of ten. Exact units count things, so their numbers were never rounded. */
const units: Readonly<Record<string, UnitDefinition>> = {
  元: { dimension: 'money', tenPower: 0, exact: false },
  千元: { dimension: 'money', tenPower: 3, exact: false },
  万元: { dimension: 'money', tenPower: 4, exact: false },
  万: { dimension: 'money', tenPower: 4, exact: false },
  亿元: { dimension: 'money', tenPower: 8, exact: false },
  '%': { dimension: 'ratio', tenPower: 0, exact: false },
  百分点: { dimension: 'ratio', tenPower: 0, exact: false },
  个百分点: { dimension: 'ratio', tenPower: 0, exact: false },
  分: { dimension: 'points', tenPower: 0, exact: false },
  人: { dimension: 'people', tenPower: 0, exact: true },
  名: { dimension: 'people', tenPower: 0, exact: true },
  位: { dimension: 'people', tenPower: 0, exact: true },
  万人: { dimension: 'people', tenPower: 4, exact: false },
  人次: { dimension: 'visits', tenPower: 0, exact: true },
  万人次: { dimension: 'visits', tenPower: 4, exact: false },
  '㎡': { dimension: 'area', tenPower: 0, exact: false },
  平方米: { dimension: 'area', tenPower: 0, exact: false },
  天: { dimension: 'days', tenPower: 0, exact: true },
  日: { dimension: 'days', tenPower: 0, exact: true },
  个工作日: { dimension: 'days', tenPower: 0, exact: true },
}

/** 件, 次, 个, 项 … count things: each is its own kind of count. */
const counters =
  '件次|件|次|个|项|起|批次|批|场次|场|期|届|份|家|户|处|口|眼|台|套|辆|本|条|篇|张|所|站|支|座|株|棵|只|头|栋|间|块|部|册|类|种|门|宗|笔|页|例|' +
  '亩|公顷|平方公里|公里|千米|米|立方米|吨|公斤|千瓦时|千瓦|小时|课时|学时|课|月|年|季度|周|班|组|队|村|镇|街道|社区|学校|企业'

function longestFirst(words: readonly string[]): string {
  return [...words].sort((left, right) => right.length - left.length).join('|')
}

const tenThousand = '万'

/** Longest first, so that 人次 is not read as 人; any counter may stand in ten thousands (万亩), and 万 alone comes last. */
export const unitPattern = [
  longestFirst(Object.keys(units).filter((unit) => unit !== tenThousand)),
  `万?(?:${longestFirst(counters.split('|'))})`,
  tenThousand,
].join('|')

/** 金额, 人数, 比率 …; any other unit is a count of its own name. */
export function dimensionOf(unit: string): Dimension {
  return units[unit]?.dimension ?? 'count'
}

/** True when both name the same kind of thing: 元 and 万元, 人 and 名; not 件 and 次. */
export function sameDimension(left: string, right: string): boolean {
  const dimension = dimensionOf(left)
  if (dimension !== dimensionOf(right)) return false
  return dimension !== 'count' || left === right
}

/** True when a number in this unit counts things and so was never rounded. */
export function isExactUnit(unit: string): boolean {
  return units[unit]?.exact ?? true
}

/** The same value in another unit of its dimension; keeps the printed precision. Undefined across dimensions. */
export function convert(value: Decimal, from: string, to: string): Decimal | undefined {
  if (from === to) return value
  if (!sameDimension(from, to)) return undefined
  const shift = (units[from]?.tenPower ?? 0) - (units[to]?.tenPower ?? 0)
  if (shift === 0) return value
  if (shift < 0) return { digits: value.digits, scale: value.scale - shift }
  const scale = value.scale - shift
  return scale >= 0
    ? { digits: value.digits, scale }
    : multiply({ digits: value.digits, scale: 0 }, { digits: powerOfTen(-scale), scale: 0 })
}
