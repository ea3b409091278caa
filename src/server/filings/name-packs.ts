import type { Pack } from '../../core/pack/pack.js'

/** Packs by number; themselves too where the number is new or was that of others before. */
export type NamedPacks = Readonly<{ number: number; packs?: readonly Pack[] }>

/** Numbers for packs, so that a thread is sent them once. */
export type PackNames = Readonly<{
  name: (packs: readonly Pack[]) => NamedPacks
  /** Whoever was sent them has forgotten them. */
  forget: () => void
}>

/** Regions with packs of their own, and editions activated since, at a time; one takes about a megabyte. */
const mostNamed = 8

export function createPackNames(): PackNames {
  const named: (readonly Pack[])[] = []
  let next = 0
  return {
    name: (packs) => {
      const known = named.indexOf(packs)
      if (known >= 0) return { number: known }
      const number = next
      next = (number + 1) % mostNamed
      named[number] = packs
      return { number, packs }
    },
    forget: () => {
      named.length = 0
      next = 0
    },
  }
}
