const digitValues: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 三 → 3, 二十一 → 21, 一百零五 → 105, 二〇二三 → 2023. Undefined when it is not a whole number below ten thousand. */
export function parseChineseNumber(text: string): number | undefined {
  if (text === '') return undefined
  return [...text].some((sign) => sign in powers) ? parseWithPowers(text) : parseDigitByDigit(text)
}

function parseDigitByDigit(text: string): number | undefined {
  let value = 0
  for (const sign of text) {
    const digit = digitValues[sign]
    if (digit === undefined) return undefined
    value = value * 10 + digit
  }
  return value
}

function parseWithPowers(text: string): number | undefined {
  let value = 0
  let pending: number | undefined
  for (const sign of text) {
    const power = powers[sign]
    const digit = digitValues[sign]
    if (power !== undefined) {
      value += (pending ?? 1) * power
      pending = undefined
    } else if (digit !== undefined) pending = digit
    else return undefined
  }
  return value + (pending ?? 0)
}

const ordinals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 1 → 一, 12 → 十二, 21 → 二十一; for numbers from 0 to 99. */
export function chineseNumber(value: number): string {
  if (value <= 10) return ordinals[value] ?? String(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return `${tens > 1 ? ordinals[tens] : ''}十${ones > 0 ? ordinals[ones] : ''}`
}
