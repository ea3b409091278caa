import type { ErrorEntry } from './error-entry.js'

/** Refusals around one filing: saving, versions, answers to findings, comments, evidence. */
export const filingErrors = {
  REVISION_MISSING: {
    kind: 'invalid',
    sentence:
      '没有写明改动是在哪个版本上做的（请求头 if-match），为免盖掉别人的改动，没有保存。请刷新页面再试。',
  },
  ENTRY_NOT_FOUND: {
    kind: 'notFound',
    sentence: '应报名单里没有这一项，或它已经免报，或不在您的单位范围内。请刷新任务列表。',
  },
  FILING_EXISTS: {
    kind: 'conflict',
    sentence: '“{title}”已经有人开始填报了。请从任务列表里打开它，接着填。',
  },
  FORM_NOT_OFFERED: {
    kind: 'invalid',
    sentence: '{year}年度没有“{pack}”这张表可选。请刷新后从名单里选一张。',
  },
  LAST_YEAR_MISSING: {
    kind: 'notFound',
    sentence: '系统里没有“{title}”上年的自评，不能从上年开始。请选从空白表开始，或导入上年的文件。',
  },
  VERSION_NOT_FOUND: { kind: 'notFound', sentence: '这份自评没有第 {version} 个版本。请从版本列表里选。' },
  NOT_SUBMITTED: { kind: 'notFound', sentence: '这份自评还没有提交过，没有回执。提交之后再来看。' },
  FLAG_UNKNOWN: {
    kind: 'invalid',
    sentence: '要退回的“{cell}”不在这份自评里。请刷新后重新选要修改的单元格。',
  },
  FINDING_GONE: {
    kind: 'conflict',
    sentence: '这一条问题已经不在了，或者它所依据的数字改过了。请刷新后看看现在的问题。',
  },
  ANSWER_KIND_WRONG: {
    kind: 'conflict',
    sentence: '“{check}”是{severity}，不能{what}。错误要改好或由审核人豁免，提示由填报人说明。',
  },
  ANSWER_NOT_FOUND: { kind: 'notFound', sentence: '没有这条说明或豁免，或它已经收回。请刷新后再看。' },
  ANSWER_TOO_LATE: {
    kind: 'conflict',
    sentence: '这份自评现在是“{state}”，不能再{what}。需要改动时请先退回或撤回。',
  },
  COMMENT_NOT_FOUND: { kind: 'notFound', sentence: '没有这条批注。请刷新后再看。' },
  COMMENT_ANCHOR_UNKNOWN: {
    kind: 'invalid',
    sentence: '批注所指的“{anchor}”不在这份自评里。请刷新后重新选位置。',
  },
  SCORE_PLACE_WRONG: {
    kind: 'invalid',
    sentence: '“{cell}”不是得分的单元格，不能提复核分。请选得分一列里的单元格。',
  },
  SCORE_TOO_HIGH: {
    kind: 'invalid',
    sentence: '“{cell}”的复核分 {points} 不在 0 到分值 {weight} 之间。请改好后再提。',
  },
  SCORE_TOO_LATE: {
    kind: 'conflict',
    sentence: '这份自评现在是“{state}”，不在审核环节，不能提复核分。',
  },
  EVIDENCE_NOT_FOUND: { kind: 'notFound', sentence: '没有这份佐证材料，或它已被移除。请刷新后再看。' },
} as const satisfies Readonly<Record<string, ErrorEntry>>
