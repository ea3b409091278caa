import type { Place } from '../document/document.js'
import type { CheckResult, Finding, Severity } from '../law/check.js'

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Violated results become findings; those with one root cause become one. The worst come first. */
export function findCauses(results: readonly CheckResult[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>()
  results.filter(isViolated).forEach((result, index) => {
    const key = result.cause ?? `#${index}`
    groups.set(key, [...(groups.get(key) ?? []), result])
  })
  return [...groups.values()]
    .map(mergeGroup)
    .sort((left, right) => order[left.severity] - order[right.severity])
}

function isViolated(result: CheckResult): result is Finding {
  return result.verdict === 'violated'
}

function mergeGroup(group: readonly Finding[]): Finding {
  const [first, ...rest] = [...group].sort((left, right) => rank(left) - rank(right))
  if (first === undefined) throw new RangeError('a group of findings is never empty')
  if (rest.length === 0) return first
  const others = rest.map(({ message }) => message.split('。')[0]).join('；')
  return {
    ...first,
    places: distinct([first, ...rest].flatMap(({ places }) => places)),
    message: `${first.message}同一原因还涉及 ${rest.length} 处：${others}。`,
  }
}

/** The most severe first; among equals a finding about one cell before a sum over many. */
function rank({ severity, places }: Finding): number {
  return order[severity] * 1000 + places.length
}

function distinct(places: readonly Place[]): Place[] {
  const seen = new Map<string, Place>()
  for (const place of places) {
    const key = [place.part, place.row, place.column, place.quote].join('|')
    if (!seen.has(key)) seen.set(key, place)
  }
  return [...seen.values()]
}
