import { momentInWords } from '../../../core/workflow/calendar.js'
import { eventInWords } from '../../../core/workflow/event-words.js'
import type { TrailEvent } from '../../../store/trail-store.js'
import { describeAdministration } from './administration-words.js'

/** Short names of everything that can happen, for the filter of the trail. */
export const actionLabels: Readonly<Record<string, string>> = {
  start: '开始填报',
  edit: '修改内容',
  import: '从文件带入',
  submit: '提交',
  withdraw: '撤回提交',
  acceptByDepartment: '主管部门通过',
  acceptByBureau: '财政通过',
  sendBack: '退回',
  withdrawAcceptance: '撤回通过',
  publish: '公开',
  correct: '公开后更正',
  justify: '说明提示',
  waive: '豁免错误',
  withdrawAnswer: '收回说明或豁免',
  comment: '批注',
  solveComment: '批注已解决',
  proposeScore: '复核分',
  addEvidence: '上传佐证材料',
  removeEvidence: '移除佐证材料',
  addUnit: '新增单位',
  renameUnit: '单位更名',
  moveUnit: '单位划转',
  mergeUnits: '单位合并',
  splitUnit: '单位拆分',
  importUnits: '导入单位',
  createAccount: '新增用户',
  createPasswordLink: '重置密码',
  setPasswordByLink: '设置密码',
  disableAccount: '停用用户',
  enableAccount: '恢复用户',
  unlockAccount: '解除锁定',
  giveOffice: '授予岗位',
  endOffice: '收回岗位',
  changePolicy: '修改登录规则',
  uploadPack: '上传模板包',
  tryPack: '试算模板包',
  activatePack: '启用模板包',
  deactivatePack: '停用模板包',
  verifyTrail: '核验留痕',
  exportTrail: '导出留痕',
  makeBackup: '备份',
  downloadBackup: '下载备份',
}

/** One event in a sentence, whoever did it. */
export function eventWords(event: TrailEvent): string {
  const { happened_at: happenedAt, account_name: byName, action, data } = event
  const administration = describeAdministration(action, data)
  return administration === undefined
    ? eventInWords({ happenedAt, byName, action, data })
    : `${momentInWords(happenedAt)} ${byName} ${administration}`
}
