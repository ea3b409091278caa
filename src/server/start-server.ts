import type { FastifyInstance } from 'fastify'
import { findRegion } from '../store/region-store.js'
import { buildApp } from './app.js'
import type { SignOnSettings } from './door/site.js'
import { listen } from './listen.js'
import { loggerTo } from './logging.js'
import { openLog } from './open-log.js'
import { openWorkplace } from './open-workplace.js'
import { createFirstLink } from './sign-in/first-administrator.js'
import type { Workplace } from './workplace/workplace.js'

/** How the server is started; `seed` is only loaded for a demonstration. */
export type ServerPlan = Readonly<{
  host: string
  port: number
  origin: string | undefined
  demo: boolean
  dataFolder: string
  databaseUrl: string | undefined
  webFolder: string | undefined
  signOn: SignOnSettings | undefined
  version: string
  seed: () => Promise<(workplace: Workplace) => Promise<unknown>>
  /** Tells whoever started it, in Chinese. */
  say: (line: string) => void
}>

/** A server that runs; `untilStopped` resolves when everything is closed after a signal. */
export type RunningServer = Readonly<{ untilStopped: Promise<void> }>

/**
 * Opens the workplace and listens.
 *
 * @throws DomainError of opening and listening; nothing stays open then
 */
export async function startServer(plan: ServerPlan): Promise<RunningServer> {
  const workplace = await openWorkplace(plan)
  try {
    const log = openLog(plan.dataFolder)
    const app = await buildApp(workplace, { site: siteOf(plan), logger: loggerTo(log) })
    if (plan.demo && (await isEmpty(workplace))) {
      plan.say('正在准备演示数据（只在第一次），请稍等……')
      await (await plan.seed())(workplace)
    }
    await listen(app, plan)
    await greet(workplace, plan)
    return { untilStopped: stopOnSignal(app, workplace, plan) }
  } catch (error) {
    await workplace.store.close()
    throw error
  }
}

function siteOf({ origin, webFolder, version, signOn }: ServerPlan) {
  return {
    origin,
    webFolder,
    version,
    signOn,
    checkAnswers: false,
    proxies: origin === undefined ? '' : `loopback,${process.env.HENGXIAO_PROXIES ?? ''}`,
  }
}

async function greet(workplace: Workplace, { host, port, origin, say, demo }: ServerPlan): Promise<void> {
  const address =
    origin ?? `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`
  say(`衡效已经启动，请在浏览器打开：${address}`)
  if (demo) say('这是演示，数据都是虚构的；在登录页点一下就能换成任何一种身份。')
  const link = demo ? undefined : await createFirstLink(workplace)
  if (link !== undefined)
    say(
      `还没有任何账号。请用这个一次性链接建立第一个管理员（24 小时内有效，只能用一次）：\n${address}/first/${link}`,
    )
  say('按 Ctrl+C 停止。')
}

async function isEmpty({ store }: Workplace): Promise<boolean> {
  return (await store.asSystem('upkeep', (trx) => findRegion(trx))) === undefined
}

/** Requests under way are answered first; a second signal does not wait. */
function stopOnSignal(app: FastifyInstance, workplace: Workplace, { say }: ServerPlan): Promise<void> {
  return new Promise((resolve, reject) => {
    let isStopping = false
    const stop = () => {
      if (isStopping) process.exit(1)
      isStopping = true
      say('正在停止……')
      app
        .close()
        .then(() => workplace.store.close())
        .then(resolve, reject)
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}
