import { HyperFormula } from 'hyperformula'
import { Engine } from 'json-rules-engine'
import { indicatorCount, type PlainForm } from './sample-forms.js'

const firstRow = 12

/** HyperFormula: the form as a sheet with 60 check formulas and 16 scores; each form is typed in and recalculated. */
export function makeSheet(): (form: PlainForm) => number {
  const blank = Array.from(
    { length: firstRow + indicatorCount },
    () => [0, 0, 0, 0, 0] as (number | string)[],
  )
  const last = firstRow + indicatorCount
  const range = (column: string): string => `${column}${firstRow + 1}:${column}${last}`
  const formulas = [
    '=ABS(A5-ROUND(A2/A1,4)*10000)<=0.5',
    '=ABS(A7/100-ROUND(A6*MIN(1,A2/A1),2))<=0.01',
    '=A2<=A1',
    '=A3=A1',
    '=A4=A1',
    `=SUM(${range('A')})+A6=100`,
    `=A8=SUM(${range('A')})+A6`,
    `=ABS(A9-SUM(${range('B')})-A7)<=1`,
    '=A6=10',
    '=A7>=0',
    '=A7<=A6*100',
    '=A9<=10000',
    '=A9>=0',
    '=A3<=A1',
    '=A4<=A1',
    '=ROUND(A6*MIN(1,A2/A1),2)',
  ]
  for (let row = firstRow + 1; row <= last; row += 1)
    formulas.push(
      `=B${row}>=0`,
      `=B${row}<=A${row}*100`,
      `=A${row}<=30`,
      `=IF(D${row}>=C${row},A${row},ROUND(A${row}*D${row}/C${row},2))`,
    )
  const sheet = HyperFormula.buildFromArray([...blank, ...formulas.map((formula) => [formula])], {
    licenseKey: 'gpl-v3',
  })
  return (form) => {
    sheet.batch(() => {
      const head = [
        form.budget,
        form.executed,
        form.revenue,
        form.expenditure,
        form.rate,
        form.executionWeight,
        form.executionScore,
        form.totalWeight,
        form.totalScore,
      ]
      sheet.setCellContents(
        { sheet: 0, row: 0, col: 0 },
        head.map((value) => [value]),
      )
      const rows = form.weights.map((weight, row) => [
        weight,
        form.scores[row] ?? 0,
        form.targets[row] ?? 0,
        form.actuals[row] ?? 0,
      ])
      sheet.setCellContents({ sheet: 0, row: firstRow, col: 0 }, rows)
    })
    let wrong = 0
    for (const [row] of formulas.entries())
      if (sheet.getCellValue({ sheet: 0, row: blank.length + row, col: 0 }) === false) wrong += 1
    return wrong
  }
}

/** json-rules-engine: 60 rules over the numbers of the form; sums and products are computed facts. */
export function makeRules(): (form: PlainForm) => Promise<number> {
  const engine = new Engine()
  const numbers = new Map<string, (form: PlainForm) => readonly [number, number]>([
    ['rate', (f) => [Math.abs(f.rate - (10_000 * f.executed) / f.budget), 0.51]],
    [
      'score',
      (f) => [Math.abs(f.executionScore - 100 * f.executionWeight * Math.min(1, f.executed / f.budget)), 1],
    ],
    ['executed', (f) => [f.executed, f.budget]],
    ['revenue', (f) => [Math.abs(f.revenue - f.budget), 1]],
    ['expenditure', (f) => [Math.abs(f.expenditure - f.budget), 1]],
    ['weights', (f) => [Math.abs(f.weights.reduce((a, b) => a + b, f.executionWeight) - 100), 0]],
    ['printed', (f) => [Math.abs(f.weights.reduce((a, b) => a + b, f.executionWeight) - f.totalWeight), 0]],
    ['scores', (f) => [Math.abs(f.scores.reduce((a, b) => a + b, f.executionScore) - f.totalScore), 1]],
    ['weight', (f) => [Math.abs(f.executionWeight - 10), 0]],
    ['scoreLow', (f) => [0, f.executionScore]],
    ['scoreHigh', (f) => [f.executionScore, f.executionWeight * 100]],
    ['totalHigh', (f) => [f.totalScore, 10_000]],
    ['totalLow', (f) => [0, f.totalScore]],
    ['revenuePart', (f) => [f.revenue, f.budget]],
    ['expenditurePart', (f) => [f.expenditure, f.budget]],
  ])
  for (let row = 0; row < indicatorCount; row += 1) {
    numbers.set(`low${row}`, (f) => [0, f.scores[row] ?? 0])
    numbers.set(`high${row}`, (f) => [f.scores[row] ?? 0, (f.weights[row] ?? 0) * 100])
    numbers.set(`wide${row}`, (f) => [f.weights[row] ?? 0, 30])
  }
  for (const [name, read] of numbers) {
    engine.addFact(`${name}.left`, async (_, almanac) => read(await almanac.factValue('form'))[0])
    engine.addFact(`${name}.right`, async (_, almanac) => read(await almanac.factValue('form'))[1])
    const condition = { fact: `${name}.left`, operator: 'greaterThan', value: { fact: `${name}.right` } }
    engine.addRule({ conditions: { all: [condition] }, event: { type: name } })
  }
  return async (form) => (await engine.run({ form })).events.length
}
