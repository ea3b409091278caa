import { describe, expect, it } from 'vitest'
import { DomainError } from '../core/errors/errors.js'
import type { OddOrder } from '../testing/odd-worker.js'
import { openOrderThread } from './order-thread.js'

const entry = new URL('../testing/odd-worker.js', import.meta.url)

describe('a thread that serves everybody', () => {
  it('answers each order in turn and keeps what it knows', async () => {
    const send = openOrderThread<OddOrder, number>(entry)
    expect(await Promise.all([send('count'), send('count'), send('count')])).toEqual([1, 2, 3])
  })

  it('passes on refusals and faults, and goes on', async () => {
    const send = openOrderThread<OddOrder, number>(entry)
    const refused = await send('refuse').catch((error) => error)
    expect(refused).toBeInstanceOf(DomainError)
    expect(refused).toMatchObject({ code: 'NOT_FOUND', parameters: { what: '农村饮水' } })
    await expect(send('fail')).rejects.toThrow('the pump stands still')
    expect(await send('count')).toBe(1)
  })

  it('tells all who wait when it breaks, and starts anew with the next order', async () => {
    let breaks = 0
    const send = openOrderThread<OddOrder, number>(entry, { onBreak: () => breaks++ })
    expect(await send('count')).toBe(1)
    const waiting = [send('end'), send('count')].map((order) => order.catch(String))
    expect(await Promise.all(waiting)).toEqual(Array(2).fill(expect.stringContaining('odd-worker')))
    expect(await send('count')).toBe(1)
    expect(breaks).toBe(1)
  })

  it('survives an error that nobody in it caught', async () => {
    const send = openOrderThread<OddOrder, number>(entry)
    await send('throw')
    await expect(waitOut(send)).rejects.toThrow('the pipe burst')
    expect(await send('count')).toBe(1)
  })

  it('says so when its file cannot be loaded', async () => {
    const send = openOrderThread<OddOrder, number>(new URL('./no-such-worker.js', import.meta.url))
    await expect(send('count')).rejects.toThrow('no-such-worker')
  })
})

/** Orders until the thread, which is about to break, does not answer any more. */
async function waitOut(send: (order: OddOrder) => Promise<number>): Promise<never> {
  for (;;) await send('count')
}
