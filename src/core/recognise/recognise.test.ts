import { describe, expect, it } from 'vitest'
import { filingOf, formOf, projectForm } from '../../testing/sample-forms.js'
import type { Form } from '../filing/filing.js'

/** What a form holds, as text, to compare two ways of printing it. */
function contentOf({ form, fields, lists }: Form): unknown {
  const texts = Object.entries(fields)
    .filter(([id]) => !id.endsWith('.name'))
    .map(([id, { text }]) => [id, text])
  const rows = Object.entries(lists).map(([id, all]) => [
    id,
    all.map((row) => Object.fromEntries(Object.entries(row).map(([column, { text }]) => [column, text]))),
  ])
  return { form, fields: Object.fromEntries(texts), lists: Object.fromEntries(rows) }
}

const changed = (...changes: readonly (readonly [string | RegExp, string])[]): string =>
  changes.reduce((text, [from, to]) => {
    if (text.search(from) < 0) throw new Error(`not in the form: ${from}`)
    return text.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'g'), to)
  }, projectForm)

describe('a project form', () => {
  it('is read in full, every number placed', () => {
    const { forms, unplaced } = filingOf(projectForm)
    expect(unplaced).toEqual([])
    expect(forms).toHaveLength(1)
    expect(contentOf(formOf(projectForm))).toMatchObject({
      form: 'projectSelfEvaluation',
      fields: {
        projectName: '农村饮水',
        supervisingDepartment: '云溪县水利局',
        implementingUnit: '云溪县供水站',
        'totalFunds.initialBudget': '120.00',
        'totalFunds.rate': '90%',
        'currentYearAppropriation.executedAmount': '90.00',
        expectedGoal: '新增供水3000人',
        actualAccomplishment: '新增供水3100人',
        'total.weight': '100',
        'total.score': '99',
      },
    })
    expect(formOf(projectForm).lists.indicators).toHaveLength(3)
    expect(formOf(projectForm).lists.dimensions?.map(({ weight }) => weight?.text)).toEqual([
      '50',
      '30',
      '10',
    ])
  })

  it.each([
    [
      'labels split over lines',
      [
        ['年初预算数', '年初预⏎算数'],
        ['实际完成值', '实际完⏎成值'],
        ['实施单位', '实施⏎单位'],
      ],
    ],
    [
      'spaces inside labels',
      [
        ['分值', '分 值'],
        ['得分', '得　分'],
        ['总分', '总    分'],
        ['项目名称', '项 目 名 称'],
      ],
    ],
    [
      'full-width signs and brackets',
      [
        ['（万元）', '(万元)'],
        ['其中：', '其中:'],
        ['（50分）', '(50分)'],
        ['（30分）', '(３０分)'],
        ['（10分）', ' （10 分） '],
      ],
    ],
    [
      'a weight of a dimension on its own line',
      [
        ['产出指标（50分）', '产出指标⏎（50分）'],
        ['效益指标（30分）', '效益指标⏎⏎（30分）'],
      ],
    ],
    [
      'aliases of points',
      [
        [/ 得分 /, ' 自评得分 '],
        [/ 分值 /, ' 权重 '],
      ],
    ],
    [
      'aliases of values',
      [
        ['实际完成值', '全年实际完成值'],
        ['年度指标值', '年初设定指标值'],
      ],
    ],
    [
      'an alias of actual values',
      [
        ['实际完成值', '业绩值'],
        ['年度指标值', '目标值'],
      ],
    ],
    [
      'letters behind the amounts',
      [
        ['全年预算数', '全年预算数（A）'],
        ['全年执行数', '全年执行数（B）'],
        ['执行率', '执行率（B/A）'],
      ],
    ],
    [
      'numbers before labels',
      [
        ['项目名称', '1.项目名称'],
        ['主管部门', '（一）主管部门'],
      ],
    ],
    ['no title', [['2024年度项目支出绩效自评表\n', '']]],
    [
      'the title as first row of the sheet',
      [['2024年度项目支出绩效自评表\n', '| 2024年度项目支出绩效自评表 | < | < | < | < | < | < | < | < |\n']],
    ],
    [
      'a unit line between title and form',
      [
        [
          '2024年度项目支出绩效自评表\n',
          '| 2024年度项目支出绩效自评表 | < | < | < | < | < | < | < | < |\n| | | | | | | | | 单位：万元 |\n',
        ],
      ],
    ],
    ['spare blank rows', [['| 总分 |', '| ^ | | | | | | | | |\n| ^ | | | | | | | | |\n| 总分 |']]],
    ['rows of dots', [['| 总分 |', '| ^ | ^ | ^ | …… | | | | | |\n| 总分 |']]],
  ] as const)('says the same with %s', (_situation, changes) => {
    const text = changed(...changes)
    expect(contentOf(formOf(text))).toEqual(contentOf(formOf(projectForm)))
    expect(filingOf(text).forms).toHaveLength(1)
    expect(filingOf(text).unplaced).toEqual([])
  })

  it('keeps the points of a total row that lost cells', () => {
    const { fields } = formOf(
      changed(['| 总分 | < | < | < | < | < | 100 | 99 | |', '| 总分 | < | < | < | < | 100 | 99 | |']),
    )
    expect(fields['total.weight']?.text).toBe('100')
    expect(fields['total.score']?.text).toBe('99')
  })

  it('reads indicator columns in another order', () => {
    const header =
      '| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 实际完成值 | 得分 | 偏差原因分析及改进措施 |'
    const swapped = projectForm
      .replace(/\| 绩效指标 .*/, header)
      .replace('| ≥12公里 | 13公里 | 50 | 50 |', '| 50 | ≥12公里 | 13公里 | 50 |')
      .replace('| ≥3000人 | 3100人 | 30 | 30 |', '| 30 | ≥3000人 | 3100人 | 30 |')
      .replace('| ≥90% | 95% | 10 | 10 |', '| 10 | ≥90% | 95% | 10 |')
      .replace('| < | < | < | < | < | 100 | 99 | |', '| < | < | < | 100 | | | 99 | |')
    expect(contentOf(formOf(swapped))).toEqual(contentOf(formOf(projectForm)))
  })

  it('reads a header of two rows', () => {
    const rows = `| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | < | 得分情况 | < | 偏差原因分析及改进措施 |
| ^ | ^ | ^ | ^ | 年度指标值 | 实际完成值 | 分值 | 得分 | ^ |`
    const { forms, unplaced } = filingOf(projectForm.replace(/\| 绩效指标 .*/, rows))
    expect(
      forms[0]?.lists.indicators?.map(({ name, target, actual, score }) => [
        name?.text,
        target?.text,
        actual?.text,
        score?.text,
      ]),
    ).toEqual([
      ['铺设管道', '≥12公里', '13公里', '50'],
      ['受益人数', '≥3000人', '3100人', '30'],
      ['群众满意度', '≥90%', '95%', '10'],
    ])
    expect(unplaced).toEqual([])
  })

  it('reads goals written over several rows', () => {
    const { fields } = formOf(
      changed([
        '| ^ | 新增供水3000人 | < | < | < | 新增供水3100人 | < | < | < |',
        '| ^ | 目标1：新增供水3000人 | < | < | < | 1.新增供水3100人 | < | < | < |\n| ^ | 目标2：铺设管道12公里 | < | < | < | 2.铺设管道13公里 | < | < | < |',
      ]),
    )
    expect(fields.expectedGoal?.text).toBe('目标1：新增供水3000人\n目标2：铺设管道12公里')
    expect(fields.actualAccomplishment?.text).toBe('1.新增供水3100人\n2.铺设管道13公里')
  })

  it('lists numbers that no field takes', () => {
    const { unplaced } = filingOf(
      changed(['| 总分 |', '| 抽查编号 | 7731 | < | < | < | < | < | < | < |\n| 总分 |']),
    )
    expect(unplaced.map(({ quote }) => quote)).toEqual(['7731'])
  })

  it('takes a number of a source of funds that it does not know as unplaced', () => {
    const source = '| ^ | 社会捐赠 | < | 8.00 | 8.00 | 8.00 | — | | — |'
    const { unplaced, forms } = filingOf(projectForm.replace(/(\| \^ \| 其中：当年.*)/, `$1\n${source}`))
    expect(unplaced.map(({ quote }) => quote)).toEqual(['8.00', '8.00', '8.00'])
    expect(forms[0]?.fields['otherFunds.adjustedBudget']).toBeUndefined()
  })
})
