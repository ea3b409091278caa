import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDoorMemory } from './door-memory.js'

afterEach(() => vi.useRealTimers())

describe('what is remembered of who may enter', () => {
  it('is asked once, and again as soon as something of it has been written', async () => {
    let [mark, asked] = [0, 0]
    const store = { doorsMark: () => mark }
    const memory = createDoorMemory<number>()
    const ask = async () => ++asked
    expect(await memory.find(store, 'a', ask)).toBe(1)
    expect(await memory.find(store, 'a', ask)).toBe(1)
    mark += 1
    expect(await memory.find(store, 'a', ask)).toBe(2)
  })

  it('never keeps an answer that was changed while it was being asked', async () => {
    let mark = 0
    const store = { doorsMark: () => mark }
    const memory = createDoorMemory<string>()
    const changedMeanwhile = async () => {
      mark += 1
      return 'old'
    }
    await memory.find(store, 'a', changedMeanwhile)
    expect(await memory.find(store, 'a', async () => 'new')).toBe('new')
  })

  it('is believed for two seconds, for another process may have changed it', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    let asked = 0
    const store = { doorsMark: () => 0 }
    const memory = createDoorMemory<number>()
    const find = () => memory.find(store, 'a', async () => ++asked)
    await find()
    vi.advanceTimersByTime(1_999)
    expect(await find()).toBe(1)
    vi.advanceTimersByTime(1)
    expect(await find()).toBe(2)
  })
})
