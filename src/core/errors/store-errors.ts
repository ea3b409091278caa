import type { ErrorEntry } from './error-entry.js'

/** Refusals of the database, its launcher, backups and the trail. */
export const storeErrors = {
  DATABASE_UNREACHABLE: {
    kind: 'unavailable',
    sentence: '数据库暂时连不上（{reason}）。已经保存的内容没有丢，请稍等一会儿再试。',
  },
  DATABASE_TOO_OLD: {
    kind: 'conflict',
    sentence:
      '数据库是 PostgreSQL {version}，需要 15 或更新、编码 UTF8。请升级数据库，或去掉 DATABASE_URL 用自带的。',
  },
  DATABASE_NEWER: {
    kind: 'conflict',
    sentence: '数据库已经由更新版本的衡效升级过，这个版本不能再打开它。请安装新版本后再启动。',
  },
  DATABASE_ROLE_MISSING: {
    kind: 'conflict',
    sentence:
      '数据库账号“{user}”不能使用权限角色 hengxiao_app。请让数据库管理员执行：create role hengxiao_app nologin; grant hengxiao_app to "{user}"; 然后再启动。',
  },
  DATABASE_PLATFORM: {
    kind: 'conflict',
    sentence:
      '这台机器（{platform}）没有自带的数据库程序。请安装 PostgreSQL 15 或更新，并设置 DATABASE_URL。',
  },
  DATABASE_FAILED: {
    kind: 'conflict',
    sentence: '自带的数据库启动不了：{reason}。详细记录在 {log}，请按记录处理后再启动。',
  },
  DATABASE_PORT_TAKEN: {
    kind: 'conflict',
    sentence: '数据库端口 {port} 已被别的程序占用。请换一个端口，或不指定端口，由程序自己选。',
  },
  DATABASE_USER_MISSING: {
    kind: 'conflict',
    sentence:
      '以 root 运行时，数据库要用普通用户启动，但它进不了文件夹 {folder}。请换一个文件夹，或改用普通用户运行。',
  },
  DATA_FOLDER_IN_USE: {
    kind: 'conflict',
    sentence:
      '数据文件夹 {folder} 正被另一个衡效程序使用，不能同时打开两次。请先停掉那一个，或用 --data 换一个文件夹。',
  },
  DATA_FOLDER_NOT_WRITABLE: {
    kind: 'conflict',
    sentence: '数据文件夹 {folder} 不能写入（{reason}）。请改好权限，或用 --data 换一个文件夹。',
  },
  DATA_FOLDER_WITHOUT_DATABASE: {
    kind: 'notFound',
    sentence: '文件夹 {folder} 里没有衡效的数据库。请用 --data 指定数据文件夹，或先运行 hengxiao serve。',
  },
  REGION_UNKNOWN: {
    kind: 'notFound',
    sentence:
      '没有找到这个地区（{region}），或有几个地区。请用 --region 写明地区编号；还没有地区时，请先运行 hengxiao serve 建立第一个管理员。',
  },
  UNIT_CODE_UNKNOWN: {
    kind: 'notFound',
    sentence: '没有找到单位“{unit}”，或有几个单位同名。请写单位代码再试。',
  },
  BACKUP_NOT_WRITTEN: {
    kind: 'conflict',
    sentence: '备份写不进 {file}（{reason}）。请看磁盘空间和权限，或换一个位置再试。',
  },
  BACKUP_UNREADABLE: {
    kind: 'invalid',
    sentence: '备份文件 {file} 读不了（{reason}）。请换一份完整的备份再试，数据库没有改动。',
  },
  BACKUP_NEWER: {
    kind: 'conflict',
    sentence: '备份 {file} 是更新版本的衡效做的。请先安装新版本，再恢复。',
  },
  BACKUP_TARGET_NOT_EMPTY: {
    kind: 'conflict',
    sentence: '要恢复到的数据库里已经有内容，不会覆盖。请用 --data 指定一个新的文件夹，或换一个空的数据库。',
  },
  BACKUP_DIFFERS: {
    kind: 'conflict',
    sentence: '恢复后的内容与备份清单不一致：{found}，应为{expected}。已全部撤回，请换一份备份再试。',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
