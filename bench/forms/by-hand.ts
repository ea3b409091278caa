import type { PlainForm } from './sample-forms.js'

/** The 60 relations and 16 scores written by hand for this one form: the limit of what any engine could do. */
export function checkByHand(form: PlainForm): { violated: readonly string[]; total: number } {
  const violated: string[] = []
  const { budget, executed, executionScore, executionWeight, weights, scores } = form
  const rateGap = Math.abs(form.rate * budget - 10_000 * executed)
  if (!(rateGap <= 0.5 * budget + 5_000 + form.rate * 0.5 + 1)) violated.push('execution-rate')
  const share = Math.min(executed, budget)
  if (!(Math.abs(executionScore * budget - 100 * executionWeight * share) <= budget + 1_000))
    violated.push('execution-score')
  if (!(executed <= budget + 1)) violated.push('executed-within-budget')
  if (!(Math.abs(form.revenue - budget) <= 1)) violated.push('by-revenue')
  if (!(Math.abs(form.expenditure - budget) <= 1)) violated.push('by-expenditure')
  let weightSum = executionWeight
  let scoreSum = executionScore
  let points = Math.floor((200 * executionWeight * share + budget) / (2 * budget))
  for (let row = 0; row < weights.length; row += 1) {
    const weight = weights[row] ?? 0
    const score = scores[row] ?? 0
    const [actual, target] = [form.actuals[row] ?? 0, form.targets[row] ?? 1]
    weightSum += weight
    scoreSum += score
    points += actual >= target ? weight * 100 : Math.floor((200 * weight * actual + target) / (2 * target))
    if (!(score >= 0)) violated.push('score-low')
    if (!(score <= weight * 100)) violated.push('score-high')
    if (!(weight <= 30)) violated.push('weight-high')
  }
  if (!(weightSum === 100)) violated.push('weights-total')
  if (!(form.totalWeight === weightSum)) violated.push('weights-printed')
  if (!(Math.abs(form.totalScore - scoreSum) <= 1)) violated.push('scores-total')
  if (!(executionWeight === 10)) violated.push('execution-weight')
  if (!(executionScore >= 0)) violated.push('execution-score-low')
  if (!(executionScore <= executionWeight * 100)) violated.push('execution-score-high')
  if (!(form.totalScore <= 10_000)) violated.push('total-high')
  if (!(form.totalScore >= 0)) violated.push('total-low')
  if (!(form.revenue <= budget + 1)) violated.push('revenue-part')
  if (!(form.expenditure <= budget + 1)) violated.push('expenditure-part')
  return { violated, total: points }
}
