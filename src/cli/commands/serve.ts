import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DomainError } from '../../core/errors/errors.js'
import { isLoopbackName } from '../../server/door/loopback.js'
import { parseSignOn } from '../../server/sign-in/sign-on-settings.js'
import { parseArguments } from '../arguments.js'
import type { Command } from '../command.js'

const usage =
  'hengxiao serve [--port 8321] [--data 文件夹] [--demo] [--host 127.0.0.1] [--address https://网址]'

/** 启动: the workplace in the browser, until Ctrl+C. */
export const serve: Command = { usage, run: runServe }

async function runServe(args: readonly string[]): Promise<number> {
  const { flags, values } = parseArguments(args, {
    usage,
    many: false,
    options: {
      port: { type: 'text' },
      data: { type: 'text' },
      host: { type: 'text' },
      address: { type: 'text' },
      demo: { type: 'flag' },
    },
  })
  const plan = {
    port: parsePort(values.get('port') ?? '8321'),
    host: values.get('host') ?? '127.0.0.1',
    origin: parseOrigin(values.get('address') ?? process.env.HENGXIAO_ADDRESS),
    demo: flags.has('demo'),
    dataFolder: resolve(values.get('data') ?? 'data'),
    databaseUrl: process.env.DATABASE_URL || undefined,
    webFolder: findPages(),
    signOn: parseSignOn(process.env),
  }
  checkOpenness(plan)
  const { startServer } = await import('../../server/start-server.js')
  const { readVersion } = await import('../version.js')
  const seed = async () => (await import('../../demo/seed-demonstration.js')).seedDemonstration
  const server = await startServer({ ...plan, version: readVersion(), seed, say })
  await server.untilStopped
  return 0
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function parsePort(given: string): number {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : 0
  if (port < 1 || port > 65_535) throw new DomainError('PORT_WRONG', { given })
  return port
}

function parseOrigin(given: string | undefined): string | undefined {
  if (given === undefined || given === '') return undefined
  const url = URL.canParse(given) ? new URL(given) : undefined
  const isPlain = url?.protocol === 'http:' && isLoopbackName(url.hostname)
  if (url === undefined || url.pathname !== '/' || !(url.protocol === 'https:' || isPlain))
    throw new DomainError('ADDRESS_WRONG', { given })
  return url.origin
}

/** Beyond this machine only behind https, and never as a demonstration. */
function checkOpenness({
  demo,
  host,
  origin,
}: {
  demo: boolean
  host: string
  origin: string | undefined
}): void {
  const isHere = isLoopbackName(host)
  if (demo && (!isHere || origin !== undefined))
    throw new DomainError('DEMO_ONLY_HERE', { host: isHere ? (origin ?? host) : host })
  if (!isHere && origin === undefined) throw new DomainError('HTTPS_NEEDED', { host })
}

/** The built page lies beside the built program; run from the sources, in the same `dist`. */
function findPages(): string | undefined {
  const near = ['../web', '../../../dist/web'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
  return near.find((folder) => existsSync(resolve(folder, 'index.html')))
}
