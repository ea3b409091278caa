import { didYouMean } from '../../core/errors/closest.js'
import { DomainError } from '../../core/errors/errors.js'
import type { OpenedStore } from '../../store/connect-store.js'
import { listRegions } from '../../store/region-store.js'
import { type TrailReport, verifyTrail } from '../../store/verify-trail.js'
import { parseArguments } from '../arguments.js'
import type { Command } from '../command.js'
import { dataOption, dataPlaceOf, withStore } from '../data-place.js'
import { writeOut } from '../write-out.js'

const usage = 'hengxiao trail verify [--data 文件夹] [--region 地区编号]'

/** 操作留痕: recomputes the chain of every region. */
export const trail: Command = { usage, run: runTrail }

async function runTrail(args: readonly string[]): Promise<number> {
  const [action = '', ...rest] = args
  if (action !== 'verify') {
    const hint = didYouMean(action, ['verify'])
    throw new DomainError('COMMAND_UNKNOWN', { given: `trail ${action}`.trim(), hint })
  }
  const options = { ...dataOption, region: { type: 'text' } } as const
  const { values } = parseArguments(rest, { usage, many: false, options })
  return withStore(dataPlaceOf(values), (store) => verifyRegions(store, values.get('region')))
}

async function verifyRegions(store: OpenedStore, wanted: string | undefined): Promise<number> {
  const regions = await store.asSystem('upkeep', listRegions)
  const chosen = regions.filter((region) => wanted === undefined || region.region_id === wanted)
  if (chosen.length === 0) throw new DomainError('REGION_UNKNOWN', { region: wanted ?? '' })
  let broken = 0
  for (const { region_id, name } of chosen) {
    const report = await verifyTrail(store, region_id)
    await writeOut(`${name}（${region_id}）：${describe(report)}\n`)
    if (report.broken !== undefined) broken += 1
  }
  return broken === 0 ? 0 : 1
}

const reasons = { changed: '内容被改过', missing: '有一条不见了', head: '链的末端和记录的不一致' } as const

function describe({ events, head, broken }: TrailReport): string {
  if (broken === undefined)
    return `${events} 条留痕一环扣一环，没有一条被改动、删去或插入。末端 ${head.hash || '（空）'}`
  return `第 ${broken.sequence} 条起对不上（${reasons[broken.because]}）。请保护好现场，用备份核对。`
}
