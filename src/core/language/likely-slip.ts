import { compare, type Decimal, toShortText } from '../exact/decimal.js'
import type { Fact } from '../filing/fact.js'

/**
 * How a wrong number most likely came about, as a Chinese clause; undefined when nothing usual explains it.
 * Looks for swapped digits, a shifted point, 元 for 万元, last year's figure and a neighbour copied.
 */
export function explainDifference(
  stated: Decimal,
  expected: Decimal,
  neighbours: readonly Fact[] = [],
): string | undefined {
  if (digitsSwapped(stated, expected)) return '可能是两个数字写颠倒了'
  const power = powerBetween(stated, expected)
  if (power === 4) return '可能是“元”和“万元”弄混了'
  if (power !== undefined) return '可能是小数点错了位'
  const copied = neighbours.find(({ stated: other }) => compare(other.value, stated) === 0)
  if (copied === undefined) return undefined
  const year = copied.year === undefined ? '' : `${copied.year}年`
  return `${toShortText(stated)} 正好是${year}“${copied.label}”的另一个数，可能抄错了`
}

function digitsSwapped(left: Decimal, right: Decimal): boolean {
  const [a, b] = [left.digits.toString(), right.digits.toString()]
  if (left.scale !== right.scale || a.length !== b.length || a === b) return false
  let at = 0
  while (a[at] === b[at]) at += 1
  return at + 1 < a.length && a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b
}

/** 1 to 4 when one is exactly ten to that power times the other. */
function powerBetween(left: Decimal, right: Decimal): number | undefined {
  if (left.digits === 0n || right.digits === 0n) return undefined
  const [a, b] = [left.digits.toString(), right.digits.toString()]
  const [significant, other] = [a.replace(trailingZeros, ''), b.replace(trailingZeros, '')]
  if (significant !== other) return undefined
  const power = Math.abs(a.length - left.scale - (b.length - right.scale))
  return power >= 1 && power <= 4 ? power : undefined
}

const trailingZeros = /0+$/
