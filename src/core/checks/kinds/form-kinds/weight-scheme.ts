import { add, type Decimal, toShortText, zero } from '../../../exact/decimal.js'
import type { Form } from '../../../filing/filing.js'
import type { CheckDefinition, CheckKind } from '../../../law/check.js'
import { weightWords } from '../../../pack/weight-words.js'
import { onceFor } from '../../../remember.js'
import { placesOf, quiet } from '../../outcome.js'
import { indicatorsOfForm, pointsIn } from './indicator.js'

/** WGT-03: weights by first level follow one of the schemes of the form's own pack, or the usual ones. */
export const weightScheme: CheckKind = (filing, definition) => {
  const schemes = schemesOf(definition)
  return filing.forms.flatMap((form) => {
    const weights = weightsByDimension(form)
    if (weights === undefined) return []
    const total = form.fields['total.weight']
    const places = [total, ...(form.lists.dimensions ?? []).map(({ name }) => name)]
    if (schemes.some((scheme) => sameWeights(scheme, weights))) return [quiet('holds', ...places)]
    return [
      {
        verdict: 'violated' as const,
        places: placesOf(
          places.some((value) => value) ? places : indicatorsOfForm(form).map(({ weight }) => weight),
        ),
        message: `各部分分值是 ${sayWeights(weights)}，规定的权重是 ${schemes.map(sayWeights).join('，或 ')}。如经批准另定权重，请注明；否则请按规定调整。`,
        expected: schemes.map(sayWeights).join('或'),
        stated: sayWeights(weights),
        unit: '分',
      },
    ]
  })
}

type Weights = Readonly<Record<string, string>>

const schemeOrder = Object.keys(weightWords)

const schemesOf = onceFor(({ parameters }: CheckDefinition) => parseSchemes(parameters.weights))

/** `weights` of a pack as weights by what they are given to. */
function parseSchemes(value: unknown): Weights[] {
  const { budgetExecutionRate, schemes } = Object(value)
  if (!Array.isArray(schemes)) throw new RangeError('parameter weights must have a list of schemes')
  const execution = budgetExecutionRate === undefined ? {} : { budgetExecutionRate }
  return schemes.map((scheme) => ({ ...execution, ...Object(scheme).weights }))
}

function sayWeights(weights: Weights): string {
  return schemeOrder
    .filter((key) => weights[key] !== undefined && weights[key] !== '0')
    .map((key) => `${weightWords[key]} ${weights[key]}`)
    .join('、')
}

function sameWeights(left: Weights, right: Weights): boolean {
  return schemeOrder.every((key) => (left[key] ?? '0') === (right[key] ?? '0'))
}

function weightsByDimension(form: Form): Weights | undefined {
  const rows = indicatorsOfForm(form)
  if (rows.length === 0 || rows.some(({ weight, dimension }) => pointsIn(weight) === undefined || !dimension))
    return undefined
  const sums = new Map<string, Decimal>()
  const execution = pointsIn(form.fields['totalFunds.weight'])
  if (execution !== undefined) sums.set('budgetExecutionRate', execution)
  for (const { dimension, weight } of rows) {
    if (dimension !== undefined)
      sums.set(dimension, add(sums.get(dimension) ?? zero, pointsIn(weight) ?? zero))
  }
  return Object.fromEntries([...sums].map(([key, points]) => [key, toShortText(points)]))
}
