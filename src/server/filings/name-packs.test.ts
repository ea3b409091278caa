import { describe, expect, it } from 'vitest'
import type { Pack } from '../../core/pack/pack.js'
import { createPackNames } from './name-packs.js'

const packLists = Array.from({ length: 9 }, (): readonly Pack[] => [])

describe('naming packs by number', () => {
  it('sends the same packs once', () => {
    const { name } = createPackNames()
    const [first = [], second = []] = packLists
    expect(name(first)).toEqual({ number: 0, packs: first })
    expect(name(second)).toEqual({ number: 1, packs: second })
    expect(name(first)).toEqual({ number: 0 })
  })

  it('sends them again to one who has forgotten', () => {
    const { name, forget } = createPackNames()
    const [first = []] = packLists
    name(first)
    forget()
    expect(name(first)).toEqual({ number: 0, packs: first })
  })

  it('gives the oldest number to the ninth, and sends the first again', () => {
    const { name } = createPackNames()
    expect(packLists.map((packs) => name(packs).number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0])
    const [first = []] = packLists
    expect(name(first)).toEqual({ number: 1, packs: first })
  })
})
