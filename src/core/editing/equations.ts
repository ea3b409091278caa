import { findCompiledChecks } from '../checks/compile-form-checks.js'
import {
  type ClaimRule,
  findDependencies,
  type NumberRule,
  type Reference,
  type RuleInstance,
  referenceKey,
} from '../language/rule.js'
import type { Pack } from '../pack/pack.js'
import { onceFor } from '../remember.js'

/** A sentence `A = expression` of a pack, read as: A is computed. */
export type Equation = Readonly<{
  rule: RuleInstance
  target: Reference
  right: NumberRule
  /** The condition asks about A itself; then it need only not be false. */
  asksTarget: boolean
}>

/**
 * The equations of a pack. Not among them: a bare name or number on the right, which computes nothing; groups of
 * rows; conditions that some cell is empty, because it may only not have been filled in yet.
 */
export const equationsOf = onceFor((pack: Pack): readonly Equation[] =>
  findCompiledChecks(pack).flatMap(({ instances }) =>
    instances.flatMap(({ rule }) => {
      if (rule.over?.groupedBy !== undefined) return []
      if (rule.condition !== undefined && asksForEmpty(rule.condition)) return []
      return equationsIn(rule.claim).map(({ target, right }) => ({
        rule,
        target,
        right,
        asksTarget: asksAbout(rule, target),
      }))
    }),
  ),
)

function equationsIn(claim: ClaimRule): readonly Readonly<{ target: Reference; right: NumberRule }>[] {
  if (claim.kind === 'and') return claim.items.flatMap(equationsIn)
  if (claim.kind !== 'compare' || claim.sign !== '=' || claim.left.kind !== 'reference') return []
  if (claim.right.kind === 'constant' || claim.right.kind === 'reference') return []
  return [{ target: claim.left.reference, right: claim.right }]
}

function asksForEmpty(condition: ClaimRule): boolean {
  if (condition.kind === 'filled') return !condition.wanted
  return condition.kind !== 'compare' && condition.items.some(asksForEmpty)
}

function asksAbout({ over, subject, condition }: RuleInstance, target: Reference): boolean {
  if (condition === undefined) return false
  const asked = findDependencies({ over, subject, condition: undefined, claim: condition })
  return asked.some((reference) => referenceKey(reference) === referenceKey(target))
}
