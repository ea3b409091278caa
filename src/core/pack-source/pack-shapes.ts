import {
  anything,
  chosenBy,
  decimalText,
  flag,
  integer,
  listOf,
  mappingOf,
  oneOf,
  optional,
  required,
  type Shape,
  shapeOf,
  text,
  withDefault,
} from './shape.js'
import type { SourceNode } from './source.js'

const words = withDefault(listOf(text), [])
const yes = withDefault(flag, false)
const fieldType = oneOf(['amount', 'percent', 'weight', 'score', 'count', 'area', 'text', 'target', 'date'])

const fieldShape = shapeOf({
  id: required(text),
  name: required(text),
  labels: words,
  type: required(fieldType),
  required: yes,
  partOf: optional(text),
})
const goalShape = shapeOf({ labels: words, required: yes })
const columnShape = shapeOf({
  id: required(text),
  name: required(text),
  labels: words,
  type: required(fieldType),
  required: yes,
})
const rowShape = shapeOf({
  id: required(text),
  name: required(text),
  labels: words,
  repeat: yes,
  after: optional(text),
  partOf: optional(text),
})
const totalShape = shapeOf({
  id: required(text),
  name: required(text),
  labels: words,
  columns: required(listOf(text)),
})

function kind<const Word extends string>(word: Word) {
  return { kind: required(oneOf([word])), id: required(text) }
}

const listEntries = {
  name: required(text),
  columns: required(listOf(columnShape)),
  total: optional(totalShape),
}

const blockShape = chosenBy('kind', {
  pairs: shapeOf({ ...kind('pairs'), fields: required(listOf(fieldShape)) }),
  inline: shapeOf({ ...kind('inline'), fields: required(listOf(fieldShape)) }),
  grid: shapeOf({
    ...kind('grid'),
    name: required(text),
    rows: required(listOf(rowShape)),
    columns: required(listOf(columnShape)),
  }),
  goals: shapeOf({ ...kind('goals'), expected: required(goalShape), actual: required(goalShape) }),
  indicators: shapeOf({ ...kind('indicators'), ...listEntries }),
  list: shapeOf({ ...kind('list'), ...listEntries }),
})

const lawBasis = shapeOf({ law: required(text), clause: required(text) })
const formBasis = shapeOf({ form: required(text), clause: required(text) })
const practiceBasis = shapeOf({ practice: required(text) })

type BasisOf<T> = T extends Shape<infer V> ? V : never
type AnyBasis = BasisOf<typeof lawBasis> | BasisOf<typeof formBasis> | BasisOf<typeof practiceBasis>

/** 依据: a clause of a law, a clause of the form, or practice. */
const basisShape: Shape<AnyBasis> = {
  parse(node: SourceNode, problems) {
    const has = (key: string): boolean => node.kind === 'mapping' && node.entries.has(key)
    if (has('law')) return lawBasis.parse(node, problems)
    return has('practice') ? practiceBasis.parse(node, problems) : formBasis.parse(node, problems)
  },
}
/** `basis:` of anything in a pack; none by default. */
export const basis = withDefault(listOf(basisShape), [])

/** Stage and fund scope of a fact. */
export const stage = optional(oneOf(['initialBudget', 'adjustedBudget', 'executedAmount']))
export const scope = required(
  oneOf([
    'all',
    'generalPublicBudget',
    'governmentFundBudget',
    'stateCapitalBudget',
    'socialInsuranceBudget',
  ]),
)

const severity = oneOf(['error', 'warning', 'info'])

/** pack.yaml, after what it extends has been laid under it. */
export const packShape = shapeOf({
  id: required(text),
  extends: optional(text),
  without: words,
  form: required(text),
  title: required(text),
  titles: words,
  years: required(listOf(integer)),
  signs: words,
  replaces: withDefault(listOf(oneOf(['signs'])), []),
  amounts: required(shapeOf({ unit: required(text), decimals: required(integer) })),
  weights: optional(
    shapeOf({
      severity: optional(severity),
      budgetExecutionRate: optional(decimalText),
      schemes: withDefault(
        listOf(shapeOf({ name: required(text), weights: required(mappingOf(decimalText)) })),
        [],
      ),
      basis,
    }),
  ),
  blocks: required(listOf(blockShape)),
  groups: withDefault(
    listOf(shapeOf({ id: required(text), name: required(text), fields: required(listOf(text)) })),
    [],
  ),
  facts: withDefault(
    listOf(
      shapeOf({
        field: required(text),
        list: optional(text),
        subject: optional(text),
        quantity: required(text),
        stage,
        scope,
        year: required(oneOf(['current', 'prior'])),
      }),
    ),
    [],
  ),
})

/** One entry of checks.yaml. */
export const checkShape = shapeOf({
  id: required(text),
  rule: required(text),
  title: required(text),
  severity: required(severity),
  basis,
  check: optional(text),
  kind: optional(text),
  parameters: withDefault(mappingOf(anything), {}),
})

const cell = required(text)

/** scoring.yaml */
export const scoringShape = shapeOf({
  decimals: required(integer),
  execution: optional(shapeOf({ weight: cell, score: cell, executed: cell, budget: cell, label: cell })),
  quantitative: required(oneOf(['proportional', 'allOrNothing'])),
  qualitative: required(
    listOf(shapeOf({ name: required(text), from: required(decimalText), to: required(decimalText) })),
  ),
  grades: required(listOf(shapeOf({ name: required(text), from: required(decimalText) }))),
  total: required(text),
})

/** laws/*.yaml */
export const lawShape = shapeOf({
  id: required(text),
  title: required(text),
  number: optional(text),
  issuer: required(text),
  rank: required(oneOf(['law', 'regulation', 'ministryRule', 'ministryNotice', 'localRule', 'localNotice'])),
  effectiveFrom: required(text),
  repealedOn: required(anything),
  source: required(anything),
  clauses: required(mappingOf(shapeOf({ text: required(text), verified: required(anything) }))),
  notFormalised: withDefault(listOf(shapeOf({ clause: required(anything), reason: required(text) })), []),
})
