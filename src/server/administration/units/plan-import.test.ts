import { describe, expect, it } from 'vitest'
import { type ImportedRow, planImport } from './plan-import.js'

const bureau = {
  unit_id: 'b',
  code: '100',
  name: '云溪县财政局',
  kind: 'bureau' as const,
  parent_id: null,
  ended_on: null,
}
const department = {
  ...bureau,
  unit_id: 'd',
  code: '200',
  name: '云溪县民政局',
  kind: 'department' as const,
  parent_id: 'b',
}

function row(number: number, given: Partial<ImportedRow>): ImportedRow {
  return { row: number, code: '201', name: '云溪县福利院', kind: '预算单位', parent: '200', ...given }
}

/** Problems as `row column message`. */
function problemsOf(rows: readonly ImportedRow[]): readonly string[] {
  return planImport(rows, [bureau, department]).problems.map(
    (problem) => `${problem.row} ${problem.column} ${problem.message}`,
  )
}

describe('planImport', () => {
  it('adds parents before those below them, whatever the order of the rows', () => {
    const rows = [
      row(2, { parent: '300' }),
      row(3, { code: '300', name: '云溪县水利局', kind: '主管部门', parent: '100' }),
    ]
    const plan = planImport(rows, [bureau, department])
    expect(plan.problems).toEqual([])
    expect(plan.added.map(({ code }) => code)).toEqual(['300', '201'])
  })

  it('renames what has another name and leaves alone what is the same', () => {
    const rows = [
      row(2, { code: '200', name: '云溪县民政和养老局', kind: '主管部门', parent: '100' }),
      row(3, { code: '100', name: '云溪县财政局', kind: '财政部门', parent: '' }),
    ]
    const plan = planImport(rows, [bureau, department])
    expect(plan.renamed).toEqual([
      { row: 2, unitId: 'd', code: '200', from: '云溪县民政局', to: '云溪县民政和养老局' },
    ])
    expect([plan.added.length, plan.unchanged, plan.problems.length]).toEqual([0, 1, 0])
  })

  it.each([
    ['a code twice', [row(2, {}), row(3, { name: '另一家单位' })], '3 单位编码 编码“201”和第 2 行重复。'],
    ['no code', [row(2, { code: '' })], '2 单位编码 没有填单位编码。'],
    ['no name', [row(2, { name: '' })], '2 单位名称 没有填单位名称。'],
    [
      'an unknown kind',
      [row(2, { kind: '企业' })],
      '2 类别 类别“企业”不认识，要写财政部门、主管部门或预算单位。',
    ],
    [
      'an unknown parent',
      [row(2, { parent: '999' })],
      '2 上级单位编码 没有编码是“999”的单位，名单里也没有这一行。',
    ],
    ['no parent', [row(2, { parent: '' })], '2 上级单位编码 没有填上级单位编码。'],
    ['itself above itself', [row(2, { parent: '201' })], '2 上级单位编码 上级写成了自己。'],
    [
      'a department under a department',
      [row(2, { kind: '主管部门' })],
      '2 上级单位编码 主管部门下面不能放主管部门。请选财政部门作上级。',
    ],
    [
      'another parent than now',
      [row(2, { code: '200', name: '云溪县民政局', kind: '主管部门', parent: '' })],
      '2 上级单位编码 “云溪县民政局”现在的上级编码是“100”，名单里是“”。换上级请在页面上用“划转”，会留下沿革。',
    ],
  ])('refuses %s in its row', (_situation, rows, problem) => {
    expect(problemsOf(rows)).toEqual([problem])
  })

  it('refuses rows that stand above each other in a circle', () => {
    const rows = [row(2, { code: '301', parent: '302' }), row(3, { code: '302', parent: '301' })]
    expect(problemsOf(rows)).toEqual([
      '2 上级单位编码 上级单位绕了一圈，又回到了自己。',
      '3 上级单位编码 上级单位绕了一圈，又回到了自己。',
    ])
  })
})
