import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { findPostmaster } from '../store/embedded/postmaster.js'
import { openStore } from '../store/open-store.js'
import { verifyTrail } from '../store/verify-trail.js'
import { eventually, type NodeProcess, startProcess } from './node-process.js'
import { randomFrom } from './random.js'

/** What was found after the last kill. */
export type KillReport = Readonly<{
  kills: number
  /** Saves that were acknowledged before or between the kills. */
  acknowledged: number
  /** Acknowledged saves that are no longer there. */
  lost: readonly string[]
  events: number
  trailBroken: boolean
  /** Every save also counted the filing's revision up. */
  revision: number
  /** The longest time from a kill to the next acknowledged save, in milliseconds. */
  slowestReturn: number
}>

const victims = ['database', 'program', 'both'] as const

/** Saves without pause and kills database, program or both with -9 in the middle, again and again; then counts. */
export async function killInTheMiddle(dataFolder: string, kills: number, seed: number): Promise<KillReport> {
  const random = randomFrom(seed)
  const acknowledged: string[] = []
  let slowestReturn = 0
  let program = startProgram(dataFolder, 0, acknowledged)
  for (let kill = 0; kill < kills; kill += 1) {
    await untilMore(acknowledged, 20)
    await setTimeout(Math.floor(random() * 60))
    const began = Date.now()
    const before = acknowledged.length
    program = await killOne(victims[kill % victims.length] ?? 'both', {
      dataFolder,
      program,
      kill,
      acknowledged,
    })
    await untilMore(acknowledged, acknowledged.length === before ? 1 : 5)
    slowestReturn = Math.max(slowestReturn, Date.now() - began)
  }
  await program.kill('SIGKILL')
  return {
    kills,
    slowestReturn,
    acknowledged: acknowledged.length,
    ...(await count(dataFolder, acknowledged)),
  }
}

function startProgram(dataFolder: string, start: number, acknowledged: string[]): NodeProcess {
  const program = startProcess('./saving-process.ts', [dataFolder, String(start)])
  const listen = async () => {
    for (let line = await program.line(); line !== undefined; line = await program.line())
      acknowledged.push(line)
  }
  void listen()
  return program
}

type Scene = Readonly<{ dataFolder: string; program: NodeProcess; kill: number; acknowledged: string[] }>

/** @returns the program that is saving from now on */
async function killOne(victim: (typeof victims)[number], scene: Scene): Promise<NodeProcess> {
  const { dataFolder, program, kill, acknowledged } = scene
  const server = await findPostmaster(join(dataFolder, 'database'))
  if (server === undefined) throw new Error('no server is running')
  if (victim !== 'program') process.kill(server.pid, 'SIGKILL')
  if (victim === 'database') return program
  await program.kill('SIGKILL')
  return startProgram(dataFolder, kill + 1, acknowledged)
}

async function untilMore(acknowledged: readonly string[], more: number): Promise<void> {
  const wanted = acknowledged.length + more
  await eventually(async () => {
    if (acknowledged.length < wanted) throw new Error(`only ${acknowledged.length} of ${wanted} saves`)
    return true
  })
}

async function count(dataFolder: string, acknowledged: readonly string[]) {
  const store = await openStore({ dataFolder })
  try {
    const { rows, revision } = await store.asSystem('upkeep', async (trx) => ({
      rows: await trx.selectFrom('event').select('data').execute(),
      revision: await trx.selectFrom('filing').select('revision').executeTakeFirstOrThrow(),
    }))
    const there = new Set(rows.map(({ data }) => `${data.start} ${data.writer} ${data.number}`))
    const { broken, events } = await verifyTrail(store, '330001')
    return {
      lost: acknowledged.filter((save) => !there.has(save)),
      events,
      trailBroken: broken !== undefined,
      revision: Number(revision.revision),
    }
  } finally {
    await store.close()
  }
}
