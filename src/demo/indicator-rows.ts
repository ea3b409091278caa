import type { ListRow } from '../core/editing/content.js'
import type { Work } from './departments.js'
import type { UnitYear } from './figures.js'
import { printShort, shareOf } from './printed-figures.js'

/** Rows of the indicator list with what they score together, in hundredths of points. */
export type Indicators = Readonly<{
  rows: readonly ListRow[]
  dimensions: readonly ListRow[]
  scored: number
}>

type Line = Readonly<{
  dimension: string
  aspect: string
  name: string
  target: string
  actual: string
  weight: number
  /** Hundredths of points. */
  score: number
  reason: string
}>

/** What was done of the quantity indicator. */
export function reachedAmount({ quantity }: Work, { reached }: UnitYear): number {
  return Math.max(1, Math.floor((quantity.amount * reached) / 100))
}

/** 五项指标: output 50, benefit 30, satisfaction 10; the rest of the 100 points is the execution rate's. */
export function writeIndicators(work: Work, figures: UnitYear): Indicators {
  const lines = [...outputLines(work, figures), ...effectLines(work, figures)]
  return {
    rows: lines.map(({ score, weight, ...texts }, index) => ({
      id: `r${index + 1}`,
      cells: { ...texts, weight: String(weight), score: printShort(score) },
    })),
    dimensions: [
      { id: 'r1', cells: { name: '产出指标', weight: '50' } },
      { id: 'r2', cells: { name: '效益指标', weight: '30' } },
      { id: 'r3', cells: { name: '满意度指标', weight: '10' } },
    ],
    scored: lines.reduce((all, { score }) => all + score, 0),
  }
}

function outputLines(work: Work, figures: UnitYear): readonly Line[] {
  const { quantity, quality } = work
  const done = reachedAmount(work, figures)
  const isShort = done < quantity.amount
  const output = { dimension: '产出指标' }
  return [
    {
      ...output,
      aspect: '数量指标',
      name: quantity.name,
      target: `≥${quantity.amount}${quantity.unit}`,
      actual: `${done}${quantity.unit}`,
      weight: 20,
      score: isShort ? shareOf(done, quantity.amount, 20) : 2000,
      reason: isShort
        ? `年初启动较晚，少完成${quantity.amount - done}${quantity.unit}，已列入下年一季度计划`
        : '',
    },
    {
      ...output,
      aspect: '质量指标',
      name: quality,
      target: '≥95%',
      actual: `${95 + (figures.satisfied % 5)}%`,
      weight: 20,
      score: 2000,
      reason: '',
    },
    {
      ...output,
      aspect: '时效指标',
      name: '完成时间',
      target: `${figures.year}年11月底前`,
      actual: `${figures.year}年11月${10 + (figures.staff % 15)}日`,
      weight: 10,
      score: 1000,
      reason: '',
    },
  ]
}

function effectLines({ benefit, recipients }: Work, { satisfied }: UnitYear): readonly Line[] {
  return [
    {
      dimension: '效益指标',
      aspect: '社会效益指标',
      name: benefit.name,
      target: `≥${benefit.amount}${benefit.unit}`,
      actual: `${benefit.amount + Math.floor(benefit.amount / 40)}${benefit.unit}`,
      weight: 30,
      score: 3000,
      reason: '',
    },
    {
      dimension: '满意度指标',
      aspect: '服务对象满意度指标',
      name: `${recipients}满意度（问卷调查）`,
      target: '≥90%',
      actual: `${satisfied}%`,
      weight: 10,
      score: 1000,
      reason: '',
    },
  ]
}
