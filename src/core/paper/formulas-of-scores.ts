import { compare, type Decimal, decimal, toShortText, zero } from '../exact/decimal.js'
import { fromDecimal } from '../exact/rational.js'
import type { StatedNumber } from '../exact/stated.js'
import type { Form, FormRow } from '../filing/filing.js'
import type { Pack } from '../pack/pack.js'
import type { ScoringRules } from '../pack/scoring-rules.js'
import { scoreIndicator } from '../scoring/score-indicator.js'
import type { Condition, Formula } from './formula.js'
import { agreeingFormula } from './formula-agreement.js'
import { type CellFigure, figureOf } from './formula-cells.js'
import type { Proposal } from './formulas-of-sentences.js'

/** 得分 of indicators whose 完成值 is a plain number, from 分值 and 完成值 by the pack's scoring rules. */
export function proposeScores(form: Form, pack: Pack): readonly Proposal[] {
  const { scoring } = pack
  if (scoring === undefined) return []
  return (form.lists.indicators ?? []).flatMap((row, index) =>
    proposeScore(row, { field: `indicators[${index}]`, scoring, pack }),
  )
}

type IndicatorScoring = Readonly<{ field: string; scoring: ScoringRules; pack: Pack }>

function proposeScore(row: FormRow, { field, scoring, pack }: IndicatorScoring): readonly Proposal[] {
  const { target, actual, weight, score } = row
  const amountUnit = pack.amounts.unit
  const points = figureOf(weight, { type: 'weight', amountUnit })
  const printed = figureOf(score, { type: 'score', amountUnit })
  const done = figureOf(actual, { type: 'target', amountUnit })
  if (points?.tenPower !== 0 || printed?.tenPower !== 0 || done === undefined) return []
  if (target?.stated.kind !== 'number' || actual?.stated.kind !== 'number' || score === undefined) return []
  const scored = scoreIndicator(
    { weight: points.value, target: target.stated, actual: actual.stated },
    scoring,
  )
  const own = `${field}.score`
  if (scored.points === undefined) return []
  const aim = figureOf(target, { type: 'target', amountUnit })
  const aimColumn = row.adjustedTarget?.text === target.text ? 'adjustedTarget' : 'target'
  const formula = formulaOfScore(
    { field, target: target.stated, actual: actual.stated, done, points, aim, aimColumn },
    scoring,
  )
  const exact = fromDecimal(scored.points)
  const agreed =
    formula && agreeingFormula({ text: score.text, type: 'score', tenPower: 0, exact, formula }, pack)
  if (agreed !== undefined) return [{ field: own, formula: agreed }]
  if (compare(scored.points, printed.value) === 0) return []
  const note = `按完成情况计算：${scored.arithmetic}。表中自评 ${toShortText(printed.value)} 分，计算得 ${toShortText(scored.points)} 分。`
  return [{ field: own, note }]
}

type Measured = Readonly<{
  field: string
  target: StatedNumber
  actual: StatedNumber
  done: CellFigure
  points: CellFigure
  /** Undefined where the target's sign or unit stands in its cell. */
  aim: CellFigure | undefined
  /** A target changed during the year is the one that counts. */
  aimColumn: 'target' | 'adjustedTarget'
}>

/** All points when the target is met; else in proportion, or none. A target without ≥ or ≤ has no formula. */
function formulaOfScore(measured: Measured, { quantitative, decimals }: ScoringRules): Formula | undefined {
  const { field, target, actual, done, points } = measured
  const { relation, unit } = target
  if (relation === undefined || (unit !== undefined && actual.unit !== undefined && unit !== actual.unit))
    return undefined
  if (compare(target.value, zero) <= 0 || target.approximation !== undefined) return undefined
  const value: Formula = { kind: 'cell', field: `${field}.actual`, value: done.value }
  const weight: Formula = { kind: 'cell', field: `${field}.weight`, value: points.value }
  const aim = formulaOfAim(measured)
  const signs = { atLeast: '≥', moreThan: '>', atMost: '≤', lessThan: '<', equal: '=' } as const
  const when: Condition = { sign: signs[relation], left: value, right: aim }
  if (quantitative === 'allOrNothing') return { kind: 'choice', when, met: weight, unmet: number('0') }
  const share = shareOf(relation, { value, aim })
  const part: Formula = { kind: 'binary', sign: '×', left: weight, right: share }
  return { kind: 'choice', when, met: weight, unmet: { kind: 'rounded', item: part, decimals } }
}

/** The cell of the target where it holds the number alone; else the number that its words say. */
function formulaOfAim({ field, target, done, aim, aimColumn }: Measured): Formula {
  return aim?.tenPower === done.tenPower
    ? { kind: 'cell', field: `${field}.${aimColumn}`, value: aim.value }
    : { kind: 'number', value: inCell(target.value, done.tenPower) }
}

type Ratio = Readonly<{ value: Formula; aim: Formula }>

/** Between 0 and 1. Of ＝ the deviation to either side counts. */
function shareOf(relation: NonNullable<StatedNumber['relation']>, { value, aim }: Ratio): Formula {
  const completed: Formula = { kind: 'binary', sign: '÷', left: value, right: aim }
  if (relation === 'atMost' || relation === 'lessThan')
    return capped({ kind: 'binary', sign: '÷', left: aim, right: value })
  if (relation !== 'equal') return capped(completed)
  const above: Formula = { kind: 'binary', sign: '-', left: number('2'), right: completed }
  return {
    kind: 'choice',
    when: { sign: '<', left: value, right: aim },
    met: completed,
    unmet: { kind: 'largest', items: [number('0'), above] },
  }
}

function capped(item: Formula): Formula {
  return { kind: 'smallest', items: [number('1'), item] }
}

function number(text: string): Formula {
  return { kind: 'number', value: decimal(text) }
}

function inCell({ digits, scale }: Decimal, tenPower: number): Decimal {
  return { digits, scale: scale + tenPower }
}
