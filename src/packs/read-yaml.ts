import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { MappingEntry, PackProblem, Position, SourceNode } from '../core/pack-source/source.js'
import { problemAt } from '../core/pack-source/source.js'
import { explainYaml } from './explain-yaml.js'

/** A YAML file as a tree with positions; `node` is undefined when the file cannot be read as YAML at all. */
export type YamlFile = Readonly<{
  file: string
  node: SourceNode | undefined
  problems: readonly PackProblem[]
}>

type PlacedProblems = Readonly<{ at: (offset: number) => Position; problems: PackProblem[] }>

/** Reads strict YAML: no aliases, no doubled keys, keys are words. `file` is the name shown in problems. */
export function readYaml(file: string, source: string): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true, version: '1.2' })
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const problems = problemsOf(source, document.errors, at)
  if (problems.length > 0) return { file, node: undefined, problems }
  const placed = { at, problems }
  const node = document.contents === null ? undefined : readNode(document.contents, placed)
  if (node === undefined) problems.push(problemAt(at(0), '这个文件是空的。'))
  return { file, node, problems }
}

/** The first mistake only: what the parser finds after it mostly comes from it. */
function problemsOf(
  source: string,
  errors: readonly { code: string; pos: readonly number[] }[],
  at: PlacedProblems['at'],
): PackProblem[] {
  return errors.slice(0, 1).map(({ code, pos: [offset = 0] }) => {
    const { offset: where, message } = explainYaml({ code, offset, source })
    return problemAt(at(where), message)
  })
}

function readNode(node: unknown, placed: PlacedProblems): SourceNode | undefined {
  if (isScalar(node)) return readScalar(node.value, offsetOf(node), placed)
  if (isSeq(node)) {
    const items = node.items.map((item) => readNode(item, placed)).filter((item) => item !== undefined)
    return { kind: 'list', items, at: placed.at(offsetOf(node)) }
  }
  if (isMap(node)) return readMapping(node, placed)
  if (isAlias(node))
    placed.problems.push(problemAt(placed.at(offsetOf(node)), '不要用 * 引用，请把内容写全。'))
  return undefined
}

function readScalar(value: unknown, offset: number, placed: PlacedProblems): SourceNode {
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return { kind: 'scalar', value: known ? value : null, at: placed.at(offset) }
}

function readMapping(
  node: { items: readonly { key: unknown; value: unknown }[]; range?: readonly number[] | null | undefined },
  placed: PlacedProblems,
): SourceNode {
  const entries = new Map<string, MappingEntry>()
  for (const { key, value } of node.items) {
    const keyAt = placed.at(offsetOf(key))
    if (!isScalar(key)) {
      placed.problems.push(problemAt(keyAt, '名称要写成文字。'))
      continue
    }
    const child = readNode(value, placed) ?? { kind: 'scalar', value: null, at: keyAt }
    entries.set(String(key.value), { keyAt, value: child })
  }
  return { kind: 'mapping', entries, at: placed.at(offsetOf(node)) }
}

function offsetOf(node: unknown): number {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return 0
  return typeof node.range[0] === 'number' ? node.range[0] : 0
}
