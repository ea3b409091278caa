import { type Decimal, parseDecimal } from '../../../exact/decimal.js'
import { bareWords, foldInPlace } from '../../../exact/normalise.js'
import type { StatedNumber } from '../../../exact/stated.js'
import type { FieldValue, Form, FormRow } from '../../../filing/filing.js'
import type { CheckDefinition, CheckKind, Outcome } from '../../../law/check.js'
import { entryOf, onceFor } from '../../../remember.js'

/** 一级指标 in English; undefined when neither the dimension nor the aspect says. */
export type Dimension = 'output' | 'benefit' | 'satisfaction' | 'cost'

/** One indicator row with the group it stands in. */
export type IndicatorRow = Readonly<{
  row: FormRow
  name: FieldValue
  /** 二级指标 as printed: 数量指标. */
  aspect: string
  dimension: Dimension | undefined
  /** True when a 一级指标 cell with words covers the row. */
  hasHeader: boolean
  target: FieldValue | undefined
  actual: FieldValue | undefined
  weight: FieldValue | undefined
  score: FieldValue | undefined
  reason: FieldValue | undefined
}>

/** The indicator rows of one form that have a name; read once, because every kind asks for them. */
export function indicatorsOfForm({ lists: { indicators = noRows } }: Form): readonly IndicatorRow[] {
  return indicatorsIn(indicators)
}

const noRows: readonly FormRow[] = []

const indicatorsIn = onceFor((rows: readonly FormRow[]) => rows.flatMap((row) => indicatorOf(row)))

const indicatorOf = onceFor((row: FormRow): readonly IndicatorRow[] => {
  const { name, target, actual, weight, score, reason } = row
  if (name === undefined || bareWords(name.text) === '') return []
  const aspect = bareWords(row.aspect?.text ?? '')
  const header = bareWords(row.dimension?.text ?? '')
  const dimension = dimensionOf(header) ?? dimensionOf(aspect)
  return [{ row, name, aspect, dimension, hasHeader: header !== '', target, actual, weight, score, reason }]
})

/**
 * A kind that looks at one indicator at a time: `make` makes of a check what it says of a row. A row that has not
 * changed is not looked at again.
 */
export function ofEachIndicator(
  make: (definition: CheckDefinition) => (row: IndicatorRow) => readonly Outcome[],
): CheckKind {
  const checkOf = onceFor(make)
  return ({ forms }, definition) => {
    const check = checkOf(definition)
    const outcomes: Outcome[] = []
    for (const form of forms)
      for (const row of indicatorsOfForm(form))
        outcomes.push(...entryOf(outcomesOf(row), definition, () => check(row)))
    return outcomes
  }
}

/** What each check said of a row: one memory for each row, because rows come by the hundred thousand. */
const outcomesOf = onceFor((_of: IndicatorRow) => new Map<CheckDefinition, readonly Outcome[]>())

/** 产出, 效益, 满意度, 成本 by the words of a first or second level. 成本指标 below 产出 stays an aspect. */
export function dimensionOf(words: string): Dimension | undefined {
  if (/满意/.test(words)) return 'satisfaction'
  if (/成本/.test(words)) return 'cost'
  if (/效益|效果|可持续|影响/.test(words)) return 'benefit'
  return /产出|数量|质量|时效/.test(words) ? 'output' : undefined
}

/** The number in a cell, when it is one; a bare target may stand inside words: 达到 95% 以上. */
export function numberIn(value: FieldValue | undefined): StatedNumber | undefined {
  return value?.stated.kind === 'number' ? value.stated : undefined
}

export function decimalIn(value: FieldValue | undefined): Decimal | undefined {
  return numberIn(value)?.value
}

/** True when a cell is there and has no words: a blank, a dash, 无. */
export function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value.stated.kind === 'blank'
}

/** True when a reason cell gives no reason: blank, 无, 无偏差, ——. */
export function givesNoReason(value: FieldValue | undefined): boolean {
  return (
    value === undefined ||
    /^(?:无|没有|无偏差|无偏离|不存在偏差|暂无)?$/.test(bareWords(foldInPlace(value.text)))
  )
}

/** Points in a weight or score cell; undefined for blanks and words. */
export function pointsIn(value: FieldValue | undefined): Decimal | undefined {
  return (
    decimalIn(value) ?? (value === undefined ? undefined : parseDecimal(value.text.replace(/[\s分]/g, '')))
  )
}
