// @ts-check
import { readFileSync } from 'node:fs'
import { checkDocument } from '../../dist/core/checks/check-document.js'
import { parseStated } from '../../dist/core/exact/stated.js'
import { readDocument } from '../../dist/documents/read-document.js'

/**
 * The figures of one form in plain numbers, for the hand-written loop and the other engines. Amounts and points in
 * hundredths, the rate in hundredths of a percent, weights whole.
 * @typedef {{ budget: number, executed: number, revenue: number, basic: number, project: number, rate: number,
 *   executionWeight: number, executionScore: number, totalWeight: number, totalScore: number,
 *   weights: number[], scores: number[], targets: number[], actuals: number[] }} PlainForm
 * @typedef {import('../../dist/core/filing/filing.js').Filing} Filing
 * @typedef {import('../../dist/core/filing/filing.js').FieldValue} FieldValue
 * @typedef {import('../../dist/core/pack/pack.js').Pack} Pack
 */

const sample = 'examples/sample-report.docx'

/** The 部门整体支出绩效自评表 of the sample report, as the program reads it. @param {readonly Pack[]} packs */
export async function readSample(packs) {
  const { document } = await readDocument(readFileSync(sample))
  const { filing } = checkDocument(document, packs)
  const form = filing.forms.find((one) => one.form === 'departmentSelfEvaluation')
  const pack = packs.find(({ id }) => id === form?.pack)
  if (form === undefined || pack === undefined) throw new RangeError(`${sample} has lost its form`)
  return { filing, form, pack }
}

/** Figures of a fixed random sequence, no two forms alike; many have something wrong. */
export function makeFigures() {
  let state = 20240508
  /** @param {number} below */
  const random = (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  return () => drawFigures(random)
}

const fullWeights = [10, 10, 10, 10, 10, 10, 10, 5, 5, 10]

/** @param {(below: number) => number} random @returns {PlainForm} */
function drawFigures(random) {
  const often = (/** @type {number} */ times) => random(times) === 0
  const budget = 10_000 + random(5_000_000)
  const executed = often(10) ? budget + random(1_000) : budget - random(Math.floor(budget / 10))
  const basic = random(budget)
  const weights = fullWeights.map((weight, row) => (row === 4 && often(8) ? 5 : weight))
  const scores = weights.map((weight) => (often(40) ? weight * 100 + 100 : weight * 100 - random(2) * 50))
  const executionScore = Math.round((1000 * Math.min(executed, budget)) / budget) + (often(8) ? 14 : 0)
  const targets = weights.map(() => 80 + random(20))
  return {
    budget,
    executed,
    revenue: budget + (often(12) ? 700 : 0),
    basic,
    project: budget - basic,
    rate: Math.round((10_000 * executed) / budget) + (often(10) ? 9 : 0),
    executionWeight: 10,
    executionScore,
    totalWeight: 100,
    totalScore: scores.reduce((sum, score) => sum + score, executionScore) + (often(6) ? 351 : 0),
    weights,
    scores,
    targets,
    actuals: targets.map((target) => target + random(4) - 1),
  }
}

const hundredths = (/** @type {number} */ value) => (value / 100).toFixed(2)

/**
 * The sample's filing with other figures on its form, every cell and row a new object: nothing that was kept of
 * another form can answer. @param {Awaited<ReturnType<typeof readSample>>} sample @param {PlainForm} figures
 * @returns {Filing}
 */
export function withFigures({ filing, form }, figures) {
  const fields = cells(form.fields, {
    'totalFunds.adjustedBudget': hundredths(figures.budget),
    'totalFunds.executedAmount': hundredths(figures.executed),
    'totalFunds.weight': String(figures.executionWeight),
    'totalFunds.rate': `${hundredths(figures.rate)}%`,
    'totalFunds.score': hundredths(figures.executionScore),
    generalPublicBudget: hundredths(figures.revenue),
    basicExpenditure: hundredths(figures.basic),
    projectExpenditure: hundredths(figures.project),
    'total.weight': String(figures.totalWeight),
    'total.score': hundredths(figures.totalScore),
  })
  const { indicators = [], dimensions = [] } = form.lists
  const rows = indicators.map((row, at) =>
    cells(row, {
      weight: String(figures.weights[at]),
      score: hundredths(figures.scores[at] ?? 0),
      target: withNumber(row.target?.text, figures.targets[at]),
      actual: withNumber(row.actual?.text, figures.actuals[at]),
    }),
  )
  const lists = { dimensions: dimensions.map((row) => cells(row, {})), indicators: rows }
  return { ...filing, forms: [{ ...form, fields, lists }] }
}

/** ≥42口 with 85 is ≥85口; dates stay. @param {string | undefined} text @param {number | undefined} number */
function withNumber(text = '', number = 0) {
  return text.includes('年') ? text : text.replace(/[\d.]+/, String(number))
}

/** @param {Readonly<Record<string, FieldValue>>} row @param {Record<string, string>} texts */
function cells(row, texts) {
  return Object.fromEntries(
    Object.entries(row).map(([id, cell]) => {
      const text = texts[id] ?? cell.text
      return [id, { ...cell, text, stated: parseStated(text), place: { ...cell.place, quote: text } }]
    }),
  )
}
