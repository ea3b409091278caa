import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { killInTheMiddle } from '../../testing/kill-store.js'

it('kill -9 of database, program and both in the middle of saves loses nothing acknowledged, and nobody has to help', async () => {
  const home = await mkdtemp(join(tmpdir(), 'store-kill-'))
  try {
    const report = await killInTheMiddle(join(home, 'data'), 6, 20_260_305)
    expect(report).toMatchObject({ kills: 6, lost: [], trailBroken: false, revision: report.events })
    expect(report.acknowledged).toBeGreaterThan(6 * 20)
    expect(report.events).toBeGreaterThanOrEqual(report.acknowledged)
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}, 180_000)
