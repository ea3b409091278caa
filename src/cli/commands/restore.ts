import { readBackupHead, restoreBackup } from '../../store/backup/restore-backup.js'
import { openDatabase } from '../../store/open-store.js'
import { parseArguments } from '../arguments.js'
import type { Command } from '../command.js'
import { dataOption, dataPlaceOf } from '../data-place.js'
import { writeOut } from '../write-out.js'

const usage = 'hengxiao restore 备份.tar.gz [--data 新文件夹]'

/** 恢复: into a database that is empty, compared with the backup's own list before it says done. */
export const restore: Command = { usage, run: runRestore }

async function runRestore(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArguments(args, {
    usage,
    takes: '备份文件',
    many: false,
    options: dataOption,
  })
  const [file = ''] = positionals
  const place = dataPlaceOf(values)
  const { madeAt } = await readBackupHead(file)
  const database = await openDatabase(place)
  try {
    const manifest = await restoreBackup({ file, url: database.url, filesFolder: place.filesFolder })
    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
    await writeOut(
      `已从 ${file}（${madeAt} 所做）恢复：${rows} 行记录、${manifest.files} 个文件，逐表核对行数和内容一致；` +
        `${manifest.tables.event?.rows ?? 0} 条留痕核验一致。所有人需要重新登录。\n`,
    )
    return 0
  } finally {
    await database.close()
  }
}
