/** Every rule by which something leaves the public copy, with the name that the manifest prints. */
export const redactionRules = {
  'field-person': '签名栏：填表人、负责人、联系人等的姓名',
  'field-phone': '电话栏',
  'field-identity': '证件号栏',
  'field-account': '银行账号栏',
  'field-email': '邮箱栏',
  'field-contact': '住址、微信、QQ 栏',
  author: '作者、修订者、批注者',
  'pattern-mobile': '手机号',
  'pattern-landline': '带区号的座机号',
  'pattern-identity': '身份证号（校验位正确）',
  'pattern-bank-card': '银行卡号（校验位正确）',
  'pattern-email': '电子邮箱',
  'repeated-name': '签名栏里的姓名在别处出现',
  'repeated-number': '栏内的号码在别处出现',
  'user-folder': '路径里的用户名',
} as const

/** 脱敏规则 */
export type RedactionRule = keyof typeof redactionRules

/** One stretch of text of a file: a paragraph, a cell, a line, an attribute. */
export type Passage = Readonly<{
  /** Where it stands, in words: 正文第3段, word/comments.xml. */
  place: string
  text: string
  /** Texts that may say what this one holds: the line before, the cell to the left, the head of the column. */
  headings: readonly string[]
  /** `author`: the whole text is somebody's name, whatever it looks like. */
  holds?: 'author'
}>

/** A stretch of a passage that must go; positions in UTF-16 units of its text. */
export type Removal = Readonly<{ passage: number; start: number; end: number; rule: RedactionRule }>

/** Printed where something was removed. */
export const removedMark = '（已隐去）'

/** The text with the removals (of this passage, in order) replaced by {@link removedMark}. */
export function withoutPersonalData(text: string, removals: readonly Removal[]): string {
  return removals.reduceRight(
    (left, { start, end }) => left.slice(0, start) + removedMark + left.slice(end),
    text,
  )
}
