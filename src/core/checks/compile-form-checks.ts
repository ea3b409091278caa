import type { Place } from '../document/document.js'
import type { Form, FormRow } from '../filing/filing.js'
import { compileSentence } from '../language/compile-sentence.js'
import { cellsOf, explainComparison } from '../language/explain.js'
import { findCell, type Sight } from '../language/form-values.js'
import { judge, meets } from '../language/judge.js'
import { type ClaimRule, findDependencies, type Reference, type RuleInstance } from '../language/rule.js'
import { makeVocabulary } from '../language/vocabulary.js'
import type { CheckResult, Outcome } from '../law/check.js'
import { exceeds } from '../law/law.js'
import type { Pack, PackCheck } from '../pack/pack.js'
import { entryOf, onceFor } from '../remember.js'

/** A sentence check with the relations it asks and the cells it reads. */
export type CompiledCheck = Readonly<{
  check: PackCheck
  instances: readonly Readonly<{ rule: RuleInstance; dependencies: readonly Reference[] }>[]
}>

/** The sentence checks of a pack, compiled once. Sentences are known to be right since the pack was loaded. */
export const findCompiledChecks = onceFor((pack: Pack): readonly CompiledCheck[] => {
  const vocabulary = makeVocabulary(pack.blocks, pack.groups)
  return pack.checks.flatMap((check): CompiledCheck[] => {
    if (check.sentence === undefined) return []
    const { instances } = compileSentence(check.sentence, vocabulary)
    return [{ check, instances: instances.map((rule) => ({ rule, dependencies: findDependencies(rule) })) }]
  })
})

/**
 * Compiles the sentence checks of a pack into a function over one form of it. `only` limits it to some checks, of which
 * it gives verdicts and places without words.
 */
export function compileFormChecks(
  pack: Pack,
): (form: Form, only?: ReadonlySet<string>) => readonly CheckResult[] {
  const checks = findCompiledChecks(pack)
  return (form, only) => {
    const results: CheckResult[] = []
    const run = only === undefined ? runInstance : judgeInstance
    const whole = { form, amountUnit: pack.amounts.unit }
    for (const { check, instances } of checks) {
      if (only !== undefined && !only.has(check.id)) continue
      for (const { rule, dependencies } of instances)
        for (const sight of sightsOf(rule, whole)) {
          const outcome = run(rule, dependencies, sight)
          if (outcome !== undefined) results.push(resultOf(outcome, check))
        }
    }
    return results
  }
}

/** An outcome as the result of a check; it can only be milder than the check. */
export function resultOf(outcome: Outcome, { rule, id, severity, basis }: PackCheck): CheckResult {
  const { verdict, places, message } = outcome
  if (verdict !== 'violated') return { verdict, places, message, rule, check: id, severity, basis }
  const milder = outcome.severity !== undefined && exceeds(severity, outcome.severity)
  return { ...outcome, rule, check: id, severity: milder ? (outcome.severity ?? severity) : severity, basis }
}

/** Once for the form, or once for each row or group of rows. */
export function sightsOf({ over }: RuleInstance, sight: Sight): readonly Sight[] {
  if (over === undefined) return [sight]
  const { form, amountUnit } = sight
  const rows = form.lists[over.list] ?? []
  const { groupedBy } = over
  if (groupedBy === undefined) return rows.map((row) => ({ form, amountUnit, row }))
  const groups = new Map<string, FormRow[]>()
  for (const row of rows) {
    const name = row[groupedBy]?.text ?? ''
    if (name !== '') entryOf(groups, name, () => []).push(row)
  }
  return [...groups.values()].map((group) => ({ form, amountUnit, group }))
}

/** The outcome of one relation, in words where it is violated; undefined when it is not asked. */
export function runInstance(
  rule: RuleInstance,
  dependencies: readonly Reference[],
  sight: Sight,
): Outcome | undefined {
  const outcome = judgeInstance(rule, dependencies, sight)
  return outcome?.verdict === 'violated' ? explain(rule, sight, outcome) : outcome
}

/**
 * An outcome without words; undefined when the relation is not asked here: its condition is not met, or nothing at all
 * is filled in and it does not say that something is to be.
 */
