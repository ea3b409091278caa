/** Words of a filing's versions. */
export const words = {
  title: '各次版本',
  number: (version: number) => `第 ${version} 版`,
  opened: { start: '开始填报', sendBack: '退回后重填', correct: '公开后更正' },
  sealed: '提交',
  published: '公开',
  current: '现在的一版',
  open: '下载',
} as const
