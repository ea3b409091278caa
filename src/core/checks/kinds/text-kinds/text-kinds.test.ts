import { describe, expect, it } from 'vitest'
import { fieldOf, filingOf, textDefinitions, violations } from '../../../../testing/text-checks.js'
import type { Form } from '../../../filing/filing.js'
import { textKinds } from './index.js'

const cleanReport = `2023年度云溪县民政局部门整体支出绩效自评报告
目  录
一、部门概况……1
二、部门整体支出绩效情况……2
一、部门概况
（一）主要职责
1.负责社会救助工作，指导城乡低保（含特困供养）工作；
2.负责养老服务工作；
（1）指导养老机构建设；
（2）发放高龄津贴。
3.负责婚姻登记工作。
（二）机构设置。我局内设3个股室，分别为办公室、救助股和养老股。
截至2023年12月31日，我局资产总额120.50万元。
二、部门整体支出绩效情况
（一）绩效目标
按月发放高龄津贴，新建养老服务站3个。
（二）绩效目标完成情况
2023年3月1日至2024年1月10日，发放问卷200份，社区服务中心中心组学习4次。
根据《云溪县财政局关于开展2023年度绩效自评工作的通知》（云财绩〔2024〕12号），自评总得分95分。
三、存在的问题及原因分析
部分项目启动较晚，预算执行偏慢。
四、下一步改进措施
一是提前谋划项目；二是加快支付进度。严格控制三公经费。
五、绩效自评结果应用和公开情况
坚持以公开为常态、不公开为例外，在县政府门户网站公开，并作为编制下年预算的依据。
云溪县民政局
2024年5月8日`

function checksOf(text: string, forms: readonly Form[] = []): readonly string[] {
  return violations(filingOf(text, forms)).map(({ check }) => check)
}

function formOf(fields: Form['fields'], lists: Form['lists'] = {}): Form {
  return {
    form: 'departmentSelfEvaluation',
    pack: 'any/department-self-evaluation/2020',
    title: '',
    titlePlace: undefined,
    table: 1,
    year: 2023,
    fields,
    lists,
    signature: undefined,
  }
}

describe('checks about structure and words', () => {
  it('a clean report raises nothing', () => {
    expect(violations(filingOf(cleanReport)).map(({ check, message }) => `${check}: ${message}`)).toEqual([])
  })

  it('every definition names a kind that is there, and every kind is used', () => {
    const used = new Set(textDefinitions().map(({ kind }) => kind))
    expect([...used].filter((kind) => textKinds[kind] === undefined)).toEqual([])
    expect(Object.keys(textKinds).filter((kind) => !used.has(kind))).toEqual([])
  })

  it.each([
    ['report-date', '2024年5月8日', '2023年5月8日'],
    ['period-order', '2024年1月10日', '2022年1月10日'],
    ['balance-date', '截至2023年12月31日', '截至2022年12月31日'],
    ['nothing-after-report', '云财绩〔2024〕12号', '云财绩〔2025〕12号'],
    ['document-number-format', '云财绩〔2024〕12号', '云财绩[2024]12号'],
    ['numbering-order', '三、存在的问题', '四、存在的问题'],
    ['inline-numbering', '二是加快支付进度。', '二是加快支付进度；四是加强培训。'],
    ['doubled-words', '发放高龄津贴。', '发放发放高龄津贴。'],
    ['balanced-marks', '（含特困供养）', '（含特困供养'],
    ['report-title', '2023年度云溪县民政局部门', '2023年度部门'],
    ['personal-data', '一是提前谋划项目', '联系人王某某13900000000，一是提前谋划项目'],
    ['publication-stated', '坚持以公开为常态、不公开为例外，在县政府门户网站公开', '今年暂不公开'],
  ])('%s speaks when “%s” becomes “%s”', (check, right, wrong) => {
    expect(cleanReport).toContain(right)
    expect(checksOf(cleanReport.replace(right, wrong))).toContain(check)
  })
})

describe('assertions against the forms', () => {
  const rows = [{ name: fieldOf('新建养老服务站'), target: fieldOf('3个'), actual: fieldOf('3个') }]

  it('超预期 is contradicted when every indicator only reaches its target', () => {
    const form = formOf({ actualAccomplishment: fieldOf('超预期完成') }, { indicators: rows })
    expect(checksOf('', [form])).toContain('beyond-target')
  })

  it('超预期 cannot be judged when an indicator cannot be compared', () => {
    const open = [...rows, { name: fieldOf('环境'), target: fieldOf('改善'), actual: fieldOf('明显改善') }]
    const form = formOf({ actualAccomplishment: fieldOf('超预期完成') }, { indicators: open })
    expect(checksOf('', [form])).not.toContain('beyond-target')
  })

  it('spending less than the cost target is no shortfall', () => {
    const cost = [
      {
        aspect: fieldOf('成本指标'),
        name: fieldOf('建设成本'),
        target: fieldOf('50万元'),
        actual: fieldOf('48万元'),
      },
    ]
    const form = formOf({ actualAccomplishment: fieldOf('全部完成') }, { indicators: cost })
    expect(checksOf('', [form])).not.toContain('all-completed')
  })

  it('an economy measure is contradicted by an overrun of what it names, and by nothing else', () => {
    const fields = {
      economyMeasures: fieldOf('严格控制公用经费支出'),
      'operatingExpenditure.budget': fieldOf('4.00'),
      'operatingExpenditure.final': fieldOf('9.00'),
    }
    const text = '正文。\n| 厉行节约保障措施 | 严格控制公用经费支出 |'
    expect(checksOf(text, [formOf(fields)])).toContain('no-overrun')
    const other = { ...fields, economyMeasures: fieldOf('严格控制会议费') }
    expect(checksOf(text.replace('公用经费支出', '会议费'), [formOf(other)])).not.toContain('no-overrun')
  })

  it('an empty goal is one that says nothing but that goals are met', () => {
    expect(checksOf('', [formOf({ expectedGoal: fieldOf('全面完成2023年度各项工作任务') })])).toContain(
      'concrete-goal',
    )
    expect(checksOf('', [formOf({ expectedGoal: fieldOf('完成老年食堂改造') })])).not.toContain(
      'concrete-goal',
    )
  })
})
