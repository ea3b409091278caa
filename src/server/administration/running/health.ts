import { statfs } from 'node:fs/promises'
import type { z } from 'zod'
import type { administrationRoutes } from '../../../contract/administration-routes.js'
import type { HealthItem } from '../../../contract/administration-shapes.js'
import { findConverter } from '../../../documents/convert/find-converter.js'
import { countWaiting, describeDatabase } from '../../../store/running-store.js'
import { findTrailHead } from '../../../store/trail-store.js'
import type { Caller } from '../../door/visitor.js'
import type { Call } from '../../routing/serve-route.js'
import type { Workplace } from '../../workplace/workplace.js'
import { listKept } from './backups.js'

type Item = z.output<typeof HealthItem>
type HealthCall = Call<typeof administrationRoutes.readHealth>

const gigabyte = 1_073_741_824
const day = 86_400_000
const daysBetweenBackups = 7

/** GET /api/health: what runs, what needs attention, and what to do about it. */
export async function readHealth({ caller, workplace, request }: HealthCall) {
  const items = [
    await databaseItem(workplace),
    await diskItem(workplace),
    await queueItem(workplace, caller.regionId),
    converterItem(),
    await trailItem(workplace, caller),
    await backupItem(workplace),
    {
      id: 'versions',
      title: '版本',
      state: 'well' as const,
      words: `衡效 ${request.server.site.version}，Node.js ${process.versions.node}。`,
    },
  ]
  return { items, checkedAt: workplace.now().toISOString() }
}

async function databaseItem({ store }: Workplace): Promise<Item> {
  const { version, bytes } = await store.asSystem('counts', describeDatabase)
  const megabytes = Math.round(bytes / 1_048_576)
  return {
    id: 'database',
    title: '数据库',
    state: 'well',
    words: `PostgreSQL ${version} 正常，占用 ${megabytes} MB。`,
  }
}

async function diskItem({ dataFolder }: Workplace): Promise<Item> {
  const { bavail, bsize, blocks } = await statfs(dataFolder)
  const free = (bavail * bsize) / gigabyte
  const share = Math.round((bavail / blocks) * 100)
  const state = free < 1 ? 'broken' : free < 5 ? 'attention' : 'well'
  const advice = state === 'well' ? '' : '请清理磁盘或扩容，空间用完后将无法保存。'
  return {
    id: 'disk',
    title: '磁盘',
    state,
    words: `数据所在磁盘剩余 ${free.toFixed(1)} GB（${share}%）。${advice}`,
  }
}

async function queueItem({ store, now }: Workplace, regionId: string): Promise<Item> {
  const found = await store.asSystem('counts', (trx) => countWaiting(trx, regionId))
  const minutes = found.oldest === null ? 0 : Math.floor((now().getTime() - found.oldest.getTime()) / 60_000)
  const isSlow = minutes >= 10
  return {
    id: 'queue',
    title: '读文件的队列',
    state: isSlow ? 'attention' : 'well',
    words:
      found.waiting === 0
        ? '没有排队的文件。'
        : `有 ${found.waiting} 份文件在排队，最早的等了 ${minutes} 分钟。${isSlow ? '等得太久，请查看日志或重新启动程序。' : ''}`,
  }
}

function converterItem(): Item {
  const isThere = findConverter() !== undefined
  return {
    id: 'converter',
    title: 'LibreOffice',
    state: isThere ? 'well' : 'attention',
    words: isThere
      ? '已安装，可以读 .doc、.wps、.rtf、.odt 文件。'
      : '没有找到。.docx、.xlsx、.pdf 不受影响；要完整读取 .doc、.wps、.rtf、.odt，请在服务器上安装 LibreOffice。',
  }
}

async function trailItem({ store }: Workplace, caller: Caller): Promise<Item> {
  const head = await store.asActor(caller, (trx) => findTrailHead(trx, caller.regionId))
  return {
    id: 'trail',
    title: '操作留痕',
    state: 'well',
    words: `共 ${head?.sequence ?? '0'} 条，链的末端 ${(head?.hash ?? '').slice(0, 16)}…。由日志审计员核验。`,
  }
}

async function backupItem(workplace: Workplace): Promise<Item> {
  const [last] = await listKept(workplace)
  const title = '备份'
  if (last === undefined)
    return {
      id: 'backup',
      title,
      state: 'attention',
      words: '还没有备份。请到“备份”页做一次，并存到别的机器上。',
    }
  const days = Math.floor((workplace.now().getTime() - Date.parse(last.madeAt)) / day)
  const isOld = days >= daysBetweenBackups
  return {
    id: 'backup',
    title,
    state: isOld ? 'attention' : 'well',
    words: `最近一次是 ${days === 0 ? '今天' : `${days} 天前`}（${last.name}）。${isOld ? '超过一周了，请再做一次。' : ''}`,
  }
}
