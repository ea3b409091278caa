// @ts-check
/** @typedef {import('./sample-forms.js').PlainForm} PlainForm */

/**
 * The sentence checks of the sample's form written by hand for this one form, with the rounding of its printed
 * figures: the limit of what any engine could do. @param {PlainForm} form @returns {string[]} checks that do not hold
 */
export function checkByHand(form) {
  /** @type {string[]} */
  const violated = []
  const { budget, executed, revenue, basic, project, executionScore, executionWeight } = form
  let weights = executionWeight
  let scores = executionScore
  for (let row = 0; row < form.weights.length; row += 1) {
    const weight = form.weights[row] ?? 0
    const score = form.scores[row] ?? 0
    weights += weight
    scores += score
    if (score < 0 || score > weight * 100) violated.push(`score-within-weight ${row}`)
  }
  const [least, most] = [(executed - 0.5) / (budget + 0.5), (executed + 0.5) / (budget - 0.5)]
  const rate = form.rate / 10_000
  if (rate - 0.00005 > most || rate + 0.00005 < least) violated.push('execution-rate')
  const deserved = (/** @type {number} */ share) => 100 * executionWeight * Math.min(1, share)
  if (executionScore - 1 > deserved(most) || executionScore + 1 < deserved(least))
    violated.push('execution-score')
  if (executed > budget + 1) violated.push('executed-within-budget')
  if (weights !== 100) violated.push('weights-total')
  if (form.totalWeight !== 100 && form.totalWeight !== weights) violated.push('weights-total-printed')
  if (executionWeight !== 10) violated.push('execution-weight')
  const within = executionScore <= executionWeight * 100
  if (executionScore < 0 || !within) violated.push('execution-score-within-weight')
  if (within && Math.abs(form.totalScore - scores) > 1) violated.push('scores-total')
  if (Math.abs(revenue - budget) > 1)
    violated.push(revenue === executed ? 'by-revenue-executed' : 'by-revenue')
  if (Math.abs(basic + project - budget) > 1.5)
    violated.push(basic + project === executed ? 'by-expenditure-executed' : 'by-expenditure')
  if (form.totalScore > form.totalWeight * 100) violated.push('total-score-within-weight')
  return violated
}
