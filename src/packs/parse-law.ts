import type { Clause, Law } from '../core/law/law.js'
import { lawShape } from '../core/pack-source/pack-shapes.js'
import type { PackProblem, SourceNode } from '../core/pack-source/source.js'

/** One file of laws/; undefined with problems when it is not written as it should be. */
export function parseLaw(node: SourceNode, problems: PackProblem[]): Law | undefined {
  const law = lawShape.parse(node, problems)
  if (law === undefined) return undefined
  const clauses = Object.entries(law.clauses).map(([name, { text, verified }]): [string, Clause] => [
    name,
    { text, verified: parseVerified(verified) },
  ])
  return {
    id: law.id,
    title: law.title,
    number: law.number,
    issuer: law.issuer,
    rank: law.rank,
    effectiveFrom: law.effectiveFrom,
    repealedOn: textOrNothing(law.repealedOn),
    source: textOrNothing(law.source),
    clauses: Object.fromEntries(clauses),
  }
}

function textOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function parseVerified(value: unknown): Clause['verified'] {
  if (typeof value !== 'object' || value === null || !('by' in value) || !('on' in value)) return undefined
  return { by: String(value.by), on: String(value.on) }
}
