import { afterEach, expect, it, vi } from 'vitest'
import { connectStore } from '../../store/connect-store.js'
import { endSession } from '../../store/session-store.js'
import type { Store } from '../../store/store.js'
import { buildRegion } from '../../testing/region.js'
import { openTestSession } from '../../testing/test-app.js'
import { createTestStore } from '../../testing/test-database.js'
import { findBySession } from './find-visitor.js'
import { hashOfSecret } from './secrets.js'

const now = () => new Date('2025-03-05T01:00:00Z')

afterEach(() => vi.useRealTimers())

it('a session that another process has ended counts for two seconds at most, in that process no longer at all', async () => {
  const here = await createTestStore()
  const elsewhere = connectStore(here.url)
  try {
    const { regionId, actors } = await buildRegion(here)
    const { cookie = '' } = await openTestSession(here, actors.preparer, now())
    const tokenHash = hashOfSecret(cookie.replace('hengxiao_session=', ''))
    const isKnown = async (store: Store) =>
      (await findBySession(tokenHash, { store, now }))?.caller.login === 'preparer'
    vi.useFakeTimers({ toFake: ['performance'] })
    expect(await Promise.all([here, elsewhere].map(isKnown))).toEqual([true, true])
    await elsewhere.asSystem('door', (trx) => endSession(trx, { regionId, tokenHash }))
    expect(await Promise.all([here, elsewhere].map(isKnown))).toEqual([true, false])
    vi.advanceTimersByTime(2_000)
    expect(await isKnown(here)).toBe(false)
  } finally {
    await Promise.all([here.close(), elsewhere.close()])
  }
})
