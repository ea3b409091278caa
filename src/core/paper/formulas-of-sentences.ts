import { findCompiledChecks, runInstance, sightsOf } from '../checks/compile-form-checks.js'
import type { Form } from '../filing/filing.js'
import { evaluate } from '../language/evaluate.js'
import { findCell, type Sight } from '../language/form-values.js'
import { judge, meets } from '../language/judge.js'
import {
  type ClaimRule,
  findDependencies,
  type NumberRule,
  type Reference,
  type RuleInstance,
} from '../language/rule.js'
import type { Pack } from '../pack/pack.js'
import type { FieldFormula } from './formula.js'
import { agreeingFormula } from './formula-agreement.js'
import { fieldOf, figureOf, formulaOf } from './formula-cells.js'

/** A formula or a note for a field; the first proposal of each kind counts. */
export type Proposal = Readonly<{
  field: string
  formula?: FieldFormula | undefined
  note?: string | undefined
}>

type Equation = Readonly<{ target: Reference; right: NumberRule; claim: ClaimRule }>

/** What the sentences `A = expression` of a pack say of the figures of a form. */
export function proposeSentences(form: Form, pack: Pack): readonly Proposal[] {
  return findCompiledChecks(pack).flatMap(({ instances }) =>
    instances.flatMap(({ rule, dependencies }) => {
      const equations = rule.over?.groupedBy === undefined ? equationsOf(rule.claim) : []
      if (equations.length === 0) return []
      return sightsOf(rule, { form, amountUnit: pack.amounts.unit }).flatMap((sight) =>
        equations.flatMap((equation) => {
          const outcome = runInstance({ ...rule, claim: equation.claim }, dependencies, sight)
          if (outcome?.verdict === 'violated') return noteOn(equation, { sight, message: outcome.message })
          return applies(rule, { equation, sight }) ? propose(equation, { sight, pack }) : []
        }),
      )
    }),
  )
}

/** `A = expression`, also as one of several claims joined by 且. A bare name or number on the right computes nothing. */
function equationsOf(claim: ClaimRule): readonly Equation[] {
  if (claim.kind === 'and') return claim.items.flatMap(equationsOf)
  if (claim.kind !== 'compare' || claim.sign !== '=' || claim.left.kind !== 'reference') return []
  if (claim.right.kind === 'constant' || claim.right.kind === 'reference') return []
  return [{ target: claim.left.reference, right: claim.right, claim }]
}

/** A condition on the figure itself asks whether it was filled in otherwise; agreement answers that. */
function applies(
  { condition, over, subject }: RuleInstance,
  { equation, sight }: Readonly<{ equation: Equation; sight: Sight }>,
): boolean {
  if (condition === undefined) return true
  const field = fieldOf(equation.target, sight)
  const asked = findDependencies({ over, subject, condition: undefined, claim: condition })
  return asked.some((reference) => fieldOf(reference, sight) === field) || meets(condition, sight) === true
}

function noteOn(
  { target }: Equation,
  { sight, message }: Readonly<{ sight: Sight; message: string }>,
): readonly Proposal[] {
  const field = fieldOf(target, sight)
  return field === undefined || findCell(target, sight)?.stated.kind !== 'number'
    ? []
    : [{ field, note: message }]
}

function propose(
  { target, right, claim }: Equation,
  { sight, pack }: Readonly<{ sight: Sight; pack: Pack }>,
): readonly Proposal[] {
  const cell = findCell(target, sight)
  const field = fieldOf(target, sight)
  const figure = figureOf(cell, { type: target.type, amountUnit: sight.amountUnit })
  const exact = evaluate(right, sight)
  const tree = formulaOf(right, sight)
  const verdict = judge(claim, sight)
  if (cell === undefined || field === undefined || figure === undefined) return []
  if (exact === undefined || tree === undefined || verdict === 'violated') return []
  const computed = { text: cell.text, type: target.type, tenPower: figure.tenPower, exact, formula: tree }
  return [{ field, formula: agreeingFormula(computed, pack) }]
}