function judgeInstance(
  rule: RuleInstance,
  dependencies: readonly Reference[],
  sight: Sight,
): Outcome | undefined {
  const places: Place[] = []
  let isFilled = false
  for (const reference of dependencies) {
    const cell = findCell(reference, sight)
    if (cell !== undefined) places.push(cell.place)
    // A whole column is read where no row is in hand: it is asked even when its cells are blank.
    isFilled ||= readsColumn(reference, sight) || (cell !== undefined && cell.stated.kind !== 'blank')
  }
  if (!isFilled && (places.length === 0 || !demandsValue(rule.claim))) return undefined
  const asked = rule.condition === undefined || meets(rule.condition, sight)
  if (asked === false || (!isFilled && asked === undefined)) return undefined
  const verdict = asked === undefined ? 'cannotCheck' : judge(rule.claim, sight)
  return { verdict, places: verdict === 'violated' ? placesOfBroken(rule, sight) : places, message: '' }
}

/** 有值 somewhere in a claim: only this can be wrong of a form that is still empty. */
function demandsValue(claim: ClaimRule): boolean {
  if (claim.kind === 'compare') return false
  return claim.kind === 'filled' ? claim.wanted : claim.items.some(demandsValue)
}

function readsColumn({ kind }: Reference, { row }: Sight): boolean {
  return kind === 'cell' && row === undefined
}

/** Where a violated relation fails; for a cell that should be filled, its condition says why. */
function placesOfBroken({ claim, condition }: RuleInstance, sight: Sight): readonly Place[] {
  const broken = findBroken(claim, sight)
  const why = broken.kind === 'filled' && condition !== undefined ? placesOfClaim(condition, sight) : []
  return uniquePlaces([...placesOfClaim(broken, sight), ...why])
}

function explain(rule: RuleInstance, sight: Sight, outcome: Outcome): Outcome {
  const broken = findBroken(rule.claim, sight)
  const words =
    broken.kind === 'compare'
      ? explainComparison(broken, sight)
      : { message: explainFilled(broken, sight, rule.condition !== undefined) }
  return { ...outcome, ...words, message: withSubject(subjectOf(rule, sight), words.message) }
}

type SimpleClaim = Exclude<ClaimRule, { kind: 'and' | 'or' }>
type FilledClaim = Extract<ClaimRule, { kind: 'filled' }>

/** The part of a claim that does not hold; of 或 the first, which is the one the writer thought of first. */
function findBroken(claim: ClaimRule, sight: Sight): SimpleClaim {
  if (claim.kind === 'compare' || claim.kind === 'filled') return claim
  const broken = claim.items.find((item) => judge(item, sight) === 'violated') ?? claim.items[0]
  if (broken === undefined) throw new RangeError('a joined claim has items')
  return findBroken(broken, sight)
}

function explainFilled({ reference, wanted }: FilledClaim, sight: Sight, isConditional: boolean): string {
  const isNumber = !['text', 'target', 'date'].includes(reference.type)
  const related = isNumber && isConditional ? '，而与它相关的栏填了数' : ''
  return wanted
    ? `“${reference.name}”没有填${related}。请补上，没有的${isNumber ? '填 0' : '写“无”'}。`
    : `“${reference.name}”填了“${findCell(reference, sight)?.text ?? ''}”，这里应当空着。请核对。`
}

function subjectOf({ subject }: RuleInstance, { row, group }: Sight): string {
  const name = row?.name?.text ?? group?.[0]?.dimension?.text ?? subject
  return name === undefined ? '' : name.replace(/\s+/g, '')
}

/** Names the row in front, unless the sentence already names it. */
function withSubject(subject: string, message: string): string {
  return subject === '' || message.includes(subject) ? message : `${subject}：${message}`
}

function placesOfClaim(claim: ClaimRule, sight: Sight): readonly Place[] {
  if (claim.kind === 'filled') {
    const cell = findCell(claim.reference, sight)
    return cell === undefined ? [] : [cell.place]
  }
  if (claim.kind !== 'compare') return uniquePlaces(claim.items.flatMap((item) => placesOfClaim(item, sight)))
  const alone = claim.left.kind !== 'reference' && claim.right.kind === 'reference'
  const sides = alone ? [claim.right, claim.left] : [claim.left, claim.right]
  return uniquePlaces(
    sides.flatMap((side) =>
      cellsOf(side, sight).flatMap(({ reference, sight: own }) => findCell(reference, own)?.place ?? []),
    ),
  )
}

function uniquePlaces(places: readonly Place[]): readonly Place[] {
  return places.filter((place, index) => places.indexOf(place) === index)
}
