import { describe, expect, it } from 'vitest'
import {
  baseDataForm,
  departmentForm,
  filingOf,
  formOf,
  projectForm,
  rowsOf,
} from '../../testing/sample-forms.js'

describe('a department form', () => {
  it.each(['区级预算部门（单位）名称', '县级预算部门(单位)名称', '预算部门、单位名称', '部门（单位）名　称'])(
    'is known by %s',
    (label) => {
      const text = departmentForm.replace('县级预算部门（单位）名称', label)
      expect(filingOf(text).unit).toBe('云溪县水利局')
      expect(filingOf(text).unplaced).toEqual([])
      expect(formOf(text)).toMatchObject({
        form: 'departmentSelfEvaluation',
        fields: { 'totalFunds.executedAmount': { text: '838.16' }, 'total.score': { text: '99.85' } },
      })
    },
  )

  it('reads label and value in one cell', () => {
    const texts = Object.values(formOf(departmentForm).fields).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['392.16', '446.00', '0']))
  })
})

describe('forms below each other in one table', () => {
  const second = projectForm
    .replace('农村饮水', '河道保洁')
    .replace('| 总分 | < | < | < | < | < | 100 | 99 | |', '| 总分 | < | < | < | < | < | 100 | 98 | |')
  const four = [departmentForm, projectForm, second, projectForm.replace('农村饮水', '山塘清淤')]
    .map(rowsOf)
    .join('\n')

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
    const { forms } = filingOf([departmentForm, projectForm, second].map(rowsOf).join(blank))
    expect(forms.map(({ lists }) => lists.indicators?.length)).toEqual([2, 3, 3])
  })
})

describe('a title inside the table, as spreadsheets have it', () => {
  const titled = (title: string, form: string): string =>
    `| ${title} | < | < | < | < | < | < | < | < |\n| | | | | | | | | 单位：万元 |\n${rowsOf(form)}\n`

  it('names the form and its year, at its own place', () => {
    const filing = filingOf(titled('2023年度农村饮水项目支出绩效自评表', projectForm))
    expect(filing.budgetYear).toBe(2023)
    expect(filing.forms[0]).toMatchObject({
      title: '2023年度农村饮水项目支出绩效自评表',
      titlePlace: { part: 'table 1', row: 0, column: 0 },
      year: 2023,
    })
  })

  it('belongs to the form below it, not to the one above', () => {
    const { forms, unplaced } = filingOf(
      titled('2023年度部门整体支出绩效自评表', departmentForm) +
        titled('附件2 2023年度项目支出绩效自评表', projectForm),
    )
    expect(forms.map(({ title }) => title)).toEqual([
      '2023年度部门整体支出绩效自评表',
      '附件2 2023年度项目支出绩效自评表',
    ])
    expect(unplaced).toEqual([])
  })

  it('leaves the signature of a form with that form', () => {
    const signed = `${rowsOf(projectForm)}\n| 填表人：（略） 填报日期：2024年3月1日 | < | < | < | < | < | < | < | < |\n`
    const { forms, unplaced } = filingOf(signed + titled('项目支出绩效自评表', projectForm))
    expect(forms.map(({ lists }) => lists.indicators?.length)).toEqual([3, 3])
    expect(unplaced).toEqual([])
  })
})

describe('a table of base data', () => {
  it('puts the years of its header in order and keeps the projects that the unit wrote', () => {
    const { forms, unplaced } = filingOf(baseDataForm)
    const [form] = forms
    expect(form?.form).toBe('baseData')
    expect(form?.year).toBe(2024)
    const texts = (row: string): readonly string[] =>
      Object.entries(form?.fields ?? {})
        .filter(([id]) => id.startsWith(`${row}.`) && !id.endsWith('.name'))
        .map(([, { text }]) => text)
    expect(texts('threePublicExpenses')).toEqual(['5.20', '5.00', '4.86'])
    expect(texts('staff')).toEqual(['30', '27', '90%'])
    expect(form?.lists.projects?.map(({ name }) => name?.text)).toEqual(['1、山塘清淤', '2、河道保洁'])
    expect(unplaced).toEqual([])
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
