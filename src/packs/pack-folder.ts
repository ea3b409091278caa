import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expandParts, type Parts } from '../core/pack-source/expand-parts.js'
import { type PackProblem, problemAt, type SourceNode } from '../core/pack-source/source.js'
import { readYaml } from './read-yaml.js'

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

/** Where a pack's files are; `shown` is the folder's name in problems. */
export type FolderToRead = Readonly<{ folder: string; shown: string }>

/** Reads the YAML files of one pack, with the parts that they name put in. */
export function readPackFolder({ folder, shown }: FolderToRead, parts: Parts): PackFolder {
  const problems: PackProblem[] = []
  const read = (name: string): SourceNode | undefined => {
    const file = readYaml(`${shown}/${name}`, readFileSync(join(folder, name), 'utf8'))
    problems.push(...file.problems)
    return file.node && expandParts(file.node, parts, problems)
  }
  const one = (name: string): SourceNode | undefined =>
    existsSync(join(folder, name)) ? read(name) : undefined
  const many = (name: string): readonly SourceNode[] =>
    listYaml(join(folder, name))
      .map((file) => read(`${name}/${file}`))
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

/** The parts of a folder by the names of their files. */
export function readParts({ folder, shown }: FolderToRead, problems: PackProblem[]): Parts {
  const read = listYaml(folder).map((name) =>
    readYaml(`${shown}/${name}`, readFileSync(join(folder, name), 'utf8')),
  )
  problems.push(...read.flatMap((file) => file.problems))
  return new Map(
    read.flatMap(({ file, node }) => (node === undefined ? [] : [[basename(file, '.yaml'), node]])),
  )
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
