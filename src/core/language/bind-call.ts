import { didYouMean } from '../errors/closest.js'
import { demandNumber } from './demand-number.js'
import type { NumberRule, SumTerm } from './rule.js'
import { cellReference, findReference, findRowsOf, type Scope } from './scope.js'
import { type NameSyntax, type NumberSyntax, SentenceError } from './syntax.js'
import { cellOf, type ListWords } from './vocabulary.js'

type CallSyntax = Extract<NumberSyntax, { kind: 'call' }>
type Bind = (syntax: NumberSyntax, scope: Scope) => NumberRule

/** 合计(…), 个数(列表), 最小(a, b), 最大(a, b), 绝对值(a). @throws SentenceError */
export function bindCall(syntax: CallSyntax, scope: Scope, bind: Bind): NumberRule {
  const [first] = syntax.items
  if (first === undefined) throw new SentenceError(syntax, '括号里要写内容。')
  if (syntax.word === '最小' || syntax.word === '最大') {
    const items = syntax.items.map((item) => bind(item, scope))
    return { kind: syntax.word === '最小' ? 'smallest' : 'largest', items }
  }
  if (syntax.word === '绝对值') return { kind: 'absolute', item: bind(first, scope) }
  if (syntax.word === '个数') return bindCount(first, scope)
  if (syntax.word !== '合计') throw new SentenceError(syntax, `不认识“${syntax.word}”。`)
  const names = syntax.items.map((item) => {
    if (item.kind === 'name') return item
    throw new SentenceError(item, '“合计”里只能写名称。')
  })
  return { kind: 'sum', terms: bindSum(names, scope), name: names.map(nameText).join('、') }
}

function nameText(name: NameSyntax): string {
  return [...name.parts, ...(name.ofWhich ? ['其中'] : [])].join('的')
}

function bindCount(item: NumberSyntax, { vocabulary, group }: Scope): NumberRule {
  const name = item.kind === 'name' ? (item.parts[0] ?? '') : ''
  const list = vocabulary.lists.get(name)
  if (list !== undefined)
    return { kind: 'count', list: list.id, inGroup: group?.list.id === list.id, name: list.name }
  throw new SentenceError(item, `没有叫“${name}”的列表${didYouMean(name, vocabulary.lists.keys())}`)
}

function bindSum(names: readonly NameSyntax[], scope: Scope): readonly SumTerm[] {
  const [first, second] = names
  const list =
    first === undefined || first.ofWhich ? undefined : scope.vocabulary.lists.get(first.parts[0] ?? '')
  if (first !== undefined && list !== undefined && list.name !== undefined && second !== undefined)
    return [columnTerm(list, second, false)]
  if (first !== undefined && second !== undefined && first.ofWhich) return bindOfWhich(first, second, scope)
  return names.flatMap((name) => bindSumItem(name, scope))
}

function bindSumItem(name: NameSyntax, scope: Scope): readonly SumTerm[] {
  if (name.ofWhich) return bindOfWhich(name, undefined, scope)
  const [word = ''] = name.parts
  const group = scope.vocabulary.groups.get(word)
  if (group !== undefined) return group.map((reference) => ({ kind: 'one', reference }))
  if (scope.group?.list.columns.some((column) => column.name === word))
    return [columnTerm(scope.group.list, name, true)]
  const repeated = scope.column?.grid.rows.find((row) => row.repeat && row.name === word)
  if (repeated !== undefined) return bindOfWhichRows([repeated.id], undefined, scope)
  const reference = findReference(name, scope)
  demandNumber(reference, name)
  return [{ kind: 'one', reference }]
}

function columnTerm(list: ListWords, name: NameSyntax, inGroup: boolean): SumTerm {
  const [word = ''] = name.parts
  const column = list.columns.find((candidate) => candidate.name === word)
  if (column === undefined) {
    const known = list.columns.map((candidate) => candidate.name)
    throw new SentenceError(name, `“${list.name}”里没有“${word}”这一栏${didYouMean(word, known)}`)
  }
  demandNumber(column, name)
  return { kind: 'column', cell: cellReference(list, column), inGroup }
}

function bindOfWhich(set: NameSyntax, column: NameSyntax | undefined, scope: Scope): readonly SumTerm[] {
  const { rows } = findRowsOf(set, scope.vocabulary)
  return bindOfWhichRows(
    rows.map(({ id }) => id),
    column,
    scope,
    set,
  )
}

function bindOfWhichRows(
  ids: readonly string[],
  columnName: NameSyntax | undefined,
  scope: Scope,
  set?: NameSyntax,
): readonly SumTerm[] {
  const grid =
    scope.column?.grid ?? (set === undefined ? scope.row?.grid : findRowsOf(set, scope.vocabulary).grid)
  const word = columnName?.parts[0]
  const column =
    word === undefined ? scope.column?.column : grid?.columns.find((candidate) => candidate.name === word)
  const span = columnName ?? set ?? { start: 0, end: 0 }
  if (grid === undefined || column === undefined)
    throw new SentenceError(span, '请写明哪一栏，如“合计(其中, 全年预算数)”。')
  return grid.rows
    .filter(({ id }) => ids.includes(id))
    .map((row): SumTerm => {
      if (!row.repeat) return { kind: 'one', reference: cellOf(grid, row, column) }
      const cell = cellReference({ id: row.id, name: row.name, columns: grid.columns }, column)
      return { kind: 'column', cell, inGroup: false }
    })
}
