// @ts-check
import { HyperFormula } from 'hyperformula'
import { Engine } from 'json-rules-engine'

/** @typedef {import('./sample-forms.js').PlainForm} PlainForm */

const rowCount = 10
const firstRow = 12
const lastRow = firstRow + rowCount
const range = (/** @type {string} */ column) => `${column}${firstRow + 1}:${column}${lastRow}`
const within = '(A7<=A6*100)'

/** A1 budget … A10 total score, as {@link headOf} lays them out. @type {readonly (readonly [string, string])[]} */
const formulas = [
  ['execution-rate', 'AND(A5-0.5<=10000*(A2+0.5)/(A1-0.5),A5+0.5>=10000*(A2-0.5)/(A1+0.5))'],
  ['execution-score', 'AND(A7-1<=100*A6*MIN(1,(A2+0.5)/(A1-0.5)),A7+1>=100*A6*MIN(1,(A2-0.5)/(A1+0.5)))'],
  ['executed-within-budget', 'A2<=A1+1'],
  ['weights-total', `SUM(${range('A')})+A6=100`],
  ['weights-total-printed', `OR(A8=100,A8=SUM(${range('A')})+A6)`],
  ['execution-weight', 'A6=10'],
  ['execution-score-within-weight', `AND(A7>=0,${within})`],
  ['scores-total', `OR(NOT(${within}),ABS(A9-SUM(${range('B')})-A7)<=1)`],
  ['by-revenue', 'OR(A3=A2,ABS(A3-A1)<=1)'],
  ['by-revenue-executed', 'OR(A3<>A2,ABS(A3-A1)<=1)'],
  ['by-expenditure', 'OR(A4+A10=A2,ABS(A4+A10-A1)<=1.5)'],
  ['by-expenditure-executed', 'OR(A4+A10<>A2,ABS(A4+A10-A1)<=1.5)'],
  ['total-score-within-weight', 'A9<=A8*100'],
  ...Array.from({ length: rowCount }, (_, row) => {
    const at = firstRow + 1 + row
    return /** @type {const} */ ([`score-within-weight ${row}`, `AND(B${at}>=0,B${at}<=A${at}*100)`])
  }),
]

/** @param {PlainForm} form */
function headOf(form) {
  const { budget, executed, revenue, basic, rate, executionWeight, executionScore, totalWeight } = form
  const head = [budget, executed, revenue, basic, rate, executionWeight, executionScore, totalWeight]
  return [...head, form.totalScore, form.project].map((value) => [value])
}

/** HyperFormula: the form as a sheet with a formula for each check; each form is typed in and recalculated. */
export function makeSheet() {
  const blank = Array.from({ length: lastRow }, () => [0, 0])
  const sheet = HyperFormula.buildFromArray([...blank, ...formulas.map(([, formula]) => [`=${formula}`])], {
    licenseKey: 'gpl-v3',
  })
  return (/** @type {PlainForm} */ form) => {
    sheet.batch(() => {
      sheet.setCellContents({ sheet: 0, row: 0, col: 0 }, headOf(form))
      const rows = form.weights.map((weight, row) => [weight, form.scores[row] ?? 0])
      sheet.setCellContents({ sheet: 0, row: firstRow, col: 0 }, rows)
    })
    return formulas.flatMap(([check], row) =>
      sheet.getCellValue({ sheet: 0, row: lastRow + row, col: 0 }) === true ? [] : [check],
    )
  }
}

const sum = (/** @type {readonly number[]} */ values) => values.reduce((left, right) => left + right, 0)
const scored = (/** @type {PlainForm} */ f) => f.executionScore <= f.executionWeight * 100
const weighed = (/** @type {PlainForm} */ f) => sum(f.weights) + f.executionWeight

/**
 * The distance of what is stated from what it should be, and how far it may be, for each check.
 * @type {readonly (readonly [string, (form: PlainForm) => readonly [number, number]])[]}
 */
const distances = [
  ['execution-rate', (f) => outside(f.rate / 10_000, 0.00005, sharesOf(f))],
  [
    'execution-score',
    (f) =>
      outside(
        f.executionScore,
        1,
        sharesOf(f).map((share) => 100 * f.executionWeight * Math.min(1, share)),
      ),
  ],
  ['executed-within-budget', (f) => [f.executed - f.budget, 1]],
  ['weights-total', (f) => [Math.abs(weighed(f) - 100), 0]],
  ['weights-total-printed', (f) => [f.totalWeight === 100 ? 0 : Math.abs(f.totalWeight - weighed(f)), 0]],
  ['execution-weight', (f) => [Math.abs(f.executionWeight - 10), 0]],
  ['execution-score-within-weight', (f) => [f.executionScore < 0 || !scored(f) ? 1 : 0, 0]],
  ['scores-total', (f) => [scored(f) ? Math.abs(f.totalScore - sum(f.scores) - f.executionScore) : 0, 1]],
  ['by-revenue', (f) => [f.revenue === f.executed ? 0 : Math.abs(f.revenue - f.budget), 1]],
  ['by-revenue-executed', (f) => [f.revenue === f.executed ? Math.abs(f.revenue - f.budget) : 0, 1]],
  [
    'by-expenditure',
    (f) => [f.basic + f.project === f.executed ? 0 : Math.abs(f.basic + f.project - f.budget), 1.5],
  ],
  [
    'by-expenditure-executed',
    (f) => [f.basic + f.project === f.executed ? Math.abs(f.basic + f.project - f.budget) : 0, 1.5],
  ],
  ['total-score-within-weight', (f) => [f.totalScore - f.totalWeight * 100, 0]],
  ...Array.from({ length: rowCount }, (_, row) => {
    const excess = (/** @type {PlainForm} */ f) => {
      const score = f.scores[row] ?? 0
      return /** @type {const} */ ([score < 0 ? 1 : score - (f.weights[row] ?? 0) * 100, 0])
    }
    return /** @type {const} */ ([`score-within-weight ${row}`, excess])
  }),
]

/** @param {PlainForm} form */
function sharesOf({ executed, budget }) {
  return [(executed - 0.5) / (budget + 0.5), (executed + 0.5) / (budget - 0.5)]
}

/** @param {number} value @param {number} half @param {readonly number[]} bounds @returns {readonly [number, number]} */
function outside(value, half, [least = 0, most = 0]) {
  return [Math.max(value - half - most, least - value - half), 0]
}

/** json-rules-engine: one rule for each check; sums and quotients are computed facts. */
export function makeRules() {
  const engine = new Engine()
  for (const [name, distance] of distances) {
    engine.addFact(`${name}.left`, async (_, almanac) => distance(await almanac.factValue('form'))[0])
    engine.addFact(`${name}.right`, async (_, almanac) => distance(await almanac.factValue('form'))[1])
    const condition = { fact: `${name}.left`, operator: 'greaterThan', value: { fact: `${name}.right` } }
    engine.addRule({ conditions: { all: [condition] }, event: { type: name } })
  }
  return async (/** @type {PlainForm} */ form) => {
    const { events } = await engine.run({ form })
    return events.map(({ type }) => type)
  }
}
