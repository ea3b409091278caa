type Data = Readonly<Record<string, unknown>>

function said(data: Data, name: string): string {
  const value = data[name]
  if (Array.isArray(value)) return value.map(String).join('、')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Every action of administration in words, from what was recorded with it. */
const administrationWords = {
  addUnit: (data: Data) => `新增单位“${said(data, 'name')}”（${said(data, 'code')}）`,
  renameUnit: (data: Data) => `把单位“${said(data, 'from')}”更名为“${said(data, 'to')}”`,
  moveUnit: (data: Data) =>
    `把单位“${said(data, 'name')}”由“${said(data, 'from')}”划转到“${said(data, 'to')}”，${said(data, 'filings')} 份自评随之划转`,
  mergeUnits: (data: Data) =>
    `把“${said(data, 'from')}”并入“${said(data, 'into')}”，${said(data, 'filings')} 份自评随之并入`,
  splitUnit: (data: Data) =>
    `把“${said(data, 'name')}”拆分为“${said(data, 'into')}”${data.endsOld === true ? '，原单位撤销' : ''}`,
  importUnits: (data: Data) => `导入单位：新增 ${said(data, 'added')} 个，更名 ${said(data, 'renamed')} 个`,
  createAccount: (data: Data) => `新增用户“${said(data, 'name')}”（${said(data, 'login')}）`,
  createPasswordLink: (data: Data) => `为“${said(data, 'name')}”生成了设置密码的一次性链接`,
  setPasswordByLink: (data: Data) => `“${said(data, 'name')}”用一次性链接设置了密码`,
  disableAccount: (data: Data) => `停用了“${said(data, 'name')}”的账号${reasonOf(data)}`,
  enableAccount: (data: Data) => `恢复了“${said(data, 'name')}”的账号${reasonOf(data)}`,
  unlockAccount: (data: Data) => `解除了“${said(data, 'name')}”的锁定`,
  giveOffice: (data: Data) =>
    `授予“${said(data, 'name')}”岗位：${said(data, 'unit')}　${said(data, 'roleName')}`,
  endOffice: (data: Data) =>
    `收回“${said(data, 'name')}”的岗位：${said(data, 'unit')}　${said(data, 'roleName')}`,
  changePolicy: (data: Data) =>
    `修改登录规则：无操作 ${said(data, 'sessionMinutes')} 分钟退出；输错 ${said(data, 'lockAfterAttempts')} 次锁定 ${said(data, 'lockMinutes')} 分钟；密码 ${said(data, 'passwordDays') === '0' ? '不强制更换' : `每 ${said(data, 'passwordDays')} 天更换`}`,
  uploadPack: (data: Data) => `上传了模板包 ${said(data, 'packs')}`,
  tryPack: (data: Data) =>
    `用 ${said(data, 'budgetYear')} 年度自评试算模板包 ${said(data, 'pack')}：会退回 ${said(data, 'units')} 个单位中的 ${said(data, 'returnedUnits')} 个`,
  activatePack: (data: Data) => `为 ${said(data, 'budgetYear')} 年度启用了模板包 ${said(data, 'pack')}`,
  deactivatePack: (data: Data) => `停用了 ${said(data, 'budgetYear')} 年度的模板包 ${said(data, 'pack')}`,
  verifyTrail: (data: Data) =>
    `核验留痕：${said(data, 'events')} 条，${data.intact === true ? '完整' : '有改动'}`,
  exportTrail: (data: Data) => `导出留痕 ${said(data, 'events')} 条`,
  makeBackup: (data: Data) => `做了一次备份 ${said(data, 'name')}`,
  downloadBackup: (data: Data) => `下载了备份 ${said(data, 'name')}`,
} as const satisfies Readonly<Record<string, (data: Data) => string>>

export type AdministrationAction = keyof typeof administrationWords

function reasonOf(data: Data): string {
  const reason = said(data, 'reason')
  return reason === '' ? '' : `：${reason}`
}

/** What an administrator did, in words; undefined for actions that are none of administration. */
export function describeAdministration(action: string, data: Data): string | undefined {
  const words: Readonly<Record<string, (data: Data) => string>> = administrationWords
  return words[action]?.(data)
}
