/** Words of keeping packs. */
export const words = {
  title: '模板包',
  upload: '上传模板包…',
  says: '上传 → 用往年的自评试算，看会退回哪些单位 → 为某个年度启用。用过的模板包不再改动。',
  counted: '个模板包',
  noneFound: '没有符合条件的模板包。点“上传模板包”加入本局的。',
  nameOrId: '名称或编号',
  uploaded: '本局上传',
  shipped: '系统自带',
  source: '来源',
  years: '适用年度',
  checks: '规则',
  filings: '自评',
  active: '启用',
  withTheSystem: '随系统可用',
  actions: '办理',
  try: '试算',
  activateOrEnd: '启用或停用',
  end: '停用',
  year: '年度',
  alreadyActive: '（已启用）',
  whichYear: '用哪一年度的自评',
  trialSays: '只是算一算，不改任何自评，单位也看不到。',
  uploadTitle: '上传模板包',
  uploadSays:
    '把模板包的文件夹（pack.yaml、checks、cases……）压缩成 .zip。上传后先跑它自己的用例，全部通过才留下，不会马上启用。',
  file: '模板包（.zip）',
  inYear: (year: number) => `${year}年度`,
  tryTitle: (title: string) => `试算：${title}`,
  activateTitle: (title: string) => `启用：${title}`,
  endSays: (year: number, title: string) =>
    `停用后，${year} 年度新开始的自评不再用“${title}”。已有自评在用时不能停用。`,
  activateSays: (year: number, title: string) =>
    `启用后，${year} 年度可以用“${title}”填报和核对；以前的自评不受影响。`,
  wouldReturn: (of: {
    budgetYear: number
    units: number
    returnedUnits: number
    filings: number
    returned: number
  }) =>
    `${of.budgetYear} 年度：会退回 ${of.units} 个单位中的 ${of.returnedUnits} 个（${of.filings} 份自评中的 ${of.returned} 份）。`,
  errors: (count: number, first: string) => `${count} 处错误：${first}`,
  kept: (packs: string, cases: number) =>
    `已留下 ${packs}，${cases} 个用例全部通过。下一步：用往年的自评试算。`,
  notKept: (problems: number, cases: number, failed: number) =>
    `没有留下：${problems} 处写错，${cases} 个用例里 ${failed} 个不符。请改好再上传。`,
  failedCase: (of: { name: string; check: string; expected: string; actual: string }) =>
    `情形“${of.name}”：${of.check} 应为${of.expected}，结果是${of.actual}`,
  warning: (words: string) => `提示：${words}`,
} as const
