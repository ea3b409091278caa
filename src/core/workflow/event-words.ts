import { momentInWords } from './calendar.js'
import { type MadeChange, parseMadeChanges } from './made-change.js'

/** One thing that happened, as the trail has it. */
export type Happening = Readonly<{
  happenedAt: Date
  byName: string
  action: string
  data: Readonly<Record<string, unknown>>
}>

/** 留痕 in one sentence: `3月5日 10:32 王某某 把“绩效指标·演出场次·实际完成值”由 10 改为 12`. */
export function eventInWords({ happenedAt, byName, action, data }: Happening): string {
  return `${momentInWords(happenedAt)} ${byName} ${deedOf(action, data)}`
}

type Data = Happening['data']

const deeds: Readonly<Record<string, (data: Data) => string>> = {
  start: (data) => (data.from === 'lastYear' ? '从上年的自评开始填报' : '开始填报'),
  edit: (data) => changesInWords(parseMadeChanges(data), '改动'),
  import: (data) => changesInWords(parseMadeChanges(data), `从文件${named(data, 'file')}带入`),
  submit: (data) => `提交了自评${text(data, 'signedBy') === '' ? '' : `，由 ${text(data, 'signedBy')} 签字`}`,
  withdraw: (data) => `撤回了提交${because(data)}`,
  acceptByDepartment: () => '审核通过（主管部门）',
  acceptByBureau: () => '审核通过（财政）',
  sendBack: (data) => `退回修改 ${countOf(data, 'flags')} 处${because(data)}`,
  withdrawAcceptance: (data) => `撤回了审核通过${because(data)}`,
  publish: () => '公开了这份自评',
  correct: (data) => `公开后更正，另开一个版本${because(data)}`,
  justify: (data) => `说明了一处提示“${short(text(data, 'message'))}”${because(data)}`,
  waive: (data) => `豁免了一处错误“${short(text(data, 'message'))}”${because(data)}`,
  withdrawAnswer: (data) =>
    `收回了对“${short(text(data, 'message'))}”的${data.kind === 'waived' ? '豁免' : '说明'}`,
  comment: (data) => `${at(data)}写了批注：${short(text(data, 'words'))}`,
  solveComment: (data) =>
    `把批注“${short(text(data, 'words'))}”${data.solved === true ? '标为已解决' : '重新打开'}`,
  proposeScore: (data) =>
    data.points === null
      ? `撤销了“${text(data, 'label')}”的复核分`
      : `给“${text(data, 'label')}”提出复核分 ${text(data, 'points')}${because(data)}`,
  addEvidence: (data) => `上传了佐证材料${named(data, 'name')}`,
  removeEvidence: (data) => `移除了佐证材料${named(data, 'name')}`,
  signIn: (data) => `登录（${data.by === 'signOn' ? '统一身份' : '密码'}，来自 ${text(data, 'address')}）`,
  signInFailed: (data) => `登录失败（来自 ${text(data, 'address')}）`,
  lockAccount: (data) => `连续输错密码，账号锁定 ${text(data, 'minutes')} 分钟`,
  changePassword: () => '修改了自己的密码',
  bindSecondFactor: () => '绑定了动态口令',
  removeSecondFactor: () => '解除了动态口令',
  createToken: (data) => `新建了接口令牌${named(data, 'name')}`,
  endToken: (data) => `停用了接口令牌${named(data, 'name')}`,
  linkSignOn: () => '第一次用统一身份登录，已与账号绑定',
  createFirstAdministrator: (data) => `用一次性链接建立了第一个管理员账号 ${text(data, 'login')}`,
}

function deedOf(action: string, data: Data): string {
  return deeds[action]?.(data) ?? `办理了“${action}”`
}

/** Changes told in full in one sentence; of more, the first ones are named and the rest counted. */
const toldInFull = 5

function changesInWords(made: readonly MadeChange[], verb: string): string {
  const [first] = made
  if (first === undefined) return `${verb}了内容`
  if (made.length === 1 && verb === '改动') return changeInWords(first)
  const told = made.slice(0, toldInFull).map(changeInWords).join('；')
  const more = made.length > toldInFull ? `；另有 ${made.length - toldInFull} 处` : ''
  return `${verb} ${made.length} 处：${told}${more}`
}

/** 把“甲”由 10 改为 12. */
export function changeInWords({ label, from, to, change }: MadeChange): string {
  switch (change?.kind) {
    case 'addRow':
      return `在“${label}”增加一行${quoted(to)}`
    case 'removeRow':
      return `删去“${label}”的一行${quoted(from)}`
    case 'addForm':
      return `增加了表${quoted(label)}`
    case 'removeForm':
      return `删去了表${quoted(label)}`
    case 'removeParagraph':
      return `删去报告的一段${quoted(from)}`
    case 'paragraph':
      return from === '' ? `在报告里写了一段${quoted(to)}` : `把报告的一段${quoted(from)}改为${quoted(to)}`
    case undefined:
      return cellInWords({ label, from, to })
  }
}

function cellInWords({ label, from, to }: Pick<MadeChange, 'label' | 'from' | 'to'>): string {
  if (from === '') return `在“${label}”填入 ${short(to)}`
  if (to === '') return `清空了“${label}”（原为 ${short(from)}）`
  return `把“${label}”由 ${short(from)} 改为 ${short(to)}`
}

function quoted(words: string): string {
  return words.trim() === '' ? '' : `“${short(words)}”`
}

const longest = 40

function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}

function text(data: Data, key: string): string {
  const value = data[key]
  return typeof value === 'string' ? value : ''
}

function named(data: Data, key: string): string {
  return quoted(text(data, key))
}

function because(data: Data): string {
  const reason = text(data, 'reason')
  return reason === '' ? '' : `，理由：${short(reason)}`
}

function at(data: Data): string {
  const label = text(data, 'label')
  return label === '' ? '' : `在“${label}”`
}

function countOf(data: Data, key: string): number {
  const value = data[key]
  return Array.isArray(value) ? value.length : 0
}
