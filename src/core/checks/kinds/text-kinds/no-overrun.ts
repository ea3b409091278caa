import { compare, subtract, toShortText } from '../../../exact/decimal.js'
import { bareWords } from '../../../exact/normalise.js'
import type { FieldValue, Filing } from '../../../filing/filing.js'
import type { CheckDefinition, CheckKind, Outcome } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { type Assertion, assertionsIn } from './assertions.js'
import { type Amount, amountOf, statedAmounts } from './form-values.js'
import { piecesOf } from './pieces.js'
import { recordsOf, type WordRecord, wordIn } from './records.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { anyOf, holdsAny } from './word-pattern.js'

/** 严格控制、没有超预算: what the sentence names must not have cost more than its budget. */
export const noOverrun: CheckKind = (filing, definition) => {
  const things = recordsOf(definition, 'things')
  return [...assertionsIn(filing, definition), ...economyMeasures(filing, definition)].flatMap((assertion) =>
    things
      .filter((thing) => holdsAny(bareWords(assertion.text), thing.labels ?? []))
      .flatMap((thing) => thingOutcome(filing, assertion, thing)),
  )
}

function thingOutcome(filing: Filing, assertion: Assertion, thing: WordRecord): readonly Outcome[] {
  const pair = budgetAndFinal(filing, wordIn(thing, 'quantity'))
  if (pair === undefined) return []
  const { budget, final } = pair
  if (compare(final.value, budget.value) <= 0) return [holdsAt(assertion.place)]
  const over = toShortText(subtract(final.value, budget.value))
  const [planned, spent] = [toShortText(budget.value), toShortText(final.value)]
  const message = `这里写“${assertion.word}”，但${wordIn(thing, 'labels')}预算${planned}万元，决算${spent}万元，超出${over}万元。请说明超出的原因，或改写这句话。`
  return [
    violatedAt([assertion.place, final.place, budget.place], message, {
      expected: `不超过${planned}`,
      stated: spent,
      difference: over,
      unit: '万元',
    }),
  ]
}

function budgetAndFinal(filing: Filing, quantity: string): { budget: Amount; final: Amount } | undefined {
  for (const { fields } of filing.forms) {
    const budget = amountOf(fields[`${quantity}.budget`])
    const final = amountOf(fields[`${quantity}.final`])
    if (budget !== undefined && final !== undefined) return { budget, final }
  }
  const [budget] = [
    ...statedAmounts(filing, quantity, ['adjustedBudget']),
    ...statedAmounts(filing, quantity, ['initialBudget']),
  ]
  const [final] = statedAmounts(filing, quantity, ['executedAmount'])
  return budget === undefined || final === undefined ? undefined : { budget, final }
}

/** 厉行节约保障措施: the cell is not part of the prose, but asserts as much. */
function economyMeasures(filing: Filing, definition: CheckDefinition): readonly Assertion[] {
  const pattern = anyOf(wordsOf(definition, 'words'))
  const intention = wordsOf(definition, 'intentionWords')
  const cells = measureCells(filing)
  return piecesOf(filing).flatMap(({ text, kind, at }) => {
    const match = kind === 'cell' && cells.has(text) && !holdsAny(text, intention) ? pattern.exec(text) : null
    return match === null ? [] : [{ word: match[0], text, place: at(match[0]) }]
  })
}

function measureCells({ forms }: Filing): ReadonlySet<string> {
  const cells: FieldValue[] = forms.flatMap(({ fields }) =>
    fields.economyMeasures === undefined ? [] : [fields.economyMeasures],
  )
  return new Set(cells.map(({ text }) => text))
}
