import { isNameWritable } from '../language/token.js'
import { makeVocabulary } from '../language/vocabulary.js'
import type { Block } from '../pack/layout.js'
import type { FieldGroup } from '../pack/pack.js'
import { findText, type PackProblem, problemAt, type SourceNode } from './source.js'

type Layout = Readonly<{ source: SourceNode; blocks: readonly Block[]; groups: readonly FieldGroup[] }>

/** What the shape alone cannot see: doubled ids and names, names that sentences cannot spell, groups of nothing. */
export function checkLayout({ source, blocks, groups }: Layout, problems: PackProblem[]): void {
  visit(source, problems)
  const known = makeVocabulary(blocks, groups).fieldsById
  for (const group of groups)
    for (const field of group.fields)
      if (!known.has(field))
        problems.push(
          problemAt(source.at, `组“${group.name}”里的“${field}”不是这张表的栏（blocks 里没有这个 id）。`),
        )
}

function visit(node: SourceNode, problems: PackProblem[]): void {
  if (node.kind === 'scalar') return
  if (node.kind === 'mapping') {
    for (const entry of node.entries.values()) visit(entry.value, problems)
    const name = findText(node, 'name')
    if (name !== undefined && node.entries.has('type') && !isNameWritable(name))
      problems.push(
        problemAt(
          node.entries.get('name')?.value.at ?? node.at,
          `名称“${name}”里不能有空格、括号和运算符号，也不能以数字开头；印在表上的写法放到 labels 里。`,
        ),
      )
    return
  }
  for (const key of ['id', 'name']) refuseDoubles(node.items, key, problems)
  for (const item of node.items) visit(item, problems)
}

function refuseDoubles(items: readonly SourceNode[], key: string, problems: PackProblem[]): void {
  const seen = new Set<string>()
  for (const item of items) {
    const word = findText(item, key)
    if (word === undefined) continue
    if (seen.has(word))
      problems.push(problemAt(item.at, `${key === 'id' ? 'id ' : '名称'}“${word}”用了两次。`))
    seen.add(word)
  }
}
