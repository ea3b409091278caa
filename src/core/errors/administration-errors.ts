import type { ErrorEntry } from './error-entry.js'

/** Refusals of administration: units, people, packs, trail, backups. */
export const administrationErrors = {
  UNIT_NOT_FOUND: {
    kind: 'notFound',
    sentence: '没有这个单位，或它不在您的范围内。请刷新单位名单后再选。',
  },
  UNIT_ENDED: {
    kind: 'conflict',
    sentence: '“{unit}”已在 {day} 撤销，不能再{action}。请在名单里选它的后继单位。',
  },
  UNIT_CODE_TAKEN: {
    kind: 'conflict',
    sentence: '单位编码“{code}”已经是“{unit}”的。请核对编码，或先看看是不是同一个单位。',
  },
  UNIT_PARENT_WRONG: {
    kind: 'invalid',
    sentence: '“{parent}”（{parentKind}）下面不能放{kind}。{advice}',
  },
  UNIT_INSIDE_ITSELF: {
    kind: 'invalid',
    sentence: '“{unit}”不能划到它自己或它的下级单位下面。请换一个上级单位。',
  },
  UNIT_UNCHANGED: { kind: 'invalid', sentence: '“{unit}”{already}，没有要改的。请检查后再提交。' },
  UNIT_ROOT_STAYS: { kind: 'invalid', sentence: '“{unit}”是全区的根，不能{action}。请选下面的单位。' },
  UNIT_HAS_UNITS: {
    kind: 'conflict',
    sentence: '“{unit}”下面还有“{below}”等单位，不能撤销。请先把它们划转到别的单位。',
  },
  UNIT_KINDS_DIFFER: {
    kind: 'invalid',
    sentence: '“{from}”和“{into}”类别不同（{fromKind}、{intoKind}），不能合并。请先划转或新增同类的单位。',
  },
  UNITS_NOT_READABLE: {
    kind: 'invalid',
    sentence: '文件里没有找到单位名单：第一行要有“{headings}”。请下载模板，照着填好再上传。',
  },
  UNITS_IMPORT_HAS_PROBLEMS: {
    kind: 'conflict',
    sentence: '名单里还有 {count} 处问题，一行也没有导入。请按提示改好文件，再上传一次。',
  },
  FILE_MISSING: { kind: 'invalid', sentence: '没有收到文件。请选一个文件再上传。' },
  ACCOUNT_NOT_FOUND: { kind: 'notFound', sentence: '没有这个用户。请刷新用户名单后再选。' },
  LOGIN_TAKEN: { kind: 'conflict', sentence: '账号“{login}”已经有人用了。请换一个账号名。' },
  ACCOUNT_YOURSELF: {
    kind: 'forbidden',
    sentence: '不能{action}自己的账号。请另一位管理员来办。',
  },
  ACCOUNT_DISABLED: {
    kind: 'conflict',
    sentence: '“{name}”的账号已停用，不能{action}。请系统管理员先恢复这个账号。',
  },
  LAST_ADMINISTRATOR: {
    kind: 'conflict',
    sentence: '“{name}”是最后一位能登录的{role}，不能{action}。请先让另一个账号担任{role}。',
  },
  OFFICES_MUST_BE_SEPARATE: {
    kind: 'conflict',
    sentence:
      '“{name}”已经是{held}，不能再担任{wanted}：系统管理员、安全管理员、日志审计员要由不同的人担任，也不能兼业务岗位。请换一个账号。',
  },
  OFFICE_NOT_FITTING: {
    kind: 'invalid',
    sentence: '“{role}”要设在{wanted}，不能设在“{unit}”。请换一个单位或岗位。',
  },
  OFFICE_HELD: { kind: 'conflict', sentence: '“{name}”已经是“{unit}”的{role}，不用再授予。' },
  OFFICE_NOT_FOUND: { kind: 'notFound', sentence: '没有这个岗位，或它已经收回。请刷新后再看。' },
  PACK_ID_TAKEN: {
    kind: 'conflict',
    sentence: '模板包“{pack}”{why}，不能再改。请在 pack.yaml 里换一个 id（如 {other}），再上传。',
  },
  PACK_ARCHIVE_WRONG: {
    kind: 'invalid',
    sentence: '这个压缩包里{problem}。请把模板包的文件夹（含 pack.yaml）压缩成 .zip 再上传。',
  },
  PACK_NOT_ON_SHELF: {
    kind: 'notFound',
    sentence: '没有“{pack}”这个上传的模板包。请先上传，或刷新后再选。',
  },
  PACK_WITHOUT_TRIAL: {
    kind: 'conflict',
    sentence: '模板包“{pack}”还没有用往年的自评试算过，不能启用。请先点“试算”，看看会退回哪些单位。',
  },
  PACK_YEAR_WRONG: {
    kind: 'invalid',
    sentence: '模板包“{pack}”适用于 {years} 年度，不能为 {year} 年度启用。请选适用的年度，或改 years。',
  },
  PACK_IN_USE: {
    kind: 'conflict',
    sentence: '{year} 年度已有 {count} 份自评用了模板包“{pack}”，不能停用。请先办完这些自评。',
  },
  BACKUP_NOT_FOUND: { kind: 'notFound', sentence: '没有备份“{name}”。请刷新备份名单后再下载。' },
} as const satisfies Readonly<Record<string, ErrorEntry>>
