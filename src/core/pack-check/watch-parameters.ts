import type { Pack } from '../pack/pack.js'
import { entryOf, findText, itemsOf, type PackProblem, problemAt } from '../pack-source/source.js'
import type { PackInHand } from './pack-in-hand.js'

/** A pack whose checks note which of their parameters are read: `check.parameter`. */
export type WatchedPack = Readonly<{ pack: Pack; read: ReadonlySet<string> }>

/** The same pack; running its checks fills `read`. */
export function watchParameters(pack: Pack): WatchedPack {
  const read = new Set<string>()
  const checks = pack.checks.map((check) => {
    const parameters = new Proxy(check.parameters, {
      get(target, key) {
        read.add(`${check.id}.${String(key)}`)
        return target[String(key)]
      },
    })
    return { ...check, parameters }
  })
  return { pack: { ...pack, checks }, read }
}

/** Own parameters that a check with a failing case never asked for. */
export function findUnreadParameters(
  { own, outcomes }: PackInHand,
  read: ReadonlySet<string>,
): readonly PackProblem[] {
  const ran = new Set(outcomes.filter(({ actual }) => actual === 'violated').map(({ check }) => check))
  return itemsOf(own.checks).flatMap((node) => {
    const id = findText(node, 'id') ?? ''
    const parameters = entryOf(node, 'parameters')
    if (!ran.has(id) || parameters?.kind !== 'mapping') return []
    return [...parameters.entries].flatMap(([key, { keyAt }]) =>
      read.has(`${id}.${key}`) ? [] : [problemAt(keyAt, `规则“${id}”不看“${key}”这一项参数。`)],
    )
  })
}
