import { migrate as migrateDatabase } from '../../store/migrate.js'
import { openDatabase } from '../../store/open-store.js'
import { parseArguments } from '../arguments.js'
import type { Command } from '../command.js'
import { dataOption, dataPlaceOf, requireDatabase } from '../data-place.js'
import { writeOut } from '../write-out.js'

const usage = 'hengxiao migrate [--data 文件夹]'

/** 升级数据库: brings the tables to this version. `serve` does the same when it starts. */
export const migrate: Command = { usage, run: runMigrate }

async function runMigrate(args: readonly string[]): Promise<number> {
  const { values } = parseArguments(args, { usage, many: false, options: dataOption })
  const database = await openDatabase(await requireDatabase(dataPlaceOf(values)))
  try {
    const done = await migrateDatabase(database.url)
    await writeOut(
      done.length === 0
        ? '数据库已经是这个版本的，不用升级。\n'
        : `数据库已升级 ${done.length} 步：${done.join('、')}。\n`,
    )
    return 0
  } finally {
    await database.close()
  }
}
