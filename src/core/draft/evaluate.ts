import { compareRational, rational } from '../exact/rational.js'
import { parseConditionSentence, parseExpression } from '../language/parse-sentence.js'
import type { ClaimSyntax, NameSyntax, NumberSyntax } from '../language/syntax.js'
import type { ReportQuantity } from '../pack/pack.js'
import { combine, compares, literal, negated, sumOf } from './arithmetic.js'
import { computed, type DraftNumber, type DraftValue } from './draft-value.js'
import { builtInValue, statedValue } from './find-value.js'
import { factValue } from './own-facts.js'
import { beginsWith, type Here, type Row, rowsOf } from './rows.js'
import type { Sources } from './sources.js'

/** The value of an expression: a single name may be words, all else is a figure. Undefined when a part is missing. */
export function evaluateValue(syntax: NumberSyntax, sources: Sources, here: Here): DraftValue | undefined {
  return syntax.kind === 'name' ? findValue(syntax, sources, here) : evaluateNumber(syntax, sources, here)
}

/** The figure of an expression; undefined when a part is missing, is words, or a divisor is zero. */
export function evaluateNumber(syntax: NumberSyntax, sources: Sources, here: Here): DraftNumber | undefined {
  if (syntax.kind === 'name') {
    const value = findValue(syntax, sources, here)
    return value?.kind === 'number' ? value : undefined
  }
  if (syntax.kind === 'literal') return literal(syntax.text)
  if (syntax.kind === 'call') return evaluateCall(syntax, sources, here)
  const left = evaluateNumber(syntax.left, sources, here)
  const right = evaluateNumber(syntax.right, sources, here)
  return left && right && combine(syntax.sign, left, right, sources.pack.amounts.decimals)
}

type CallSyntax = Extract<NumberSyntax, { kind: 'call' }>

function evaluateCall(call: CallSyntax, sources: Sources, here: Here): DraftNumber | undefined {
  const [first, second] = call.items
  const word = first?.kind === 'name' ? first.parts.join('.') : ''
  if (call.word === '个数')
    return computed(rational(BigInt(findRows(word, sources).length)), 0, `computed.countOf(${word})`)
  if (call.word === '合计' && second?.kind === 'name') {
    const rows = findRows(word, sources)
    if (rows.length > 0)
      return sumOf(rows.map((row) => numberIn(second, sources, { row, ordinal: undefined })))
  }
  const values = call.items.map((item) => evaluateNumber(item, sources, here))
  const numbers = values.filter((value) => value !== undefined)
  const [start, ...rest] = numbers
  if (start === undefined || numbers.length < values.length) return undefined
  if (call.word === '合计') return sumOf(numbers)
  if (call.word === '绝对值') return start.value.numerator < 0n ? negated(start) : start
  const wanted = call.word === '最小' ? -1 : 1
  return rest.reduce(
    (best, next) => (compareRational(next.value, best.value) * wanted > 0 ? next : best),
    start,
  )
}

function numberIn(name: NameSyntax, sources: Sources, here: Here): DraftNumber | undefined {
  const value = findValue(name, sources, here)
  return value?.kind === 'number' ? value : undefined
}

/** Whether a condition holds; a comparison with something missing does not. */
export function claimHolds(claim: ClaimSyntax, sources: Sources, here: Here): boolean {
  if (claim.kind !== 'filled' && claim.kind !== 'compare') {
    const held = claim.items.filter((item) => claimHolds(item, sources, here)).length
    return claim.kind === 'and' ? held === claim.items.length : held > 0
  }
  if (claim.kind === 'filled') return (findValue(claim.name, sources, here) !== undefined) === claim.wanted
  const left = evaluateNumber(claim.left, sources, here)
  const right = evaluateNumber(claim.right, sources, here)
  return (
    left !== undefined &&
    right !== undefined &&
    compares(claim.sign, compareRational(left.value, right.value))
  )
}

/** What a name says here: the row in hand, the form in hand, quantities, forms. Undefined when nothing says it. */
function findValue(name: NameSyntax, sources: Sources, here: Here): DraftValue | undefined {
  const [first = ''] = name.parts
  if (name.parts.length > 1) return statedValue(name, sources, here)
  const builtIn = builtInValue(first, sources, here)
  if (builtIn !== 'none') return builtIn
  const quantity = sources.report.quantities.find((candidate) => candidate.name === first)
  return quantity === undefined ? statedValue(name, sources, here) : quantityValue(quantity, sources, here)
}

function quantityValue(quantity: ReportQuantity, sources: Sources, here: Here): DraftValue | undefined {
  for (const text of quantity.from) {
    const value = evaluateValue(parseExpression(text, sources.words.names), sources, here)
    if (value !== undefined) return value
  }
  return factValue(quantity, sources)
}

/** The rows that a word means, spare rows left out: a list, a kind of form, or a named part of one of them. */
export function findRows(word: string, sources: Sources): readonly Row[] {
  const named = sources.report.lists.find(({ name }) => name === word)
  if (named === undefined) return rowsOf(word, sources)
  const claim = named.when === undefined ? undefined : parseConditionSentence(named.when, sources.words.names)
  return findRows(named.of, sources).filter(
    (row) =>
      beginsWith(row.cells.aspect?.text ?? '', named.aspects) &&
      (claim === undefined || claimHolds(claim, sources, { row, ordinal: undefined })),
  )
}
