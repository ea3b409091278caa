/** Hundredths as printed: 84532 is `845.32`. */
export function printHundredths(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0')
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The same without zeros at the end: `9.8`, `10`. */
export function printShort(hundredths: number): string {
  return printHundredths(hundredths).replace(/\.?0+$/, '')
}

/** `part ÷ whole × times` in hundredths, rounded half up. */
export function shareOf(part: number, whole: number, times: number): number {
  return Number((BigInt(part) * BigInt(times) * 200n + BigInt(whole)) / (2n * BigInt(whole)))
}
