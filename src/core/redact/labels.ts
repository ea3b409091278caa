import { remembered } from '../remember.js'
import { foldSigns } from './fold-signs.js'

/** What a label of a form announces; `contact` is 联系方式: a name, a number or an address. */
export type LabelKind =
  | 'person'
  /** A job or a step as often as somebody's name: 审核, 会计, 成员. */
  | 'role'
  | 'phone'
  | 'identity'
  | 'account'
  | 'email'
  | 'contact'
  | 'address'
  | 'other'

/** A label in a folded text: where it stands and where what it announces begins. */
export type Label = Readonly<{ kind: LabelKind; start: number; end: number; hasColon: boolean }>

const words: readonly (readonly [LabelKind, string])[] = [
  [
    'person',
    `填表人 填报人 填制人 经办人 经手人 制表人 制单人 联系人 联络人 联络员 负责人 责任人 负责同志 审核人 复核人 审批人 批准人 审定人 核准人 签发人 报告人
    撰稿人 撰写人 执笔人 起草人 校对人 承办人 受理人 编制人 编报人 记录人 评价人 评审人 调查人 主评人 法定代表人 法人代表 法人 户主 收款人 领款人 申请人 签字人 签收人 联系同志
    姓名
    填表人员 填报人员 工作人员 经办人员 审核人员 签字 签名 签章 领导签字`,
  ],
  [
    'role',
    `填表 填报 制表 制单 经办 复核 审核 审批 会计 出纳 组长 副组长 组员 成员 主要领导 分管领导 单位领导 财务主管 会计主管`,
  ],
  [
    'phone',
    `联系电话 办公电话 电话号码 手机号码 手机号 移动电话 固定电话 家庭电话 单位电话 电话 手机 座机 固话 传真 电话传真`,
  ],
  ['contact', '联系方式 联络方式'],
  [
    'identity',
    '身份证号码 身份证号 身份证 公民身份号码 公民身份证号 证件号码 证件号 护照号码 护照号 军官证号 居民身份证号 居民身份证',
  ],
  [
    'account',
    '银行账号 银行帐号 银行账户 银行帐户 银行卡号 银行卡 开户账号 开户帐号 收款账号 收款帐号 账号 帐号 卡号',
  ],
  ['email', '电子邮箱 电子邮件 邮箱地址 邮箱 电邮'],
  ['address', '家庭住址 家庭地址 住址 现住址 微信号 微信 QQ号 QQ号码 QQ qq号 qq'],
  [
    'other',
    '填报日期 填表日期 填报时间 填表时间 制表日期 编制日期 日期 时间 填报单位 填表单位 编制单位 单位盖章 单位公章 单位名称 单位 部门 科室 职务 职称 备注 性别 盖章 公章 邮编 邮政编码 地址 单位地址 通讯地址 网址 开户行 开户银行 户名 项目名称',
  ],
]
const latin: readonly (readonly [LabelKind, string])[] = [
  ['phone', 'Tel(?:ephone)?|Phone|Mobile|Cell|Fax'],
  ['email', 'E\\s*-?\\s*mail'],
  ['role', 'Name|Contact|Author|Prepared by'],
]

const kindOf = new Map(words.flatMap(([kind, list]) => list.split(/\s+/).map((word) => [word, kind])))
const longestFirst = [...kindOf.keys()].sort((left, right) => right.length - left.length)
const gap = '[ \\t\\u3000]{0,4}'
const spacedOut = (signs: string): string => [...signs].join(gap)
/** Spaces between the signs of a label only lay it out: 填 表 人. Words with one first sign stand together, for speed. */
const spaced = [...new Set(longestFirst.map((word) => word.charAt(0)))]
  .map((first) => {
    const group = longestFirst.filter((word) => word.startsWith(first))
    return `${first}${gap}(?:${group.map((word) => spacedOut(word.slice(1))).join('|')})`
  })
  .join('|')
const brackets =
  '(?:[ \\t]*[(（\\[][ \\t]*(?:签字|签名|签章|盖章|签字盖章|签字或盖章|签字、盖章|公章|章|手签|手机|座机|办公|必填|\\*)[ \\t]*[)）\\]])'
const joined = '(?:[ \\t]*(?:及|和|与|或|并|、|/|,)[ \\t]*)'
const label = `(?:${spaced})(?:${joined}(?:${spaced}))*${brackets}{0,2}(?:签字|签名|签章|盖章)?`
const latinLabel = latin.map(([, pattern]) => `\\b(?:${pattern})\\b\\.?`).join('|')
const mark = `([ \\t\\n\\r]*:${brackets}?|[ \\t]*[=＝](?=[^=]))?`
const chineseLabels = new RegExp(`(${label})${mark}`, 'g')
const latinLabels = new RegExp(`(${latinLabel})${mark}`, 'gi')

/** A hotline is printed to be called: its number is nobody's. */
const hotline = /(?:监督|举报|咨询|热线|服务|投诉|公开|值班|信访|报修|客服|求助)$/

/** All labels of a folded text, from left to right. */
export const labelsIn = remembered((text): readonly Label[] => {
  const found = [...text.matchAll(chineseLabels)]
  const inLatin = /[A-Za-z]{3}/.test(text) ? [...text.matchAll(latinLabels)] : []
  const all =
    inLatin.length === 0 ? found : [...found, ...inLatin].sort((left, right) => left.index - right.index)
  return all.flatMap((match) => {
    const [whole, words = '', colon] = match
    const before = text.slice(Math.max(0, match.index - 12), match.index).trimEnd()
    const kind = kindOfLabel(words)
    if (kind === 'phone' && hotline.test(before)) return []
    return [{ kind, start: match.index, end: match.index + whole.length, hasColon: colon !== undefined }]
  })
})

function kindOfLabel(words: string): LabelKind {
  const bare = words.replace(/\s/g, '').replace(/[(（[].*$/, '')
  const parts = bare.split(/[及和与或并、/,]/).map(kindOfWord)
  const kinds = new Set(parts.filter((kind) => kind !== undefined))
  if (kinds.has('person') && kinds.has('role')) return 'person'
  if (kinds.size > 1) return 'contact'
  return parts.find((kind) => kind !== undefined) ?? 'person'
}

function kindOfWord(word: string): LabelKind | undefined {
  const known = kindOf.get(word) ?? kindOf.get(word.replace(/(?:签字|签名|签章|盖章)$/, ''))
  return known ?? latin.find(([, pattern]) => new RegExp(`^(?:${pattern})\\.?$`, 'i').test(word))?.[0]
}

/** More than this before its label is a sentence, not a label: 各科室及项目实施单位的负责人. */
const longestPrefix = 12

/** What a heading announces by its last line: a label alone, or a text that ends with a label and a colon. */
export function kindOfHeading(heading: string): Readonly<{ kind: LabelKind; hasColon: boolean }> | undefined {
  const text = foldSigns(heading).text.trimEnd()
  const last = labelsIn(text).at(-1)
  if (last === undefined || last.end !== text.length) return undefined
  const before = text.slice(text.lastIndexOf('\n', last.start) + 1, last.start)
  const alone = before.replace(/\s/g, '').length <= longestPrefix && !/[，。；,;:0-9]/.test(before)
  return last.hasColon || alone ? { kind: last.kind, hasColon: last.hasColon } : undefined
}
