/** Characters of the symbol fonts that stand in forms: check boxes and ticks. Codes are the low byte. */
const symbols: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    0x6c: '●',
    0x6e: '■',
    0x6f: '□',
    0x71: '□',
    0x72: '□',
    0x75: '◆',
    0x78: '☒',
    0xa1: '○',
    0xa8: '□',
    0xd8: '➢',
    0xfb: '✗',
    0xfc: '√',
    0xfd: '☒',
    0xfe: '☑',
  },
  'wingdings 2': {
    0x2a: '□',
    0x30: '□',
    0x4f: '✗',
    0x50: '√',
    0x51: '☒',
    0x52: '☑',
    0x53: '☒',
    0x54: '☒',
    0x81: '○',
    0xa3: '□',
  },
  symbol: { 0xa3: '≤', 0xb3: '≥', 0xb4: '×', 0xb8: '÷', 0xb1: '±', 0xb7: '•', 0xd6: '√', 0xb0: '°' },
}

/** The printed character of a `w:sym`; an unknown private one becomes nothing. */
export function symbolText(font: string | undefined, code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16)
  if (Number.isNaN(point) || point > 0xffff) return ''
  const known = symbols[(font ?? '').toLowerCase()]?.[point & 0xff]
  if (known !== undefined) return known
  const isPrivate = point >= 0xe000 && point <= 0xf8ff
  return isPrivate ? '' : String.fromCodePoint(point)
}
