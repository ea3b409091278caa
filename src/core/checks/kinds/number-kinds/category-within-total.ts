import { compare } from '../../../exact/decimal.js'
import type { Fact } from '../../../filing/fact.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { atMostRelation } from '../../../narrative/relations.js'
import { exceeding } from './exceeding.js'
import { placesOfFacts, quietAt } from './wording.js'

const contained: readonly (readonly [string, string])[] = [
  ['basicExpenditure', 'totalExpenditure'],
  ['projectExpenditure', 'totalExpenditure'],
  ['personnelExpenditure', 'basicExpenditure'],
  ['operatingExpenditure', 'basicExpenditure'],
]

/** AMT-03: a category is not more than the one that contains it, in the same year, stage and budget, across sentences. */
export const categoryWithinTotal: CheckKind = (filing) =>
  contained.flatMap(([part, whole]) => {
    const wholes = filing.narrative.facts.filter(
      (fact) => fact.quantity === whole && fact.subject === undefined,
    )
    return filing.narrative.facts
      .filter((fact) => fact.quantity === part && fact.subject === undefined)
      .flatMap((fact) =>
        checkCategory(
          fact,
          wholes.filter((total) => sameAccount(fact, total)),
        ),
      )
  })

function sameAccount(left: Fact, right: Fact): boolean {
  return (
    left.year === right.year &&
    left.stage === right.stage &&
    left.scope === right.scope &&
    left.stage !== undefined
  )
}

function checkCategory(part: Fact, wholes: readonly Fact[]): readonly Outcome[] {
  const [largest] = [...wholes]
    .filter(({ unit }) => unit === part.unit)
    .sort((a, b) => compare(b.stated.value, a.stated.value))
  if (largest === undefined) return []
  const relation = atMostRelation([part], largest)
  if (relation === undefined) return []
  if (relation.verdict !== 'violated') return [quietAt(relation.verdict, placesOfFacts([part, largest]))]
  return [exceeding(largest, [part])]
}
