import { compare, type Decimal, toShortText } from '../../../exact/decimal.js'
import type { Form, FormRow } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { figures, placesOf, quiet } from '../../outcome.js'
import { type Dimension, type IndicatorRow, indicatorsOfForm, pointsIn } from './indicator.js'
import { sumOf } from './sum-of-points.js'

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
