import type { Filing } from '../core/filing/filing.js'
import { filingOf } from './sample-forms.js'

/** Figures of a fictitious unit's year, as printed. */
export type DepartmentYear = Readonly<{
  year: number
  initial: string
  adjusted: string
  executed: string
  rate: string
  rateScore: string
  total: string
  basicBudget: string
  projectBudget: string
  /** Three columns: last year's final, this year's budget, this year's final. */
  threePublic: readonly [string, string, string]
  project: readonly [string, string, string]
  operating: readonly [string, string, string]
  deduction?: Readonly<{ score: string; actual: string; reason: string }>
}>

/** 2024 of 云溪县水利局: nothing is wrong with it. */
export const soundYear: DepartmentYear = {
  year: 2024,
  initial: '812.60',
  adjusted: '851.06',
  executed: '838.16',
  rate: '98.48%',
  rateScore: '9.85',
  total: '99.85',
  basicBudget: '393.06',
  projectBudget: '458.00',
  threePublic: ['4.86', '4.80', '4.50'],
  project: ['420.00', '430.20', '446.00'],
  operating: ['50.20', '51.11', '50.68'],
}

/** The year before: the same form, other figures. */
export const yearBefore: DepartmentYear = {
  ...soundYear,
  year: 2023,
  initial: '790.00',
  adjusted: '801.00',
  executed: '795.50',
  rate: '99.31%',
  rateScore: '9.93',
  total: '99.93',
  basicBudget: '375.50',
  projectBudget: '425.50',
  threePublic: ['5.20', '5.00', '4.86'],
  project: ['400.00', '419.00', '420.00'],
  operating: ['49.00', '50.60', '50.20'],
}

const unit = '云溪县水利局'

/** The words that only the unit itself can write. */
const ownWords = (year: number): string => `
${year}年度${unit}部门整体支出绩效自评报告
一、部门（单位）基本情况
（一）主要职责
负责全县水资源管理、农村供水、防汛抗旱和水利工程建设管理。
（二）机构情况
本单位为行政单位，内设办公室、建设管理股和水资源管理股。
（三）重点工作计划
清淤山塘，改善农户用水。
二、项目组织实施情况
山塘清淤由建设管理股组织实施，按合同和验收结果支付。
三、社会保险基金预算支出情况
本单位没有社会保险基金预算支出。
四、国有资本经营预算支出情况
本单位没有国有资本经营预算支出。
五、绩效自评结果拟应用和公开情况
自评结果作为编制下一年度部门预算的参考依据，自评报告于${year + 1}年9月30日前在县政府门户网站公开。
六、存在的问题及原因分析
绩效目标的编制还要继续加强。
七、下一步改进措施
继续做好绩效目标编制。
${unit}
${year + 1}年3月20日
`

const signature = (year: number): string =>
  `填表人：王小禾  填报日期：${year + 1}年3月18日  联系电话：  单位负责人签字：林云平`

function baseData({ year, threePublic, project, operating }: DepartmentYear): string {
  const [a, b, c] = threePublic
  const row = (name: string, figures: readonly string[]): string =>
    `| ${name} | ${figures.map((figure) => `${figure} | <`).join(' | ')} |`
  return `
${year}年度部门整体支出绩效评价基础数据表
| 财政供养人员情况（人） | 编制数 | < | ${year}年实际在职人数 | < | 控制率 | < |
| ^ | 30 | < | 27 | < | 90% | < |
| 经费控制情况（万元） | ${year - 1}年决算数 | < | ${year}年预算数 | < | ${year}年决算数 | < |
${row('三公经费', threePublic)}
${row('1、公务用车购置和维护经费', ['0', '0', '0'])}
${row('其中：公车购置', ['0', '0', '0'])}
${row('公车运行维护', ['0', '0', '0'])}
${row('2、出国经费', ['0', '0', '0'])}
${row('3、公务接待', [a, b, c])}
${row('项目支出：', project)}
${row('1、山塘清淤', project)}
${row('公用经费', operating)}
${signature(year)}
`
}

function departmentForm(given: DepartmentYear): string {
  const { year, initial, adjusted, executed, rate, rateScore, total, basicBudget, projectBudget } = given
  const { score, actual, reason } = given.deduction ?? { score: '40', actual: '910户', reason: '' }
  return `
${year}年度部门整体支出绩效自评表
| 县级预算部门（单位）名称 | ${unit} | < | < | < | < | < | < | < |
| 年度预⏎算申请⏎（万元） | | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| ^ | 年度资金总额 | < | ${initial} | ${adjusted} | ${executed} | 10 | ${rate} | ${rateScore} |
| ^ | 按收入性质分： | < | < | < | 按支出性质分： | < | < | < |
| ^ | 其中：一般公共预算：${adjusted} | < | < | < | 其中：基本支出：${basicBudget} | < | < | < |
| ^ | 政府性基金拨款：0 | < | < | < | 项目支出：${projectBudget} | < | < | < |
| 年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | < |
| ^ | 清淤山塘40口，改善900户农户用水 | < | < | < | 清淤山塘42口，改善农户用水 | < | < | < |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| ^ | 产出指标⏎(50分) | 数量指标 | 清淤山塘 | ≥40口 | 42口 | 20 | 20 | |
| ^ | ^ | 质量指标 | 验收合格率 | ≥95% | 97% | 20 | 20 | |
| ^ | ^ | 时效指标 | 完工时间 | ${year}年11月底前 | ${year}年11月20日 | 10 | 10 | |
| ^ | 效益指标⏎(30分) | 社会效益指标 | 受益农户 | ≥900户 | ${actual} | 30 | ${given.deduction === undefined ? '30' : score} | ${reason} |
| ^ | 满意度指标⏎(10分) | 服务对象满意度指标 | 群众满意度（问卷调查） | ≥90% | 94% | 10 | 10 | |
| 总分 | < | < | < | < | < | 100 | ${total} | |
${signature(year)}
`
}

/** The whole document of a year, as a case writes documents. */
export function departmentText(given: DepartmentYear): string {
  return `${ownWords(given.year)}\n附件1\n${baseData(given)}\n附件2\n${departmentForm(given)}`
}

/** What the shipped packs read of it. */
export function departmentFiling(given: DepartmentYear): Filing {
  return filingOf(departmentText(given))
}
