import { existsSync, readFileSync } from 'node:fs'
import type { Law } from '../core/law/law.js'
import type { Pack } from '../core/pack/pack.js'

/** All packs and laws that ship. */
export type Shipped = Readonly<{ packs: readonly Pack[]; laws: readonly Law[] }>

/** Beside the built code; written by `compile-packs.ts` at the end of the build. */
export const compiledPacks = new URL('../packs.json', import.meta.url)

let loaded: Promise<Shipped> | undefined

/**
 * Packs and laws from the compiled file of the build, where one report must be checked within half a second and
 * the YAML parser alone would take a third of it; from YAML where nothing has been built.
 *
 * @throws Error when the YAML is broken
 */
export function loadShipped(): Promise<Shipped> {
  loaded ??= existsSync(compiledPacks)
    ? Promise.resolve(parseShipped(readFileSync(compiledPacks, 'utf8')))
    : loadFromYaml()
  return loaded
}

/** The file is written by our own build from packs that were parsed strictly. */
function parseShipped(source: string): Shipped {
  return JSON.parse(source) as Shipped
}

async function loadFromYaml(): Promise<Shipped> {
  const { loadLaws, loadPacks } = await import('./load-packs.js')
  return { packs: loadPacks(), laws: loadLaws() }
}
