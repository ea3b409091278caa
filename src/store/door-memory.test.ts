import { describe, expect, it } from 'vitest'
import { createDoorMemory } from './door-memory.js'

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
})
