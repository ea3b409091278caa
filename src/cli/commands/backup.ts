import { makeBackup } from '../../store/backup/make-backup.js'
import { parseArguments } from '../arguments.js'
import type { Command } from '../command.js'
import { dataOption, dataPlaceOf, withStore } from '../data-place.js'
import { outputFile } from '../save-file.js'
import { writeOut } from '../write-out.js'

const usage = 'hengxiao backup [--data 文件夹] -o 备份.tar.gz'

/** 备份: database and files in one archive, while the server goes on working. */
export const backup: Command = { usage, run: runBackup }

async function runBackup(args: readonly string[]): Promise<number> {
  const { values } = parseArguments(args, {
    usage,
    many: false,
    options: { ...dataOption, output: { type: 'text', short: 'o' } },
  })
  const place = dataPlaceOf(values)
  const example = '备份.tar.gz'
  const file = await outputFile(values.get('output') ?? values.get('o'), { example, inputs: [] })
  const { filesFolder } = place
  const manifest = await withStore(place, (store) =>
    makeBackup(store, { filesFolder, file, madeAt: new Date() }),
  )
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
  const broken = manifest.trails.filter(({ brokenAt }) => brokenAt !== null)
  const lines = [
    `已备份到 ${file}：${rows} 行记录、${manifest.files} 个文件、${manifest.tables.event?.rows ?? 0} 条留痕。`,
    ...manifest.damagedFiles.map(
      (sha256) => `文件 ${sha256} 缺失或已损坏，没有备份进去。请从更早的备份里找回。`,
    ),
    ...broken.map(
      ({ regionId, brokenAt }) => `地区 ${regionId} 的操作留痕从第 ${brokenAt} 条起对不上，请核查。`,
    ),
  ]
  await writeOut(`${lines.join('\n')}\n`)
  return lines.length > 1 ? 1 : 0
}
