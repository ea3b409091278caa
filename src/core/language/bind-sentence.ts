import { bindClaim } from './bind-claim.js'
import type { RuleInstance } from './rule.js'
import { findRowsOf, type Scope } from './scope.js'
import { type QuantifierSyntax, SentenceError, type SentenceSyntax } from './syntax.js'
import type { Vocabulary } from './vocabulary.js'

/** Binds a sentence to the cells of a form; 每行 and 每列 of a grid are written out one by one. @throws SentenceError */
export function bindSentence(syntax: SentenceSyntax, vocabulary: Vocabulary): readonly RuleInstance[] {
  const { quantifier } = syntax
  if (quantifier === undefined) return [instanceOf(syntax, { vocabulary })]
  if (quantifier.word === '每列') return bindColumns(syntax, quantifier, vocabulary)
  if (quantifier.word === '每个') return [bindGroups(syntax, quantifier, vocabulary)]
  return bindRows(syntax, quantifier, vocabulary)
}

function instanceOf(syntax: SentenceSyntax, scope: Scope, over?: RuleInstance['over']): RuleInstance {
  return {
    over,
    subject: scope.subject,
    condition: syntax.condition === undefined ? undefined : bindClaim(syntax.condition, scope),
    claim: bindClaim(syntax.claim, scope),
  }
}

function bindColumns(
  syntax: SentenceSyntax,
  { set }: QuantifierSyntax,
  vocabulary: Vocabulary,
): readonly RuleInstance[] {
  const grid = vocabulary.grids.get(set.parts[0] ?? '')
  if (grid === undefined || set.ofWhich)
    throw new SentenceError(set, '“每列”后面要写一个栏表（grid）的名称。')
  return grid.columns
    .filter(({ type }) => type === 'amount')
    .map((column) => instanceOf(syntax, { vocabulary, column: { grid, column }, subject: column.name }))
}

function bindRows(
  syntax: SentenceSyntax,
  { set }: QuantifierSyntax,
  vocabulary: Vocabulary,
): readonly RuleInstance[] {
  const list = set.ofWhich ? undefined : vocabulary.lists.get(set.parts[0] ?? '')
  if (list !== undefined)
    return [
      instanceOf(syntax, { vocabulary, list, subject: undefined }, { list: list.id, groupedBy: undefined }),
    ]
  const { grid, rows } = findRowsOf(set, vocabulary)
  return rows.map((row) => {
    const repeated = row.repeat ? vocabulary.lists.get(row.name) : undefined
    if (repeated === undefined)
      return instanceOf(syntax, { vocabulary, row: { grid, row }, subject: row.name })
    const over = { list: repeated.id, groupedBy: undefined }
    return instanceOf(syntax, { vocabulary, list: repeated, subject: undefined }, over)
  })
}

function bindGroups(syntax: SentenceSyntax, { set }: QuantifierSyntax, vocabulary: Vocabulary): RuleInstance {
  const [name = ''] = set.parts
  for (const list of vocabulary.lists.values()) {
    const column = list.columns.find((candidate) => candidate.name === name)
    if (column === undefined) continue
    const scope = { vocabulary, group: { list, by: column.id }, subject: undefined }
    return instanceOf(syntax, scope, { list: list.id, groupedBy: column.id })
  }
  throw new SentenceError(set, '“每个”后面要写列表里的一栏，如“每个 一级指标：”。')
}
