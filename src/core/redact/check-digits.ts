const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const identityDigits = '10X98765432'
const birthday = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'
const newIdentity = new RegExp(`^[1-8]\\d{5}(?:19|20)\\d{2}${birthday}\\d{3}[\\dXx]$`)
const oldIdentity = new RegExp(`^[1-8]\\d{5}\\d{2}${birthday}\\d{3}$`)

/** GB 11643: a birthday in the middle and the check digit at the end. */
export function isIdentityNumber(digits: string): boolean {
  if (!newIdentity.test(digits)) return false
  const sum = identityWeights.reduce(
    (total, weight, position) => total + weight * Number(digits[position]),
    0,
  )
  return identityDigits[sum % 11] === digits.slice(-1).toUpperCase()
}

/** The fifteen digits used before 1999: a birthday in the middle, no check digit. */
export function isOldIdentityNumber(digits: string): boolean {
  return oldIdentity.test(digits)
}

/** 62: 16 to 19 digits; 4 and 51 to 55: 16; 9558: 19. */
const cardStarts = /^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|9558\d{15})$/

/** A number as long as a Chinese or international card of its first digits, with a right Luhn digit. */
export function isBankCard(digits: string): boolean {
  return cardStarts.test(digits) && hasLuhnDigit(digits)
}

/** ISO/IEC 7812: every second digit doubled from the right, the sum a multiple of ten. */
export function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, position) => {
    const value = Number(digit) * (position % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
