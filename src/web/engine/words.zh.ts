/** What is said when the engine cannot check. */
export const words = {
  failed: '核对时出了差错，您填的内容没有丢。请刷新页面再试。',
  notStarted: '核对程序没有启动，请刷新页面再试。',
} as const
