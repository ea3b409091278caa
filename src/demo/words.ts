import type { Finding } from '../core/law/check.js'

/** Reasons for sending back, and the cells that reopen. */
export const returnReason = '满意度得分的依据不足，请补充问卷发放和收回的情况；完成时间请写到日。'

export const wholeFlags: readonly Readonly<{ cell: string; reason: string }>[] = [
  { cell: 'f2/indicators/r5/actual', reason: '请写明问卷发放和收回的份数' },
  { cell: 'f2/indicators/r3/actual', reason: '请与验收单上的日期一致' },
]

export const projectFlags: typeof wholeFlags = wholeFlags.map(({ cell, reason }) => ({
  cell: cell.replace('f2/', 'f1/'),
  reason,
}))

export const correctionReason = '决算批复后执行数有变动，按批复数更正'

/** Why an answer was given, in the words of who gave it. */
export function answerReason({ severity }: Pick<Finding, 'severity'>): string {
  return severity === 'error'
    ? '受灾情影响，经县政府专题会议研究同意按满分计，会议纪要已收存。'
    : '人员正常增资和社保缴费基数调整引起，已按批复文件办理，不另作说明。'
}

export const proposedReason = '年度指标值低于上年完成值，酌减 2 分。'

export const commentWords: readonly string[] = [
  '这里的完成值和年中监控表上的不一样，请核对来源。',
  '问卷一共发放和收回多少份？请在偏差原因栏补充。',
]

/** Documents handed in as evidence: name and sentences. */
export const evidenceDocuments: readonly Readonly<{ name: string; lines: readonly string[] }>[] = [
  {
    name: '满意度问卷汇总.docx',
    lines: ['满意度问卷汇总', '本年发放问卷200份，收回有效问卷192份。', '非常满意和满意的合计183份。'],
  },
  {
    name: '工程验收单.docx',
    lines: ['工程验收单', '经现场查验，工程质量合格，同意验收。'],
  },
]
