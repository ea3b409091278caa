import type { PlainForm } from './sample-forms.js'

/** The 60 relations and 16 scores written by hand for this one form: the limit of what any engine could do. */
export function checkByHand(form: PlainForm): { violated: readonly string[]; total: number } {
  const violated: string[] = []
  const { budget, executed, executionScore, executionWeight, weights, scores } = form
  const say = (holds: boolean, id: string): void => {
    if (!holds) violated.push(id)
  }
  const rateGap = Math.abs(form.rate * budget - 10_000 * executed)
  say(rateGap <= 0.5 * budget + 5_000 + form.rate * 0.5 + 1, 'execution-rate')
  const share = Math.min(executed, budget)
  say(Math.abs(executionScore * budget - 100 * executionWeight * share) <= budget + 1_000, 'execution-score')
  say(executed <= budget + 1, 'executed-within-budget')
  say(Math.abs(form.revenue - budget) <= 1, 'by-revenue')
  say(Math.abs(form.expenditure - budget) <= 1, 'by-expenditure')
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
    say(score >= 0, 'score-low')
    say(score <= weight * 100, 'score-high')
    say(weight <= 30, 'weight-high')
  }
  say(weightSum === 100, 'weights-total')
  say(form.totalWeight === weightSum, 'weights-printed')
  say(Math.abs(form.totalScore - scoreSum) <= 1, 'scores-total')
  say(executionWeight === 10, 'execution-weight')
  say(executionScore >= 0, 'execution-score-low')
  say(executionScore <= executionWeight * 100, 'execution-score-high')
  say(form.totalScore <= 10_000, 'total-high')
  say(form.totalScore >= 0, 'total-low')
  say(form.revenue <= budget + 1, 'revenue-part')
  say(form.expenditure <= budget + 1, 'expenditure-part')
  return { violated, total: points }
}
