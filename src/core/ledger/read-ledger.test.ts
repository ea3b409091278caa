import { describe, expect, it } from 'vitest'
import { parseCaseDocument } from '../pack-check/case-document.js'
import { amountsOf } from './ledger-amounts.js'
import { readLedger } from './read-ledger.js'

const station = '云溪县农村供水站'

const inYuan = `
预算执行情况表
| 云溪县2024年预算执行情况 | < | < | < | < | < |
| 单位：元 | < | < | < | < | < |
| 预算单位 | 项目名称 | 项目类别 | 年初预算数 | 调整后预算数 | 支出数 |
| 439901001-${station} | 人员经费 | 人员类 | 3,200,000.00 | 3,250,000.10 | 3,250,000.09 |
| 439901001-${station} | 农村饮水 | 特定目标类 | 1200000 | 1,100,000.00 | 1,050,000.01 |
| 439901001-${station} | 小计 | | 4,400,000.00 | 4,350,000.10 | 4,300,000.10 |
| 439901002-云溪县河湖管护中心 | 河道保洁 | 特定目标类 | 500000 | 500000 | 480000 |
| 合计 | | | 4,900,000.00 | 4,850,000.10 | 4,780,000.10 |
`

function ledgerOf(text: string) {
  const ledger = readLedger(parseCaseDocument(text))
  if (ledger === undefined) throw new Error('no ledger was found')
  return ledger
}

const shown = (text: string, project?: string) =>
  amountsOf(ledgerOf(text), {
    unit: station,
    project: project === undefined ? undefined : { name: project, code: null },
  }).amounts.map(({ quantity, stage, amount }) => `${quantity} ${stage} ${amount}`)

describe('readLedger', () => {
  it('finds the header below the title and turns 元 into 万元 exactly, to the fen', () => {
    expect(shown(inYuan)).toEqual([
      'totalExpenditure initialBudget 440',
      'totalExpenditure adjustedBudget 435.00001',
      'totalExpenditure executedAmount 430.00001',
      'basicExpenditure initialBudget 320',
      'basicExpenditure adjustedBudget 325.00001',
      'basicExpenditure executedAmount 325.000009',
      'projectExpenditure initialBudget 120',
      'projectExpenditure adjustedBudget 110',
      'projectExpenditure executedAmount 105.000001',
    ])
  })

  it('finds one project by its name', () => {
    expect(shown(inYuan, '农村饮水')).toEqual([
      'projectExpenditure initialBudget 120',
      'projectExpenditure adjustedBudget 110',
      'projectExpenditure executedAmount 105.000001',
    ])
    expect(shown(inYuan, '农村饮水二期')).toEqual([])
  })

  it.each([
    ['年初批复预算数（万元）', '全年预算数（万元）', '全年执行数（万元）'],
    ['年初预算', '调整预算数', '执行数'],
    ['年初指标数', '指标金额', '累计支出'],
    ['年初预算金额', '现预算数', '已支付金额'],
  ])('knows the headings %s, %s, %s', (...headings) => {
    const text = `
单位：万元
| 单位名称 | 预算项目 | ${headings.join(' | ')} |
| ${station} | 农村饮水 | 120.00 | 110.00 | 105.50 |
`
    expect(shown(text)).toEqual([
      'totalExpenditure initialBudget 120',
      'totalExpenditure adjustedBudget 110',
      'totalExpenditure executedAmount 105.5',
    ])
  })

  it('takes nothing and says so where no unit of the amounts is written', () => {
    const ledger = ledgerOf(`
| 单位名称 | 项目名称 | 年初预算数 | 支出数 |
| ${station} | 农村饮水 | 120.00 | 105.50 |
`)
    expect(ledger.rows).toEqual([])
    expect(ledger.unclear.map(({ because }) => because).join()).toContain('元还是万元')
  })

  it('does not choose between a subtotal and lines that disagree with it', () => {
    const wrong = inYuan.replace('4,300,000.10 |\n| 439901002', '4,400,000.10 |\n| 439901002')
    expect(wrong).not.toBe(inYuan)
    const { amounts, unclear } = amountsOf(ledgerOf(wrong), { unit: station, project: undefined })
    expect(amounts.some(({ stage }) => stage === 'executedAmount')).toBe(false)
    expect(unclear.map(({ because }) => because).join()).toContain('各行相加是 430.00001 万元')
  })

  it('does not choose between two columns for the same figure', () => {
    const ledger = ledgerOf(`
单位：万元
| 单位名称 | 项目名称 | 年初预算数 | 支出数 | 执行数 |
| ${station} | 农村饮水 | 120.00 | 105.50 | 104.00 |
`)
    expect(ledger.rows.flatMap(({ figures }) => figures.map(({ stage }) => stage))).toEqual(['initialBudget'])
    expect(ledger.unclear).toHaveLength(1)
  })

  it('reads a unit named once over several merged rows', () => {
    const text = `
单位：万元
| 单位名称 | 项目名称 | 年初预算数 | 支出数 |
| ${station} | 农村饮水 | 120.00 | 105.50 |
| ^ | 水质检测 | 20.00 | 19.50 |
`
    expect(shown(text)).toEqual(['totalExpenditure initialBudget 140', 'totalExpenditure executedAmount 125'])
  })

  it('is nothing for a table of another kind', () => {
    expect(readLedger(parseCaseDocument('| 姓名 | 分数 |\n| 甲 | 90 |'))).toBeUndefined()
  })
})
