import type { ErrorEntry } from './error-entry.js'

/** Refusals of the workplace: sign-in, permissions, filings, administration, the database. */
export const workplaceErrors = {
  SIGN_IN_NEEDED: {
    kind: 'unauthenticated',
    sentence: '还没有登录，或登录已过期。请重新登录，没有保存的内容会留在本机。',
  },
  NOT_ALLOWED: { kind: 'forbidden', sentence: '“{role}”不能{what}。请换有这项权限的人办理。' },
  FILING_NOT_FOUND: {
    kind: 'notFound',
    sentence: '没有这份自评，或它不在您的单位范围内。请从任务列表里打开。',
  },
  FILING_CHANGED: {
    kind: 'stale',
    sentence: '您打开之后，别人又改了这份自评。您写的内容没有丢，请看一看改动的地方再保存。',
  },
  TRANSITION_REFUSED: {
    kind: 'conflict',
    sentence: '这份自评现在是“{state}”，不能{action}。请刷新后看看它在谁手里。',
  },
  CELL_CLOSED: {
    kind: 'forbidden',
    sentence: '“{cell}”没有被退回修改，不能改动。只能改打了标记的 {count} 处。',
  },
  CHANGE_MISPLACED: {
    kind: 'conflict',
    sentence:
      '“{cell}”不在这份自评里，或者已经有了，这一处改动没有地方放。请刷新后再改，您写的内容还在页面上。',
  },
  NOT_CLEARED: {
    kind: 'conflict',
    sentence:
      '还有 {errors} 处错误没有改、{warnings} 处提示没有说明，不能提交。请先改好，或由审核人豁免，再提交。',
  },
  REASON_MISSING: { kind: 'invalid', sentence: '请写明理由，再{action}。' },
  FLAGS_MISSING: { kind: 'invalid', sentence: '退回时要选出需要修改的单元格或段落，别的内容不会重新打开。' },
  REQUEST_WRONG: { kind: 'invalid', sentence: '提交的内容有一处不对（{where}）：{problem}请改好后再试。' },
  NOT_FOUND: { kind: 'notFound', sentence: '没有这个地址或这项内容：{what}。请从首页重新打开。' },
} as const satisfies Readonly<Record<string, ErrorEntry>>
