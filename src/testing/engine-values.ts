import { findCompiledChecks, sightsOf } from '../core/checks/compile-form-checks.js'
import { toShortText } from '../core/exact/decimal.js'
import { multiplyRational, type Rational, rational, toDecimal } from '../core/exact/rational.js'
import type { Filing, Form } from '../core/filing/filing.js'
import { parseFiling } from '../core/filing-json/parse-filing.js'
import { evaluate } from '../core/language/evaluate.js'
import { meets } from '../core/language/judge.js'
import type { FieldType } from '../core/pack/layout.js'
import type { Pack } from '../core/pack/pack.js'
import { fieldOf } from '../core/paper/formula-cells.js'
import { scoreForm } from '../core/scoring/score-form.js'

/**
 * What the engine computes for a figure, before any rounding; percentages are shares. Undefined when a figure is
 * missing or a divisor is zero.
 */
export type EngineValue = Readonly<{ field: string; type: FieldType; exact: Rational | undefined }>

/**
 * The figures of a form that a sentence `A = expression` of its pack gives: where its condition is met, or
 * `unasked` whether it is.
 */
export function sentenceValues(form: Form, pack: Pack, unasked = false): readonly EngineValue[] {
  return findCompiledChecks(pack).flatMap(({ instances }) =>
    instances.flatMap(({ rule }) => {
      const { claim, condition, over } = rule
      if (claim.kind !== 'compare' || claim.sign !== '=' || claim.left.kind !== 'reference') return []
      if (claim.right.kind === 'constant' || over?.groupedBy !== undefined) return []
      const { reference } = claim.left
      return sightsOf(rule, { form, amountUnit: pack.amounts.unit }).flatMap((sight) => {
        if (!unasked && condition !== undefined && meets(condition, sight) !== true) return []
        const field = fieldOf(reference, sight)
        const exact = evaluate(claim.right, sight)
        return field === undefined ? [] : [{ field, type: reference.type, exact }]
      })
    }),
  )
}

/** Points of the indicators that the pack's scoring rules can compute, by field; with more decimals on demand. */
export function indicatorPoints(
  form: Form,
  pack: Pack,
  decimals = pack.scoring?.decimals ?? 2,
): ReadonlyMap<string, string> {
  const scoring = pack.scoring && { ...pack.scoring, decimals }
  const points = (form.lists.indicators ?? []).flatMap((row, index) => {
    const alone = { ...form, fields: {}, lists: { indicators: [row] } }
    const scored = scoreForm(alone, { ...pack, scoring }).rows.at(-1)
    if (scored?.computed !== true || scored.points === undefined) return []
    return [[`indicators[${index}].score`, scored.points] as const]
  })
  return new Map(points)
}

/** The same filing with every figure that follows from others filled in as the engine computes it. */
export function agreeingFiling(filing: Filing, packs: readonly Pack[]): Filing {
  const chain = 3
  let result = filing
  for (let round = 0; round < chain; round++) {
    const forms = result.forms.map((form) => {
      const pack = packs.find(({ id }) => id === form.pack)
      if (pack === undefined) throw new Error(`no pack ${form.pack}`)
      const computed = new Map(indicatorPoints(form, pack))
      for (const { field, type, exact } of sentenceValues(form, pack))
        if (exact !== undefined) computed.set(field, shown(exact, type))
      return refilled(form, computed)
    })
    result = parseFiling({ unit: filing.unit, budgetYear: filing.budgetYear, forms }, packs)
  }
  return result
}

function shown(exact: Rational, type: FieldType): string {
  if (type !== 'percent') return toShortText(toDecimal(exact, 2))
  return `${toShortText(toDecimal(multiplyRational(exact, rational(100n)), 2))}%`
}

/** A form as JSON for {@link parseFiling}, with other texts for some fields. */
export function refilled({ pack, year, fields, lists }: Form, computed: ReadonlyMap<string, string>) {
  const texts = (row: Form['fields'], prefix: string) =>
    Object.fromEntries(
      Object.entries(row).map(([key, { text }]) => [key, computed.get(`${prefix}${key}`) ?? text]),
    )
  return {
    pack,
    year,
    fields: texts(fields, ''),
    lists: Object.fromEntries(
      Object.entries(lists).map(([list, rows]) => [
        list,
        rows.map((row, index) => texts(row, `${list}[${index}].`)),
      ]),
    ),
  }
}
