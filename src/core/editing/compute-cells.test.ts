import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import { checkContent } from './check-content.js'
import type { FilingContent } from './content.js'

const packs = loadPacks()
const department = 'hunan/department-self-evaluation/2024'
const project = 'hunan/project-self-evaluation/2024'
const baseData = 'hunan/base-data/2023'

const money = {
  'totalFunds.adjustedBudget': '851.06',
  'totalFunds.executedAmount': '838.16',
  'totalFunds.weight': '10',
}
const count = { name: '演出场次', target: '≥12场', actual: '9场', weight: '50' }
const words = { name: '演出质量', target: '良好', actual: '良好', weight: '40' }

describe('computed cells', () => {
  it('are the rate, its score, the scores that rules can give, and the totals', () => {
    expect(computed(department, money, { indicators: [count, { ...words, score: '40' }] })).toEqual({
      'f1/totalFunds.rate': '98.48%',
      'f1/totalFunds.score': '9.85',
      'f1/indicators/r1/score': '37.5',
      'f1/total.weight': '100',
      'f1/total.score': '87.35',
    })
  })

  it.each([
    ['met', '≥12场', '13场', '50'],
    ['missed, less being better', '≤8天', '10天', '40'],
    ['zero of it done', '≥12场', '0场', '0'],
    ['a date kept', '2024年11月底前', '2024年10月', '50'],
  ])('score a target %s: %s, %s gives %s', (_what, target, actual, score) => {
    const { 'f1/indicators/r1/score': given } = computed(
      department,
      {},
      { indicators: [{ ...count, target, actual }] },
    )
    expect(given).toBe(score)
  })

  it.each([
    ['words', '持续改善', '已改善'],
    ['a number that is not exact', '≥12场', '约9场'],
    ['other units', '≥12场', '9天'],
    ['a target without a sign that was not hit', '12场', '9场'],
    ['nothing reported yet', '≥12场', ''],
  ])('are never a guess: %s', (_what, target, actual) => {
    const given = computed(department, money, { indicators: [{ ...count, target, actual }] })
    expect(given['f1/indicators/r1/score']).toBeUndefined()
    expect(given['f1/total.score']).toBeUndefined()
  })

  it('need every input: a blank is no zero', () => {
    expect(computed(department, { 'totalFunds.executedAmount': '838.16' }, {})).toEqual({})
    const onlyOne = computed(department, money, { indicators: [{ ...count }, { ...words }] })
    expect(onlyOne['f1/total.score']).toBeUndefined()
    expect(onlyOne['f1/total.weight']).toBe('100')
  })

  it('need the points of budget execution before there is a total', () => {
    const { 'f1/total.score': total } = computed(department, {}, { indicators: [count] })
    expect(total).toBeUndefined()
  })

  it('do not divide by a budget of zero', () => {
    const given = computed(department, { ...money, 'totalFunds.adjustedBudget': '0' }, {})
    expect(given['f1/totalFunds.rate']).toBeUndefined()
    expect(given['f1/totalFunds.score']).toBeUndefined()
  })

  it('leave out spare rows that only the headings fill', () => {
    const spare = { dimension: '产出指标', aspect: '质量指标' }
    const given = computed(department, money, { indicators: [{ ...count, weight: '90' }, spare] })
    expect(given['f1/total.score']).toBe('77.35')
  })

  it('never stand in for what somebody stated, right or wrong', () => {
    const given = computed(
      department,
      { ...money, 'totalFunds.rate': '90%', 'total.score': '' },
      { indicators: [] },
    )
    expect(given['f1/totalFunds.rate']).toBeUndefined()
    expect(given['f1/totalFunds.score']).toBe('9.85')
  })

  it('print amounts with the decimals of the form, exactly where there are more', () => {
    const given = computed(
      baseData,
      {},
      {
        projects: [
          { name: '甲', budget: '10', final: '10.125' },
          { name: '乙', budget: '20.5', final: '20.5' },
        ],
      },
    )
    expect(given['f1/projectExpenditure.budget']).toBe('30.50')
    expect(given['f1/projectExpenditure.final']).toBe('30.625')
    expect(given['f1/projectExpenditure.priorFinal']).toBeUndefined()
  })

  it('give the rate of every row of money', () => {
    const given = computed(project, {
      'totalFunds.adjustedBudget': '100',
      'totalFunds.executedAmount': '66.667',
      'currentYearAppropriation.adjustedBudget': '3',
      'currentYearAppropriation.executedAmount': '3',
    })
    expect(given['f1/totalFunds.rate']).toBe('66.67%')
    expect(given['f1/currentYearAppropriation.rate']).toBe('100%')
  })

  it('are shown on the paper and known to the checks', () => {
    const { printed, results } = checkContent(contentOf(department, money, {}), packs)
    const [form] = printed.blocks.filter((block) => block.kind === 'form')
    expect(form?.cells.find(({ field }) => field === 'totalFunds.rate')?.text).toBe('98.48%')
    expect(results.find(({ check }) => check === 'execution-rate')?.verdict).not.toBe('cannotCheck')
  })
})

type Texts = Readonly<Record<string, string>>

function contentOf(
  pack: string,
  fields: Texts,
  lists: Readonly<Record<string, readonly Texts[]>>,
): FilingContent {
  const rows = Object.entries(lists).map(([list, all]) => [
    list,
    all.map((cells, index) => ({ id: `r${index + 1}`, cells })),
  ])
  const form = { id: 'f1', pack, fields, lists: Object.fromEntries(rows) }
  return { unit: '云溪县文化馆', budgetYear: 2024, forms: [form], report: [] }
}

function computed(
  pack: string,
  fields: Texts,
  lists: Readonly<Record<string, readonly Texts[]>> = {},
): Readonly<Record<string, string>> {
  return checkContent(contentOf(pack, fields, lists), packs).computed
}
