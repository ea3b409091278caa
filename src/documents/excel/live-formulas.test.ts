import fc from 'fast-check'
import { HyperFormula } from 'hyperformula'
import { describe, expect, it } from 'vitest'
import { type Decimal, decimal, powerOfTen, toText } from '../../core/exact/decimal.js'
import {
  fromDecimal,
  multiplyRational,
  type Rational,
  rational,
  toDecimal,
} from '../../core/exact/rational.js'
import type { Form } from '../../core/filing/filing.js'
import { parseFiling } from '../../core/filing-json/parse-filing.js'
import type { Pack } from '../../core/pack/pack.js'
import type { FieldFormula } from '../../core/paper/formula.js'
import { formulasOf } from '../../core/paper/formulas.js'
import { parsePrintedNumber } from '../../core/paper/printed-number.js'
import { loadPacks } from '../../packs/load-packs.js'
import { agreeingFiling, indicatorPoints, refilled, sentenceValues } from '../../testing/engine-values.js'
import { fullFiling } from '../../testing/full-filing.js'
import { randomFrom } from '../../testing/random.js'
import { renderFormula, type Spot } from './write-formulas.js'

const packs = loadPacks()
const seed = 20241231
/** How many of the figures are left blank. */
const blankShares = [0, 0.1, 0.1, 0.6, 1]
/** So many that a half can be told from what only comes near it. */
const manyDecimals = 12

/** Forms whose figures follow from each other as their pack says. */
const bases = packs
  .filter(({ blocks }) => blocks.length > 0)
  .flatMap((pack) => {
    const [form] = agreeingFiling(fullFiling(pack, packs), packs).forms
    if (form === undefined) throw new Error(`no form of ${pack.id}`)
    const { formulas } = formulasOf(form, pack)
    return formulas.size === 0 ? [] : [{ pack, form, formulas }]
  })

describe('formulas when figures change', () => {
  it('are there for most packs', () => {
    expect(bases.length).toBeGreaterThanOrEqual(12)
  })

  it.each(bases.map((base) => [base.pack.id, base] as const))(
    '%s: give what the engine gives',
    (_id, base) => {
      fc.assert(
        fc.property(fc.integer(), (number) => {
          expect(disagreements(base, randomFrom(number))).toEqual([])
        }),
        { seed, numRuns: 25 },
      )
    },
  )
})

type Base = Readonly<{ pack: Pack; form: Form; formulas: ReadonlyMap<string, FieldFormula> }>

/** Changes every figure that no formula gives, and compares each formula with the engine on the changed form. */
function disagreements({ pack, form, formulas }: Base, random: () => number): string[] {
  const texts = textsOf(form)
  const blanks = blankShares[Math.floor(random() * blankShares.length)] ?? 0
  const inputs = new Map(
    [...texts]
      .filter(([field, text]) => !formulas.has(field) && parsePrintedNumber(text) !== undefined)
      .map(([field, text]) => [field, otherFigure(field, text, { random, blanks })] as const),
  )
  const results = compute({ texts, inputs, formulas })
  const changed = new Map([...inputs, ...[...results].map(([field, value]) => [field, value.text] as const)])
  const [after] = parseFiling({ forms: [refilled(form, changed)] }, packs).forms
  if (after === undefined) return ['no form']
  const points = indicatorPoints(after, pack, manyDecimals)
  const values = sentenceValues(after, pack, true)
  return [...results].flatMap(([field, { text, decimals }]) => {
    const isShare = texts.get(field)?.endsWith('%') === true
    const point = points.get(field)
    const exact = field.startsWith('indicators[')
      ? [point === undefined ? undefined : fromDecimal(decimal(point))]
      : values.filter((value) => value.field === field).map((value) => value.exact)
    const expected = exact.map((value) => (value === undefined ? '' : shown(value, { decimals, isShare })))
    // HyperFormula rounds halves as doubles fall; Excel and LibreOffice do not (recalculated.test.ts).
    if (exact.some((value) => value !== undefined && isHalf(value, decimals))) return []
    return expected.includes(text) ? [] : [`${field}: ${text}, engine ${expected.join(' or ')}`]
  })
}

