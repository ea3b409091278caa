import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killInTheMiddle } from '../src/testing/kill-store.js'

/** `npx tsx bench/kill.ts [20]`: kill -9 in the middle of saves; what was acknowledged must be there afterwards. */
const kills = Number(process.argv[2] ?? '20')
const home = await mkdtemp(join(tmpdir(), 'hengxiao-kill-'))
try {
  const report = await killInTheMiddle(join(home, 'data'), kills, 20_260_305)
  const { acknowledged, lost, events, trailBroken, revision, slowestReturn } = report
  const isWhole = lost.length === 0 && !trailBroken && revision === events
  process.stdout.write(
    `${kills} kills -9 · ${acknowledged} saves acknowledged · ${lost.length} lost · ${events} events, trail ${
      trailBroken ? 'BROKEN' : 'intact'
    } · revision ${revision} · back after at most ${slowestReturn} ms\n`,
  )
  process.exitCode = isWhole ? 0 : 1
} finally {
  await rm(home, { recursive: true, force: true })
}
