import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../../packs/load-packs.js'
import { parseStated } from '../../exact/stated.js'
import type { FieldValue, Form, FormRow } from '../../filing/filing.js'
import { scoreForm } from '../../scoring/score-form.js'
import { compileRecordScore } from '../../scoring/score-record.js'
import { compileFormChecks } from '../compile-form-checks.js'
import { compileRecordChecks, compileRecordVerdicts } from './compile-record-checks.js'
import { readRecord } from './form-record.js'
import { findRecordLayout } from './record-layout.js'

const seed = 20240508
const packs = loadPacks().filter(({ blocks }) => blocks.length > 0)

const usual = fc
  .tuple(fc.integer({ min: -500, max: 500_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, scale]) => new Big(digits).div(new Big(10).pow(scale)).toFixed(scale))
const fine = fc.integer({ min: 0, max: 999_999_999 }).map((digits) => new Big(digits).div('1e6').toFixed(6))
const huge = fc.bigInt({ min: 10n ** 12n, max: 10n ** 25n }).map((digits) => `${digits}.00`)
const printedText = fc.oneof(
  { weight: 12, arbitrary: usual },
  { weight: 1, arbitrary: fine },
  { weight: 1, arbitrary: huge },
  {
    weight: 4,
    arbitrary: fc.constantFrom('', '0', '0.00', '——', '/', '无', '约100', '100%', '10', '9.99', '完成'),
  },
)

const tameText = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 2 }))
      .map(([digits, scale]) => new Big(digits).div(new Big(10).pow(scale)).toFixed(scale)),
  },
  { weight: 3, arbitrary: fc.constantFrom('', '0', '10', '100', '10.00', '——') },
)

function cell(text: string, type: string): FieldValue {
  const stated = parseStated(text)
  const unit = type === 'amount' ? '万元' : type === 'percent' ? '%' : undefined
  return { text, stated, unit, place: { part: 'table 1', quote: text } }
}

/** Random forms of one pack: any cell may be missing, blank, odd, huge or fine. */
function formOf(pack: (typeof packs)[number]): fc.Arbitrary<Form> {
  return fc.oneof(formWith(pack, tameText), formWith(pack, printedText))
}

function formWith(pack: (typeof packs)[number], text: fc.Arbitrary<string>): fc.Arbitrary<Form> {
  const layout = findRecordLayout(pack)
  const cells = (types: readonly (readonly [string, string])[]): fc.Arbitrary<FormRow> =>
    fc.tuple(...types.map(() => fc.option(text, { freq: 8 }))).map((texts) =>
      Object.fromEntries(
        types.flatMap(([id, type], index) => {
          const text = texts[index]
          return typeof text === 'string' ? [[id, cell(text, type)]] : []
        }),
      ),
    )
  const slots = (entries: ReadonlyMap<string, { type: string }>) =>
    [...entries].map(([id, { type }]) => [id, type] as const)
  const measures = [
    ['target', 'target'],
    ['actual', 'target'],
  ] as const
  const lists = layout.lists.map(({ id, columns }) =>
    fc.array(cells([...slots(columns), ...(id === 'indicators' ? measures : [])]), { maxLength: 5 }),
  )
  return fc.tuple(cells(slots(layout.fields)), ...lists).map(([fields, ...rows]) => ({
    form: pack.form,
    pack: pack.id,
    title: pack.title,
    titlePlace: undefined,
    table: 1,
    year: 2024,
    fields: fields as Form['fields'],
    lists: Object.fromEntries(layout.lists.map(({ id }, index) => [id, (rows[index] ?? []) as FormRow[]])),
    signature: undefined,
  }))
}

describe.each(packs.map((pack) => [pack.id, pack] as const))('records of %s', (_, pack) => {
  const layout = findRecordLayout(pack)
  const exactly = compileFormChecks(pack)
  const quickly = compileRecordVerdicts(pack)

  it('give the verdicts of the exact evaluator, whatever stands in the form', () => {
    fc.assert(
      fc.property(formOf(pack), (form) => {
        const verdicts: string[] = []
        quickly(readRecord(form, layout), ({ check }, _row, verdict) =>
          verdicts.push(`${check.id} ${verdict}`),
        )
        expect(verdicts).toEqual(exactly(form).map(({ check, verdict }) => `${check} ${verdict}`))
      }),
      { seed, numRuns: 300 },
    )
  })

  it('explain each violated check as the exact evaluator does', () => {
    const findings = compileRecordChecks(pack)
    fc.assert(
      fc.property(formOf(pack), (form) => {
        const violated = exactly(form).filter(({ verdict }) => verdict === 'violated')
        expect(findings(readRecord(form, layout)).map(({ explain }) => explain())).toEqual(violated)
      }),
      { seed, numRuns: 60 },
    )
  })

  it('score as the exact scoring does', () => {
    const score = compileRecordScore(pack)
    fc.assert(
      fc.property(formOf(pack), (form) => {
        const expected = pack.scoring && scoreForm(form, pack).computedTotal
        const { total, exactOnly, explain } = score(readRecord(form, layout))
        const computed = exactOnly ? explain().computedTotal : new Big(total).div(1000).toString()
        expect(computed).toBe(expected)
      }),
      { seed, numRuns: 300 },
    )
  })
})

describe('the execution score against big.js', () => {
  const pack = packs.find(({ id }) => id === 'hunan/department-self-evaluation/2023')
  const amount = fc.integer({ min: 1, max: 90_000_000 }).map((digits) => new Big(digits).div(100).toFixed(2))

  it('is violated exactly when the printed score lies outside what rounding allows', () => {
    if (pack === undefined) throw new Error('pack missing')
    const check = compileRecordVerdicts(pack)
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 1000 }), (budget, executed, digits) => {
        const score = new Big(digits).div(100)
        const fields = {
          'totalFunds.adjustedBudget': cell(budget, 'amount'),
          'totalFunds.executedAmount': cell(executed, 'amount'),
          'totalFunds.weight': cell('10', 'weight'),
          'totalFunds.score': cell(score.toFixed(2), 'score'),
        }
        const form = { ...emptyForm, fields }
        let verdict = ''
        check(readRecord(form, findRecordLayout(pack)), (relation, _row, found) => {
          if (relation.check.id === 'execution-score') verdict = found
        })
        expect(verdict === 'violated').toBe(!isWithin({ budget, executed, score }))
      }),
      { seed, numRuns: 2000 },
    )
  })
})

const emptyForm = {
  form: 'departmentSelfEvaluation',
  pack: 'hunan/department-self-evaluation/2023',
  title: '部门整体支出绩效自评表',
  titlePlace: undefined,
  table: 1,
  year: 2024,
  lists: {},
  signature: undefined,
} as const

/** Compares by cross-multiplication, since big.js rounds quotients. */
function isWithin({ budget, executed, score }: { budget: string; executed: string; score: Big }): boolean {
  const half = new Big('0.005')
  const [a, b] = [new Big(budget), new Big(executed)]
  const tooHigh = score.minus('0.01')
  const tooLow = score.plus('0.01')
  const highest = b.plus(half).gte(a.minus(half)) ? a.minus(half) : b.plus(half)
  const lowest = b.minus(half).gte(a.plus(half)) ? a.plus(half) : b.minus(half)
  return (
    tooHigh.times(a.minus(half)).lte(highest.times(10)) && tooLow.times(a.plus(half)).gte(lowest.times(10))
  )
}
