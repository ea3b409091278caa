import type { ErrorEntry } from './error-entry.js'

/** Refusals around uploaded files. */
export const uploadErrors = {
  UPLOAD_NOT_FOUND: {
    kind: 'notFound',
    sentence: '没有这个上传的文件，或它不在您的单位范围内。请从上传列表里打开。',
  },
  UPLOAD_NOT_READ: {
    kind: 'conflict',
    sentence: '文件“{name}”还没有读完，或没有读成。请等它读完，或换一个文件再试。',
  },
  UPLOAD_WITHOUT_FORMS: {
    kind: 'invalid',
    sentence: '文件“{name}”里没有认出自评表，也没有报告正文，没有可以带入的内容。请换一个文件，或直接填报。',
  },
  LEDGER_EMPTY: {
    kind: 'invalid',
    sentence: '文件“{name}”里没有找到“{unit}”的执行数。请核对表里的单位和项目名称、金额单位，再导入。',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
