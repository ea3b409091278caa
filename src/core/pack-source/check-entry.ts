import { didYouMean } from '../errors/closest.js'
import { compileSentence } from '../language/compile-sentence.js'
import type { Vocabulary } from '../language/vocabulary.js'
import type { Basis, Severity } from '../law/check.js'
import { exceeds, findClause, type Law, strongestSeverity } from '../law/law.js'
import type { PackCheck } from '../pack/pack.js'
import type { KnownForms } from '../report-language/report-words.js'
import { type PackProblem, problemAt, type SourceNode } from './source.js'

/** What checks may refer to. `kinds` undefined: coded kinds are not looked up. */
export type PackSurroundings = Readonly<{
  laws: readonly Law[]
  kinds: readonly string[] | undefined
  /** Names of every known form by its kind; undefined: a report's names for other forms are not looked up. */
  forms?: KnownForms | undefined
}>

/** A check, where it was written, and what its sentence may name. */
export type EntryInHand = Readonly<{
  check: PackCheck
  node: SourceNode | undefined
  vocabulary: Vocabulary
  surroundings: PackSurroundings
}>

/** What the shape of a check cannot see: sentences with wrong words, unknown kinds, a basis that is not enough. */
export function checkEntry(
  { check, node, vocabulary, surroundings }: EntryInHand,
  problems: PackProblem[],
): void {
  if (node?.kind !== 'mapping') return
  const at = (key: string) => node.entries.get(key)?.value.at ?? node.at
  checkBasis({ ...check, name: `规则“${check.id}”`, node, surroundings }, problems)
  if (check.sentence === undefined) {
    const { kinds } = surroundings
    if (check.kind === 'sentence')
      problems.push(problemAt(node.at, `规则“${check.id}”要写 check（规则句子）或 kind（检查种类）之一。`))
    else if (kinds !== undefined && !kinds.includes(check.kind))
      problems.push(problemAt(at('kind'), `没有叫“${check.kind}”的检查种类${didYouMean(check.kind, kinds)}`))
    return
  }
  const compiled = compileSentence(check.sentence, vocabulary)
  if (compiled.problem === undefined) return
  const { span, message } = compiled.problem
  const position = at('check')
  problems.push({
    file: position.file,
    line: position.line,
    column: position.column + span.start,
    message: `[${span.start + 1}-${Math.max(span.start + 1, span.end)}] ${message}`,
  })
}

const severityNames: Readonly<Record<Severity, string>> = { error: '错误', warning: '提示', info: '建议' }

type Founded = Readonly<{
  name: string
  severity: Severity
  basis: readonly Basis[]
  node: SourceNode
  surroundings: PackSurroundings
}>

/** A basis must exist, and carry the severity that is built on it. */
export function checkBasis(
  { name, severity, basis, node, surroundings }: Founded,
  problems: PackProblem[],
): void {
  if (node.kind !== 'mapping') return
  if (basis.length === 0) {
    problems.push(problemAt(node.at, `${name}没有写依据（basis）。`))
    return
  }
  const at = node.entries.get('basis')?.value.at ?? node.at
  for (const one of basis)
    if ('law' in one && findClause(one, surroundings.laws) === undefined)
      problems.push(
        problemAt(
          at,
          `laws/ 里没有“${one.law}”的“${one.clause}”${didYouMean(
            one.law,
            surroundings.laws.map(({ id }) => id),
          )}`,
        ),
      )
  const limit = strongestSeverity(basis, surroundings.laws)
  if (exceeds(severity, limit))
    problems.push(
      problemAt(
        node.entries.get('severity')?.value.at ?? node.at,
        `${name}的依据只够定为“${severityNames[limit]}”（${limit}），不能定为“${severityNames[severity]}”：经验做法和未核对原文的条款不能定为错误。`,
      ),
    )
}
