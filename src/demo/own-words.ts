import type { Work } from './departments.js'
import type { UnitYear } from './figures.js'

/** Sentences that only the unit itself can write, from which the rest of the report is drafted. */
export function ownWords(
  source: Readonly<{ unit: string; work: Work; figures: UnitYear }>,
): readonly string[] {
  const { unit, work, figures } = source
  const { year } = figures
  return [
    `${year}年度${unit}部门整体支出绩效自评报告`,
    '一、部门（单位）基本情况',
    '（一）主要职责',
    `${work.duty}。`,
    '（二）机构情况',
    '本单位内设办公室、业务股和财务股。',
    '（三）重点工作计划',
    `组织实施${work.project}，做好日常业务工作。`,
    '二、项目组织实施情况',
    `${work.project}由业务股组织实施，按合同和验收结果支付。`,
    '三、政府性基金预算支出情况',
    '本单位没有政府性基金预算支出。',
    '四、社会保险基金预算支出情况',
    '本单位没有社会保险基金预算支出。',
    '五、国有资本经营预算支出情况',
    '本单位没有国有资本经营预算支出。',
    '六、绩效自评结果拟应用和公开情况',
    `自评结果作为编制下一年度部门预算的参考依据，自评报告于${year + 1}年9月30日前在县政府门户网站公开。`,
    '七、存在的问题及原因分析',
    '绩效目标的编制还要继续加强。',
    '八、下一步改进措施',
    '继续做好绩效目标编制。',
    unit,
    `${year + 1}年3月20日`,
  ]
}
