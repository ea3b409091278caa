import type { Place } from '../../../document/document.js'
import { compare, type Decimal } from '../../../exact/decimal.js'
import type { StatedNumber } from '../../../exact/stated.js'
import { convert } from '../../../exact/unit.js'
import type { Fact, Stage } from '../../../filing/fact.js'
import type { FieldValue, Filing, Form, FormRow } from '../../../filing/filing.js'

/** An amount in 万元 with where it stands. */
export type Amount = Readonly<{ value: Decimal; place: Place }>

/** A field as an amount in 万元; undefined when it is blank or no number. A field without a unit is 万元. */
export function amountOf(field: FieldValue | undefined): Amount | undefined {
  if (field?.stated.kind !== 'number') return undefined
  const value = convert(field.stated.value, field.unit ?? '万元', '万元')
  return value === undefined ? undefined : { value, place: field.place }
}

/** The facts of one quantity and stage of the budget year, as amounts in 万元. */
export function statedAmounts(
  { facts, budgetYear }: Filing,
  quantity: string,
  stages: readonly Stage[],
): readonly Amount[] {
  return facts
    .filter((fact) => fact.quantity === quantity && fact.subject === undefined && fact.scope === 'all')
    .filter(({ stage }) => stage !== undefined && stages.includes(stage))
    .filter(({ year }) => year === undefined || year === budgetYear)
    .flatMap(amountOfFact)
}

/** Every amount of money of the unit's own that the filing states at a stage, in 万元, for the budget year. */
export function moneyAtStage({ facts, budgetYear }: Filing, stages: readonly Stage[]): readonly Amount[] {
  return facts
    .filter(({ stage, subject }) => subject === undefined && stage !== undefined && stages.includes(stage))
    .filter(({ year }) => year === undefined || year === budgetYear)
    .flatMap(amountOfFact)
}

function amountOfFact({ stated, unit, place }: Fact): Amount[] {
  const value = convert(stated.value, unit, '万元')
  return value === undefined ? [] : [{ value, place }]
}

/** The largest of the amounts; undefined when there are none. */
export function largest(amounts: readonly Amount[]): Amount | undefined {
  return amounts.reduce<Amount | undefined>(
    (best, amount) => (best === undefined || compare(amount.value, best.value) > 0 ? amount : best),
    undefined,
  )
}

/** All indicator rows of all forms that have a name. */
export function indicatorRows({ forms }: Filing): readonly FormRow[] {
  return forms.flatMap(({ lists }) =>
    (lists.indicators ?? []).filter((row) => (row.name?.text ?? '').trim() !== ''),
  )
}

/** Printed total score and full score of a form, when both are numbers. */
export function totalsOf({ fields }: Form): { score: FieldValue; full: FieldValue } | undefined {
  const score = fields['total.score']
  const full = fields['total.weight']
  return score !== undefined && full !== undefined && numberIn(score) && numberIn(full)
    ? { score, full }
    : undefined
}

/** The number a field states, if it states one. */
export function numberIn(field: FieldValue | undefined): StatedNumber | undefined {
  return field?.stated.kind === 'number' ? field.stated : undefined
}
