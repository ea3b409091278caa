import type { Filing, Form } from '../core/filing/filing.js'
import { parseCaseDocument } from '../core/pack-check/case-document.js'
import { recognise } from '../core/recognise/recognise.js'
import { loadPacks } from '../packs/load-packs.js'

/** A project form of a fictitious unit, as a case writes documents. */
export const projectForm = `
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

/** A whole-department form with two halves of its funds. */
export const departmentForm = `
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

/** Base data: staff and expenses over three columns. */
export const baseDataForm = `
| 财政供养人员情况（人） | 编制数 | < | 2024年实际在职人数 | < | 控 制 率 | < |
| ^ | 30 | < | 27 | < | 90% | < |
| 经费控制情况（万元） | 2023年决算数 | < | 2024年预算数 | < | 2024年决算数 | < |
| 三公经费 | 5.20 | < | 5.00 | < | 4.86 | < |
| 1、公务用车购置和维护经费 | 3.40 | < | 3.40 | < | 3.30 | < |
| 其中：公车购置 | 0 | < | 0 | < | 0 | < |
| 公车运行维护 | 3.40 | < | 3.40 | < | 3.30 | < |
| 2、出国经费 | 0 | < | 0 | < | 0 | < |
| 3、公务接待 | 1.80 | < | 1.60 | < | 1.56 | < |
| 项目支出： | 420.00 | < | 426.20 | < | 446.00 | < |
| 1、山塘清淤 | 220.00 | < | 226.20 | < | 246.00 | < |
| 2、河道保洁 | 200.00 | < | 200.00 | < | 200.00 | < |
| 公用经费 | 50.00 | < | 51.11 | < | 51.11 | < |
`

/** Only the table of a form, without the line before it. */
export const rowsOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n')

const packs = loadPacks()

/** What the shipped packs make of a document written as in a case. */
export function filingOf(text: string): Filing {
  return recognise(parseCaseDocument(text), packs)
}

/** The first form of a document. @throws Error when none was recognised */
export function formOf(text: string): Form {
  const [form] = filingOf(text).forms
  if (form === undefined) throw new Error('no form was recognised')
  return form
}
