import { didYouMean } from '../errors/closest.js'
import { add, compare, decimal, toShortText, zero } from '../exact/decimal.js'
import type { PackCheck, WeightRules } from '../pack/pack.js'
import { weightWords } from '../pack/weight-words.js'
import { type PackProblem, problemAt, type SourceNode } from './source.js'

/** Kind of the check that compares a form's weights with those of its pack. */
export const weightKind = 'weight-scheme'

/** The check of weights asks for those that its own pack prescribes, on their basis; other checks stay as they are. */
export function withWeights(check: PackCheck, weights: WeightRules | undefined): PackCheck {
  if (check.kind !== weightKind || weights === undefined || weights.schemes.length === 0) return check
  const { basis, severity = check.severity } = weights
  return {
    ...check,
    severity,
    basis: basis.length === 0 ? check.basis : basis,
    parameters: { ...check.parameters, weights },
  }
}

/** What the shape of `weights` cannot see: words that stand for nothing, schemes that do not make 100 points. */
export function checkWeights(weights: WeightRules, node: SourceNode, problems: PackProblem[]): void {
  const list = node.kind === 'mapping' ? node.entries.get('schemes')?.value : undefined
  const nodes = list?.kind === 'list' ? list.items : []
  const known = Object.keys(weightWords).filter((word) => word !== 'budgetExecutionRate')
  for (const [index, scheme] of weights.schemes.entries()) {
    const at = nodes[index]?.at ?? node.at
    for (const word of Object.keys(scheme.weights).filter((one) => !known.includes(one)))
      problems.push(problemAt(at, `权重只能给 ${known.join('、')}，没有“${word}”${didYouMean(word, known)}`))
    const points = { budgetExecutionRate: weights.budgetExecutionRate ?? '0', ...scheme.weights }
    const total = Object.values(points).map(decimal).reduce(add, zero)
    if (compare(total, decimal('100')) !== 0)
      problems.push(
        problemAt(
          at,
          `权重方案“${scheme.name}”合计 ${toShortText(total)} 分（${wordsOf(points)}），应当是 100 分。`,
        ),
      )
  }
}

function wordsOf(points: Readonly<Record<string, string>>): string {
  return Object.entries(points)
    .map(([word, value]) => `${weightWords[word] ?? word} ${value}`)
    .join('、')
}
