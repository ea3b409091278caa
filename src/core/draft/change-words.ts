import {
  compareRational,
  divideRational,
  negateRational,
  rational,
  subtractRational,
} from '../exact/rational.js'
import { type DraftRun, wordsRun } from './draft.js'
import { computed, computedShare, type DraftNumber } from './draft-value.js'

type Change = Readonly<{ now: DraftNumber; before: DraftNumber; unit: string; label: string }>

const zero = rational(0n)

/**
 * 与上年持平; 上年为零，增加x万元 (no rate); 比上年增加x万元，增长y%; 比上年减少x万元，下降y%.
 * The amount is the exact difference with the finer decimals of both; the rate is rounded half up to two decimals.
 */
export function changeRuns({ now, before, unit, label }: Change): readonly DraftRun[] {
  const difference = subtractRational(now.value, before.value)
  const order = compareRational(difference, zero)
  if (order === 0) return [wordsRun('与上年持平')]
  const size = order < 0 ? negateRational(difference) : difference
  const amount = computed(size, Math.max(now.scale, before.scale), `computed.changeOf(${now.field})`)
  const rate = divideRational(size, before.value)
  const [more, grown] = order > 0 ? ['增加', '增长'] : ['减少', '下降']
  const amountRun = { text: amount.text, field: amount.field, label: `${label}的增减额` }
  if (rate === undefined) return [wordsRun(`上年为零，${more}`), amountRun, wordsRun(unit)]
  const share = computedShare(rate, `computed.changeRateOf(${now.field})`)
  return [
    wordsRun(`比上年${more}`),
    amountRun,
    wordsRun(`${unit}，${grown}`),
    { text: share.text, field: share.field, label: `${label}的增减率` },
  ]
}
