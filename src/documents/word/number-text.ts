const digits = [...'〇一二三四五六七八九']
const formalDigits = [...'零壹贰叁肆伍陆柒捌玖']

/** One number of an automatic list as Word prints it in the format `w:numFmt` names. */
export function numberText(value: number, format: string): string {
  return Object.hasOwn(formats, format) ? (formats[format]?.(value) ?? '') : String(value)
}

type Render = (value: number) => string

const counting: Render = (value) =>
  countWith(value, [...'零一二三四五六七八九'], ['', '十', '百', '千']).replace(/^一十/, '十')
const legal: Render = (value) => countWith(value, formalDigits, ['', '拾', '佰', '仟'])
const positional: Render = (value) => [...String(value)].map((digit) => digits[Number(digit)]).join('')
const fullWidth: Render = (value) => String(value).replace(/\d/g, (d) => String.fromCharCode(0xff10 + +d))

const formats: Readonly<Record<string, Render>> = {
  none: () => '',
  bullet: () => '',
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalHalfWidth: String,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letter,
  lowerLetter: (value) => letter(value).toLowerCase(),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  ideographDigital: positional,
  taiwaneseDigital: positional,
  japaneseDigitalTenThousand: positional,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  japaneseLegal: legal,
  ideographTraditional: (value) => nth('甲乙丙丁戊己庚辛壬癸', value),
  ideographZodiac: (value) => nth('子丑寅卯辰巳午未申酉戌亥', value),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => enclosed(value, 0x2474),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488),
  ideographEnclosedCircle: (value) =>
    value >= 1 && value <= 10 ? codePoint(0x327f + value) : counting(value),
}

function countWith(value: number, names: readonly string[], units: readonly string[]): string {
  if (value <= 0 || value > 9999) return String(value)
  const printed = [...String(value)]
  const counted = printed.map((digit, index) => {
    const name = names[Number(digit)] ?? ''
    return digit === '0' ? name : name + (units[printed.length - 1 - index] ?? '')
  })
  const zero = names[0] ?? ''
  const joined = counted.join('').replace(new RegExp(`${zero}+`, 'g'), zero)
  return joined.endsWith(zero) ? joined.slice(0, -1) : joined
}

function roman(value: number): string {
  if (value <= 0 || value > 3999) return String(value)
  const numerals = 'M1000 CM900 D500 CD400 C100 XC90 L50 XL40 X10 IX9 V5 IV4 I1'.split(' ')
  let rest = value
  let text = ''
  for (const numeral of numerals) {
    const [, name = '', worth = ''] = /^([A-Z]+)(\d+)$/.exec(numeral) ?? []
    for (; rest >= Number(worth); rest -= Number(worth)) text += name
  }
  return text
}

/** Word goes on after Z with AA, BB, CC. */
function letter(value: number): string {
  if (value <= 0 || value > 26 * 20) return String(value)
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function circled(value: number): string {
  if (value === 0) return '⓪'
  if (value <= 20) return codePoint(0x245f + value)
  if (value <= 35) return codePoint(0x3251 + value - 21)
  return value <= 50 ? codePoint(0x32b1 + value - 36) : String(value)
}

function enclosed(value: number, first: number): string {
  return value >= 1 && value <= 20 ? codePoint(first + value - 1) : String(value)
}

function nth(characters: string, value: number): string {
  return [...characters][value - 1] ?? String(value)
}

function codePoint(point: number): string {
  return String.fromCodePoint(point)
}
