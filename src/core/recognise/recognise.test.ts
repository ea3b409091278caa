import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import type { Filing, Form } from '../filing/filing.js'
import { parseCaseDocument } from '../pack/case-document.js'
import { recognise } from './recognise.js'

const packs = loadPacks()

function filingOf(text: string): Filing {
  return recognise(parseCaseDocument(text), packs)
}

function formOf(text: string): Form {
  const [form] = filingOf(text).forms
  if (form === undefined) throw new Error('no form was recognised')
  return form
}

const project = `
2024年度项目支出绩效自评表
| 项目名称 | 农村饮水 | < | < | < | < | < | < | < |
| 主管部门 | 云溪县水利局 | < | < | 实施单位 | 云溪县供水站 | < | < | < |
| 项目资金（万元） | | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| ^ | 年度资金总额 | < | 120.00 | 100.00 | 90.00 | 10 | 90% | 9 |
| ^ | 其中：当年财政拨款 | < | 120.00 | 100.00 | 90.00 | — | | — |
| 年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | < |
| ^ | 新增供水3000人 | < | < | < | 新增供水3100人 | < | < | < |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| ^ | 产出指标（50分） | 数量指标 | 铺设管道 | ≥12公里 | 13公里 | 50 | 50 | |
| ^ | 效益指标（30分） | 社会效益指标 | 受益人数 | ≥3000人 | 3100人 | 30 | 30 | |
| ^ | 满意度指标（10分） | 服务对象满意度指标 | 群众满意度 | ≥90% | 95% | 10 | 10 | |
| 总分 | < | < | < | < | < | 100 | 99 | |
`

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
  }, project)

describe('a project form', () => {
  it('is read in full, every number placed', () => {
    const { forms, unplaced } = filingOf(project)
    expect(unplaced).toEqual([])
    expect(forms).toHaveLength(1)
    expect(contentOf(formOf(project))).toMatchObject({
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
    expect(formOf(project).lists.indicators).toHaveLength(3)
    expect(formOf(project).lists.dimensions?.map(({ weight }) => weight?.text)).toEqual(['50', '30', '10'])
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
    expect(contentOf(formOf(text))).toEqual(contentOf(formOf(project)))
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
    const swapped = project
      .replace(/\| 绩效指标 .*/, header)
      .replace('| ≥12公里 | 13公里 | 50 | 50 |', '| 50 | ≥12公里 | 13公里 | 50 |')
      .replace('| ≥3000人 | 3100人 | 30 | 30 |', '| 30 | ≥3000人 | 3100人 | 30 |')
      .replace('| ≥90% | 95% | 10 | 10 |', '| 10 | ≥90% | 95% | 10 |')
      .replace('| < | < | < | < | < | 100 | 99 | |', '| < | < | < | 100 | | | 99 | |')
    expect(contentOf(formOf(swapped))).toEqual(contentOf(formOf(project)))
  })

  it('reads a header of two rows', () => {
    const rows = `| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | < | 得分情况 | < | 偏差原因分析及改进措施 |
| ^ | ^ | ^ | ^ | 年度指标值 | 实际完成值 | 分值 | 得分 | ^ |`
    const { forms, unplaced } = filingOf(project.replace(/\| 绩效指标 .*/, rows))
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
    const { unplaced, forms } = filingOf(project.replace(/(\| \^ \| 其中：当年.*)/, `$1\n${source}`))
    expect(unplaced.map(({ quote }) => quote)).toEqual(['8.00', '8.00', '8.00'])
    expect(forms[0]?.fields['otherFunds.adjustedBudget']).toBeUndefined()
  })
})

const department = `
| 县级预算部门（单位）名称 | 云溪县水利局 | < | < | < | < | < | < | < |
| 年度预⏎算申请 | | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| ^ | 年度资金总额 | < | 812.60 | 851.06 | 838.16 | 10 | 98.48% | 9.85 |
| ^ | 按收入性质分： | < | < | < | 按支出性质分： | < | < | < |
| ^ | 其中：一般公共预算：838.16 | < | < | < | 其中：基本支出：392.16 | < | < | < |
| ^ | 政府性基金拨款：0 | < | < | < | 项目支出：446.00 | < | < | < |
| 年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | < |
| ^ | 清淤山塘40口 | < | < | < | 清淤山塘42口 | < | < | < |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 自评得分 | 偏差原因分析及改进措施 |
| ^ | 产出指标⏎(50分) | 数量指标 | 清淤山塘 | ≥40口 | 42口 | 50 | 50 | |
| ^ | 效益指标⏎(40分) | 社会效益指标 | 受益农户 | ≥900户 | 910户 | 40 | 40 | |
| 总分 | < | < | < | < | < | 100 | 99.85 | |
`

describe('a department form', () => {
  it.each(['区级预算部门（单位）名称', '县级预算部门(单位)名称', '预算部门、单位名称', '部门（单位）名　称'])(
    'is known by %s',
    (label) => {
      const text = department.replace('县级预算部门（单位）名称', label)
      expect(filingOf(text).unit).toBe('云溪县水利局')
      expect(filingOf(text).unplaced).toEqual([])
      expect(formOf(text)).toMatchObject({
        form: 'departmentSelfEvaluation',
        fields: { 'totalFunds.executedAmount': { text: '838.16' }, 'total.score': { text: '99.85' } },
      })
    },
  )

  it('reads label and value in one cell', () => {
    const texts = Object.values(formOf(department).fields).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['392.16', '446.00', '0']))
  })
})

const rowsOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n')

describe('forms below each other in one table', () => {
  const second = project
    .replace('农村饮水', '河道保洁')
    .replace('| 总分 | < | < | < | < | < | 100 | 99 | |', '| 总分 | < | < | < | < | < | 100 | 98 | |')
  const four = [department, project, second, project.replace('农村饮水', '山塘清淤')].map(rowsOf).join('\n')

  it('are four forms, each with its own values and indicators', () => {
    const { forms, unplaced } = filingOf(four)
    expect(
      forms.map(({ form, fields }) => [form, fields.projectName?.text, fields['total.score']?.text]),
    ).toEqual([
      ['departmentSelfEvaluation', undefined, '99.85'],
      ['projectSelfEvaluation', '农村饮水', '99'],
      ['projectSelfEvaluation', '河道保洁', '98'],
      ['projectSelfEvaluation', '山塘清淤', '99'],
    ])
    expect(forms.map(({ lists }) => lists.indicators?.length)).toEqual([2, 3, 3, 3])
    expect(unplaced).toEqual([])
  })

  it('are four forms with blank rows between them', () => {
    const blank = '\n| | | | | | | | | |\n'
    const { forms } = filingOf([department, project, second].map(rowsOf).join(blank))
    expect(forms.map(({ lists }) => lists.indicators?.length)).toEqual([2, 3, 3])
  })
})

describe('a table that no pack knows', () => {
  const unknown = `
| 品名 | 数量 | 单价 |
| 水泵 | 12 | 3,500 |
| 闸门 | 4 | 8200.5 |
`
  it('keeps every number as a field with its place', () => {
    const { forms, unplaced } = filingOf(unknown)
    expect(forms[0]?.pack).toBe('any/table/2020')
    expect(Object.values(forms[0]?.fields ?? {}).map(({ text }) => text)).toEqual([
      '12',
      '3,500',
      '4',
      '8200.5',
    ])
    expect(forms[0]?.fields['row2.column2']?.place).toMatchObject({ part: 'table 1', row: 1, column: 1 })
    expect(unplaced).toEqual([])
  })
})
