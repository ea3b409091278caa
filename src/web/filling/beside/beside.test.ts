import { beforeAll, describe, expect, it } from 'vitest'
import type { FilingContent, FormContent } from '../../../core/editing/content.js'
import type { Pack } from '../../../core/pack/pack.js'
import { loadPacks } from '../../../packs/load-packs.js'
import { findLastYear } from './last-year.js'
import { findLedgerValue } from './ledger-value.js'

let packs: readonly Pack[]
beforeAll(() => {
  packs = loadPacks()
})

const row = (id: string, name: string, actual: string) => ({ id, cells: { name, actual } })
const form = (pack: string, fields: FormContent['fields'], rows: ReturnType<typeof row>[]): FormContent => ({
  id: 'f1',
  pack,
  fields,
  lists: { indicators: rows },
})
const now = form('hunan/department-self-evaluation/2024', {}, [
  row('r1', '培训　场次', ''),
  row('r2', '新指标', ''),
])
const lastYear: FilingContent = {
  unit: '云溪县文化馆',
  budgetYear: 2023,
  report: [],
  forms: [
    form('hunan/department-self-evaluation/2023', { 'totalFunds.executedAmount': '90.94' }, [
      row('r7', '演出场次', '12'),
      row('r8', '培训场次', '20'),
    ]),
  ],
}

describe('findLastYear', () => {
  it('finds the same cell of the edition before', () => {
    expect(findLastYear(now, 'f1/totalFunds.executedAmount', lastYear)).toBe('90.94')
  })
  it('finds an indicator by its name, in whatever row it stood', () => {
    expect(findLastYear(now, 'f1/indicators/r1/actual', lastYear)).toBe('20')
  })
  it('says nothing of an indicator that is new', () => {
    expect(findLastYear(now, 'f1/indicators/r2/actual', lastYear)).toBeUndefined()
  })
  it('says nothing without a filing of last year', () => {
    expect(findLastYear(now, 'f1/totalFunds.executedAmount', undefined)).toBeUndefined()
  })
})

describe('findLedgerValue', () => {
  const ledger = (amount: string, unit: string) => [
    { quantity: 'totalExpenditure', stage: 'executedAmount', amount, unit },
  ]
  it.each([
    ['4321098.76', '元', '432.11'],
    ['432.1', '万元', '432.10'],
    ['0.0432', '亿元', '432.00'],
    ['4,321,098.76', '元', '432.11'],
  ])('gives %s %s as %s 万元', (amount, unit, shown) => {
    expect(find('f1/totalFunds.executedAmount', ledger(amount, unit))).toBe(shown)
  })
  it('says nothing of a cell that states no quantity', () => {
    expect(find('f1/unitName', ledger('1', '元'))).toBeUndefined()
  })
  it('does not take one stage for another', () => {
    expect(find('f1/totalFunds.initialBudget', ledger('1', '元'))).toBeUndefined()
  })
  function find(key: string, amounts: ReturnType<typeof ledger>) {
    const pack = packs.find(({ id }) => id === now.pack)
    if (pack === undefined) throw new RangeError('no pack')
    return findLedgerValue(now, key, { pack, ledger: amounts })
  }
})
