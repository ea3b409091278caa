import { add, compare, type Decimal, toShortText, zero } from '../../../exact/decimal.js'
import type { FieldValue, Form, FormRow } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { weightWords } from '../../../pack/weight-words.js'
import { figures, placesOf, quiet } from '../../outcome.js'
import { numberOf } from '../../parameters.js'
import {
  type Dimension,
  type IndicatorRow,
  indicatorsOfForm,
  ofEachIndicator,
  pointsIn,
} from './indicator.js'

/** WGT-02: the weight printed with a first level is the sum of the weights below it. */
export const dimensionWeights: CheckKind = (filing) => filing.forms.flatMap(checkDimensions)

function checkDimensions(form: Form): Outcome[] {
  const groups = groupsOf(form)
  if (!groups.some(({ header }) => header?.weight !== undefined)) return []
  return groups.map(({ header, rows }) => checkGroup(header, rows))
}

type Group = Readonly<{ header: FormRow | undefined; rows: readonly IndicatorRow[] }>

/** Indicator rows by the first-level cell that covers them. */
function groupsOf(form: Form): Group[] {
  const groups = new Map<string, IndicatorRow[]>()
  for (const row of indicatorsOfForm(form)) {
    const place = row.row.dimension?.place
    const key = place === undefined ? '' : `${place.row}:${place.column}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const headers = form.lists.dimensions ?? []
  return [...groups].map(([key, rows]) => ({
    header: headers.find(({ name }) => `${name?.place.row}:${name?.place.column}` === key),
    rows,
  }))
}

function checkGroup(header: FormRow | undefined, rows: readonly IndicatorRow[]): Outcome {
  const weights = rows.map(({ weight }) => weight)
  const sum = sumOf(weights)
  const title = header?.name?.text ?? ''
  if (sum === undefined) return quiet('cannotCheck', header?.name, ...weights)
  const stated = pointsIn(header?.weight)
  if (stated === undefined) return missingHeader(header, rows, sum)
  if (compare(stated, sum) === 0) return quiet('holds', header?.weight, ...weights)
  return {
    verdict: 'violated',
    places: placesOf([header?.weight, ...weights]),
    message: `“${title}”表头写 ${toShortText(stated)} 分，下面各指标分值合计是 ${toShortText(sum)} 分。请核对各指标分值，使合计等于表头。`,
    ...figures(sum, stated, '分'),
  }
}

const dimensionTitles: Readonly<Record<Dimension, string>> = {
  output: '产出指标',
  benefit: '效益指标',
  satisfaction: '满意度指标',
  cost: '成本指标',
}

function missingHeader(header: FormRow | undefined, rows: readonly IndicatorRow[], sum: Decimal): Outcome {
  const dimension = rows.map((row) => row.dimension).find((name) => name !== undefined)
  const title = header?.name?.text || (dimension === undefined ? '一级指标' : dimensionTitles[dimension])
  return {
    verdict: 'violated',
    places: placesOf([...rows.map(({ row }) => row.aspect), ...rows.map(({ weight }) => weight)]),
    message: `这几行（分值合计 ${toShortText(sum)} 分）没有一级指标“${title}”及其分值，其他一级指标都有。请补上一级指标名称和分值。`,
    stated: '',
    expected: toShortText(sum),
    unit: '分',
  }
}

/** Undefined when no cell holds points; blanks among others count nothing. */
export function sumOf(values: readonly (FieldValue | undefined)[]): Decimal | undefined {
  const points = values.map(pointsIn).filter((value) => value !== undefined)
  return points.length === 0 ? undefined : points.reduce(add, zero)
}

/** WGT-03: weights by first level follow one of the schemes of the form's own pack, or the usual ones. */
export const weightScheme: CheckKind = (filing, { parameters }) => {
  const schemes = parseSchemes(parameters.weights)
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

/** WGT-06: no single indicator holds more than a share of all points. */
export const weightConcentration = ofEachIndicator((definition) => {
  const most = numberOf(definition, 'most')
  return ({ name, weight }) => {
    const points = pointsIn(weight)
    if (points === undefined) return []
    if (compare(points, most) <= 0) return [quiet('holds', weight)]
    return [
      {
        verdict: 'violated' as const,
        places: placesOf([weight, name]),
        message: `“${name.text}”一项占 ${toShortText(points)} 分，过于集中（一般不超过 ${toShortText(most)} 分）。请看看能否拆细。`,
        expected: toShortText(most),
        stated: toShortText(points),
        unit: '分',
      },
    ]
  }
})
