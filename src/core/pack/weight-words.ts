/** What weights can be given to, in the order in which they are said. 成本 may be a dimension of its own. */
export const weightWords: Readonly<Record<string, string>> = {
  budgetExecutionRate: '执行率',
  cost: '成本',
  output: '产出',
  benefit: '效益',
  satisfaction: '满意度',
}
