import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PackProblem, problemAt, type SourceNode } from '../core/pack-source/source.js'
import { readYaml, type YamlFile } from './read-yaml.js'

/** A pack's folder as written, before anything is inherited. */
export type PackFolder = Readonly<{
  folder: string
  pack: SourceNode | undefined
  checks: SourceNode | undefined
  scoring: SourceNode | undefined
  report: SourceNode | undefined
  paper: SourceNode | undefined
  cases: readonly SourceNode[]
  problems: readonly PackProblem[]
}>

/** Reads the YAML files of one pack; `shown` is the folder's name in problems. */
export function readPackFolder(folder: string, shown: string): PackFolder {
  const problems: PackProblem[] = []
  const read = (name: string): YamlFile => {
    const file = readYaml(`${shown}/${name}`, readFileSync(join(folder, name), 'utf8'))
    problems.push(...file.problems)
    return file
  }
  const one = (name: string): SourceNode | undefined =>
    existsSync(join(folder, name)) ? read(name).node : undefined
  const many = (name: string): readonly SourceNode[] =>
    listYaml(join(folder, name))
      .map((file) => read(`${name}/${file}`).node)
      .filter((node) => node !== undefined)
  if (!existsSync(join(folder, 'pack.yaml')))
    problems.push(problemAt({ file: `${shown}/pack.yaml`, line: 1, column: 1 }, '缺少 pack.yaml。'))
  const lists = [one('checks.yaml'), ...many('checks')].filter((node) => node !== undefined)
  return {
    folder,
    pack: one('pack.yaml'),
    checks: joinLists(lists),
    scoring: one('scoring.yaml'),
    report: one('report.yaml'),
    paper: one('paper.yaml'),
    cases: many('cases'),
    problems,
  }
}

function listYaml(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : []
}

function joinLists(nodes: readonly SourceNode[]): SourceNode | undefined {
  const [first] = nodes
  if (first === undefined || nodes.length === 1) return first
  return {
    kind: 'list',
    items: nodes.flatMap((node) => (node.kind === 'list' ? node.items : [node])),
    at: first.at,
  }
}

/** Every folder below `root` that holds a pack.yaml, sorted. */
export function listPackFolders(root: string): readonly string[] {
  if (!existsSync(root)) return []
  if (existsSync(join(root, 'pack.yaml'))) return [root]
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => listPackFolders(join(root, name)))
}
