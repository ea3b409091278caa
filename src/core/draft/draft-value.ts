import { type Decimal, decimal, multiply, toShortText, toText } from '../exact/decimal.js'
import { fromDecimal, type Rational, toDecimal } from '../exact/rational.js'
import type { FieldValue } from '../filing/filing.js'
import { readNumber } from '../language/form-values.js'
import { readNumbering } from '../narrative/numbering.js'
import type { FieldType } from '../pack/layout.js'

/** A figure that a sentence can print. Percentages are shares: 99.92% is 0.9992. */
export type DraftNumber = Readonly<{
  kind: 'number'
  value: Rational
  /** Decimals to print. */
  scale: number
  /** As printed in a sentence, with % for a share but without any other unit. */
  text: string
  /** Key of the cell, or `computed.…` with the keys of the cells it comes from. */
  field: string
}>

/** Words that a sentence can print: a name, a target, a date. */
export type DraftText = Readonly<{ kind: 'text'; text: string; field: string }>

export type DraftValue = DraftNumber | DraftText

const hundred = decimal('100')
/** 无偏差 in the column of reasons says that there is none. */
const sayingNone = /^(?:无|没有|不存在|未)?(?:偏差|偏离|原因|问题)?[。；]?$/

/** What a cell says; undefined when it is blank, a dash or 无, or a number where words belong nowhere. */
export function valueOfCell(
  cell: FieldValue | undefined,
  { type, unit, field }: Readonly<{ type: FieldType; unit: string; field: string }>,
): DraftValue | undefined {
  if (cell === undefined) return undefined
  if (type === 'text' || type === 'target' || type === 'date') return textOfCell(cell, field)
  if (cell.stated.kind !== 'number' || cell.stated.approximation !== undefined) return undefined
  const value = readNumber(cell, type, unit)
  if (value === undefined) return undefined
  const text = type === 'percent' ? percentText(cell, value) : toText(value)
  return { kind: 'number', value: fromDecimal(value), scale: value.scale, text, field }
}

function percentText({ stated }: FieldValue, share: Decimal): string {
  return stated.kind === 'number' && stated.unit === '%'
    ? `${toText(stated.value)}%`
    : `${toShortText(multiply(share, hundred))}%`
}

function textOfCell(cell: FieldValue, field: string): DraftText | undefined {
  const kind = cell.stated.kind
  if (kind === 'blank' || kind === 'dash' || kind === 'none' || kind === 'notApplicable') return undefined
  const text = withoutNumber(plainWords(cell.text))
  return sayingNone.test(text) ? undefined : { kind: 'text', text, field }
}

/** 1、业务工作经费 is called 业务工作经费. */
function withoutNumber(text: string): string {
  const numbering = readNumbering(text)
  return numbering !== undefined && /^[\u4e00-\u9fa5“]/.test(numbering.rest) ? numbering.rest : text
}

/** Words of a cell on one line, without the mark that would end our sentence. */
export function plainWords(text: string): string {
  return text
    .replace(/\s*\n\s*/g, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
    .replace(/[。；;，,、]+$/, '')
}

/** A figure computed from others, rounded half up to `scale` decimals where it is printed. */
export function computed(value: Rational, scale: number, field: string): DraftNumber {
  return { kind: 'number', value, scale, text: toText(toDecimal(value, scale)), field }
}

/** A share computed from two figures, printed in per cent with two decimals, zeros at the end left out. */
export function computedShare(value: Rational, field: string): DraftNumber {
  const inHundredths = { numerator: value.numerator * 100n, denominator: value.denominator }
  return { kind: 'number', value, scale: 4, text: `${toShortText(toDecimal(inHundredths, 2))}%`, field }
}
