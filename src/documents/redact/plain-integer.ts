/** A number as a sheet stores it, without an exponent where it is whole: `1.38E10` → `13800000000`. */
export function plainInteger(stored: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?[Ee]\+?(\d{1,2})$/.exec(stored)
  if (match === null) return stored
  const [, sign = '', first = '', fraction = '', exponent = '0'] = match
  const places = Number(exponent)
  if (fraction.length > places) return stored
  return sign + first + fraction.padEnd(places, '0')
}
