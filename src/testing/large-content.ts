import type { FilingContent, FormContent, ListRow, ReportParagraph } from '../core/editing/content.js'

const rowsOf = (rows: readonly Readonly<Record<string, string>>[]): readonly ListRow[] =>
  rows.map((cells, index) => ({ id: `r${index + 1}`, cells }))

const aspects = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['效益指标', '社会效益指标'],
  ['满意度指标', '服务对象满意度指标'],
] as const

/** 40 indicators of numbers, rates and words, eight to an aspect. */
const indicators = Array.from({ length: 40 }, (_, index) => {
  const [dimension, aspect] = aspects[Math.floor(index / 8)] ?? aspects[0]
  const isWords = index % 8 === 7
  return {
    dimension,
    aspect,
    name: `第${index + 1}类灌区的维修养护`,
    target: isWords ? '持续改善' : index % 2 === 0 ? `≥${index + 10}处` : `≥${60 + index}%`,
    actual: isWords ? '已改善' : index % 2 === 0 ? `${index + 12}处` : `${59 + index}%`,
    weight: index < 10 ? '3' : '2',
    ...(isWords ? { score: '2' } : {}),
    reason: index % 2 === 0 ? '' : '雨季较长，进度略有推迟，已调整工期。',
  }
})

const departmentForm: FormContent = {
  id: 'f1',
  pack: 'hunan/department-self-evaluation/2024',
  fields: {
    unitName: '云溪县水利局',
    'totalFunds.initialBudget': '812.60',
    'totalFunds.adjustedBudget': '851.06',
    'totalFunds.executedAmount': '838.16',
    'totalFunds.weight': '10',
    generalPublicBudget: '851.06',
    basicExpenditure: '393.06',
    projectExpenditure: '458.00',
    expectedGoal: '完成灌区维修养护四十类，改善农户用水。',
    actualAccomplishment: '完成灌区维修养护四十类，农户用水得到改善。',
  },
  lists: { indicators: rowsOf(indicators) },
}

const expenses = ['threePublicExpenses', 'officialVehicleExpenses', 'operatingExpenditure', 'officeExpenses']

const baseData: FormContent = {
  id: 'f2',
  pack: 'hunan/base-data/2023',
  fields: {
    'staff.authorizedStaff': '30',
    'staff.staffInPost': '28',
    ...Object.fromEntries(
      expenses.flatMap((row, index) => [
        [`${row}.priorFinal`, `${index + 4}.86`],
        [`${row}.budget`, `${index + 4}.80`],
        [`${row}.final`, `${index + 4}.50`],
      ]),
    ),
  },
  lists: {
    projects: rowsOf(
      Array.from({ length: 20 }, (_, index) => ({
        name: `第${index + 1}灌区维修养护`,
        priorFinal: `${index + 20}.00`,
        budget: `${index + 21}.50`,
        final: `${index + 21}.20`,
      })),
    ),
  },
}

const words = (text: string) => ({ text, field: undefined })

function bodyParagraph(index: number): ReportParagraph['runs'] {
  switch (index % 5) {
    case 0:
      return [
        words('2024年度部门整体支出全年预算数'),
        { text: '851.06', field: 'f1/totalFunds.adjustedBudget' },
        words('万元，全年执行数'),
        { text: '838.16', field: 'f1/totalFunds.executedAmount' },
        words('万元，预算执行率'),
        { text: '98.48%', field: 'f1/totalFunds.rate' },
        words('。'),
      ]
    case 1:
      return [
        words(
          `第${index}灌区维修养护全年安排${index + 21}.50万元，支出${index + 21}.20万元，完成渠道清淤${index + 3}公里，比上年增加${index}公里，受益农户${index * 7 + 100}户。`,
        ),
      ]
    case 2:
      return [
        words(
          `本单位按照年度计划组织实施第${index}批维修养护，严格执行政府采购和合同管理的规定，验收合格率98%，资金按进度支付，没有截留和挪用。`,
        ),
      ]
    case 3:
      return [
        words(
          `“三公”经费支出4.50万元，其中：公务用车运行维护费3.10万元，公务接待费1.40万元，比上年减少0.36万元，下降7.41%。`,
        ),
      ]
    default:
      return [words('一是加强领导，明确责任；二是完善制度，规范程序；三是跟踪问效，及时纠正偏差。')]
  }
}

const sections = [
  '部门概况',
  '部门整体支出管理及使用情况分析',
  '项目组织实施情况分析',
  '部门整体支出绩效情况分析',
  '存在的主要问题',
]

const report: readonly ReportParagraph[] = Array.from({ length: 150 }, (_, index): ReportParagraph => {
  const id = `p${index + 1}`
  if (index === 0)
    return { id, style: 'title', runs: [words('2024年度云溪县水利局部门整体支出绩效自评报告')] }
  const section = sections[index / 30]
  if (index % 30 === 0 && section !== undefined)
    return { id, style: 'heading1', runs: [words(`${'一二三四五六'[index / 30] ?? ''}、${section}`)] }
  return { id, style: 'body', runs: bodyParagraph(index) }
})

/** A filing as large as they come: 40 indicators, 20 projects, a report of 150 paragraphs. Nobody's real one. */
export const largeContent: FilingContent = {
  unit: '云溪县水利局',
  budgetYear: 2024,
  forms: [departmentForm, baseData],
  report,
}
