import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import { baseDataForm, departmentForm, formOf, projectForm } from '../../testing/sample-forms.js'
import { cellsOfFormula } from './formula.js'
import { type FormFormulas, formulasOf } from './formulas.js'

const packs = loadPacks()

describe('the formulas of a form', () => {
  it('give the rate, its score and the totals of a department', () => {
    const { formulas, notes } = of(departmentForm)
    expect([...formulas.keys()].sort()).toEqual([
      'total.score',
      'total.weight',
      'totalFunds.rate',
      'totalFunds.score',
    ])
    expect(reads(formulas, 'totalFunds.rate')).toEqual([
      'totalFunds.executedAmount',
      'totalFunds.adjustedBudget',
    ])
    expect(reads(formulas, 'total.score')).toEqual([
      'indicators[0].score',
      'indicators[1].score',
      'totalFunds.score',
    ])
    expect(notes.size).toBe(0)
  })

  it('add up each column of base data from its parts, part by part', () => {
    const { formulas } = of(baseDataForm)
    expect(reads(formulas, 'threePublicExpenses.final')).toEqual([
      'officialVehicleExpenses.final',
      'overseasTravelExpenses.final',
      'officialReceptionExpenses.final',
    ])
    expect(reads(formulas, 'projectExpenditure.budget')).toEqual(['projects[0].budget', 'projects[1].budget'])
    expect(reads(formulas, 'staff.staffControlRate')).toEqual(['staff.staffInPost', 'staff.authorizedStaff'])
  })

  it('score an indicator whose actual value is a plain number, not one with words', () => {
    const { formulas } = of(projectForm)
    expect(reads(formulas, 'indicators[2].score')).toEqual(expect.arrayContaining(['indicators[2].actual']))
    expect(formulas.has('indicators[0].score')).toBe(false)
  })

  it('leave a wrong figure as the unit stated it and say what the engine computes', () => {
    const { formulas, notes } = of(departmentForm.replace('| 9.85 |', '| 9 |'))
    expect(formulas.has('totalFunds.score')).toBe(false)
    expect(notes.get('totalFunds.score')).toContain('9.85')
    expect(notes.get('totalFunds.score')).toContain('表中填 9')
  })

  it('leave a figure that only rounding explains as it is, without a note', () => {
    const { formulas, notes } = of(baseDataForm.replace('| 446.00 | < |\n| 1', '| 446.01 | < |\n| 1'))
    expect(formulas.has('projectExpenditure.final')).toBe(false)
    expect(notes.size).toBe(0)
  })

  it('leave a blank blank', () => {
    const { formulas, notes } = of(departmentForm.replace('98.48%', ''))
    expect(formulas.has('totalFunds.rate')).toBe(false)
    expect(notes.has('totalFunds.rate')).toBe(false)
  })

  it('are not written over a figure that stands there in words', () => {
    const { formulas } = of(departmentForm.replace('838.16 | 10', '约838.16 | 10'))
    expect(formulas.has('totalFunds.rate')).toBe(false)
    expect(formulas.has('totalFunds.score')).toBe(false)
  })

  it('keep a whole total open for points to come, and a rate at its printed decimals', () => {
    const { formulas } = of(projectForm)
    expect(formulas.get('total.score')).toMatchObject({ showsAll: true, formula: { decimals: 2 } })
    expect(formulas.get('totalFunds.rate')).toMatchObject({ showsAll: false, formula: { decimals: 2 } })
  })

  it('compute a rate printed without its percent sign as it is printed', () => {
    const rate = of(departmentForm.replace('98.48%', '98.48')).formulas.get('totalFunds.rate')
    expect(rate?.formula).toMatchObject({
      kind: 'rounded',
      decimals: 2,
      item: { kind: 'binary', sign: '×', right: { kind: 'number' } },
    })
  })

  it('never depend on each other in a circle', () => {
    const form = formOf(departmentForm.replace('838.16 | 10 | 98.48% | 9.85', '851.06 | 10 | 100% | 10'))
    const pack = packs.find(({ id }) => id === form.pack)
    const [check] = pack?.checks.filter(({ id }) => id === 'execution-rate') ?? []
    if (pack === undefined || check === undefined) throw new Error('the pack has changed')
    const back = { ...check, id: 'back', sentence: '全年执行数 = 全年预算数 × 执行率' }
    const { formulas } = formulasOf(form, { ...pack, checks: [back, ...pack.checks] })
    expect(reads(formulas, 'totalFunds.executedAmount')).toEqual([
      'totalFunds.adjustedBudget',
      'totalFunds.rate',
    ])
    expect(formulas.has('totalFunds.rate')).toBe(false)
  })
})

function of(text: string): FormFormulas {
  const form = formOf(text)
  const pack = packs.find(({ id }) => id === form.pack)
  if (pack === undefined) throw new Error(`no pack ${form.pack}`)
  return formulasOf(form, pack)
}

function reads(formulas: FormFormulas['formulas'], field: string): string[] | undefined {
  const found = formulas.get(field)
  return found && cellsOfFormula(found.formula).map((cell) => cell.field)
}