type ChangedForm = Readonly<{
  texts: ReadonlyMap<string, string>
  inputs: ReadonlyMap<string, string>
  formulas: ReadonlyMap<string, FieldFormula>
}>

/** What a spreadsheet gives for each formula after the inputs were changed. */
function compute({
  texts,
  inputs,
  formulas,
}: ChangedForm): ReadonlyMap<string, Readonly<{ text: string; decimals: number }>> {
  const spots = spotsOf(texts)
  const cells: (string | number | null)[][] = []
  for (const [field, { row, column }] of spots) {
    const formula = formulas.get(field)
    const rendered = formula && renderFormula(formula.formula, spots)
    const line = cells[row] ?? []
    line[column] =
      rendered === undefined ? cellValue(inputs.get(field) ?? texts.get(field) ?? '') : `=${rendered}`
    cells[row] = line
  }
  const filled = Array.from(cells, (line) => Array.from(line ?? [], (cell) => cell ?? null))
  const engine = HyperFormula.buildFromArray(filled, { licenseKey: 'gpl-v3' })
  return new Map(
    [...formulas].map(([field, { formula }]) => {
      const { row = 0, column: col = 0 } = spots.get(field) ?? {}
      const value = engine.getCellValue({ sheet: 0, row, col })
      const decimals = formula.kind === 'rounded' ? formula.decimals : 0
      const isShare = texts.get(field)?.endsWith('%') === true
      const text = typeof value === 'number' ? value.toFixed(decimals) : String(value ?? 'empty')
      return [field, { text: text === '' || !isShare ? text : asPercent(decimal(text)), decimals }] as const
    }),
  )
}

/** Single fields in the first column, each list a block of its own further right. */
function spotsOf(texts: ReadonlyMap<string, string>): ReadonlyMap<string, Spot> {
  const columns = new Map<string, number>()
  let row = 0
  return new Map(
    [...texts].map(([field, text]) => {
      const value = parsePrintedNumber(text)?.value
      const [, list = '', index = '', column = ''] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(field) ?? []
      if (list === '') return [field, { row: row++, column: 0, rowSpan: 1, value }] as const
      const name = `${list}.${column}`
      if (!columns.has(name)) columns.set(name, columns.size + 1)
      return [field, { row: Number(index), column: columns.get(name) ?? 0, rowSpan: 1, value }] as const
    }),
  )
}

function textsOf({ fields, lists }: Form): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(fields).map(([field, { text }]) => [field, text] as const),
    ...Object.entries(lists).flatMap(([list, rows]) =>
      rows.flatMap((row, index) =>
        Object.entries(row).map(([column, { text }]) => [`${list}[${index}].${column}`, text] as const),
      ),
    ),
  ])
}

/** Blank, zero, small or large; a target is never blank or zero. */
function otherFigure(
  field: string,
  text: string,
  { random, blanks }: { random: () => number; blanks: number },
): string {
  if (/arget$/.test(field)) return `${1 + Math.floor(random() * 99)}`
  if (random() < blanks) return ''
  const kind = random()
  if (kind < 0.08) return '0'
  const digits = Math.floor(random() * (kind < 0.5 ? 1_000 : 10_000_000))
  if (/\.weight$/.test(field)) return `${digits % 60}`
  if (text.endsWith('%')) return `${(digits % 9900) / 100 + 1}%`
  return toText({ digits: BigInt(digits), scale: Math.floor(random() * 3) })
}

function cellValue(text: string): string | number | null {
  const number = parsePrintedNumber(text)?.value
  return number === undefined ? (text === '' ? null : `'${text}`) : Number(toText(number))
}

function shown(exact: Rational, { decimals, isShare }: { decimals: number; isShare: boolean }): string {
  if (isShare) return `${toText(toDecimal(multiplyRational(exact, rational(100n)), decimals - 2))}%`
  return toText(toDecimal(exact, decimals))
}

function asPercent({ digits, scale }: Decimal): string {
  return `${toText({ digits, scale: scale - 2 })}%`
}

/** True when a value lies in the middle between two values of so many decimals. */
function isHalf({ numerator, denominator }: Rational, decimals: number): boolean {
  const doubled = 2n * numerator * powerOfTen(decimals)
  return doubled % denominator === 0n && (doubled / denominator) % 2n !== 0n
}
