import { didYouMean } from '../core/errors/closest.js'
import { extendSource, withoutIds } from '../core/pack-source/extend-source.js'
import { orderSections } from '../core/pack-source/order-sections.js'
import type { PackSource } from '../core/pack-source/parse-pack.js'
import { findText, type PackProblem, problemAt, type SourceNode } from '../core/pack-source/source.js'
import type { PackFolder } from './pack-folder.js'

type FoldersById = ReadonlyMap<string, PackFolder>

/** Lays each pack over what it extends; undefined with a problem when it extends nothing known, or itself. */
export function resolvePack(
  id: string,
  folders: FoldersById,
  problems: PackProblem[],
): PackSource | undefined {
  return resolveAlong(id, folders, { problems, path: [] })
}

function resolveAlong(
  id: string,
  folders: FoldersById,
  way: { problems: PackProblem[]; path: readonly string[] },
): PackSource | undefined {
  const own = folders.get(id)
  if (own?.pack === undefined) return undefined
  const source: PackSource = { ...own, pack: own.pack, lineage: [id] }
  const baseId = findText(own.pack, 'extends')
  if (baseId === undefined) return withOrder(source, way.problems)
  const at =
    own.pack.kind === 'mapping' ? (own.pack.entries.get('extends')?.value.at ?? own.pack.at) : own.pack.at
  if (way.path.includes(baseId) || !folders.has(baseId)) {
    const known = [...folders.keys()]
    const why = way.path.includes(baseId)
      ? '绕了一圈又回到自己。'
      : `没有这个模板包${didYouMean(baseId, known)}`
    way.problems.push(problemAt(at, `extends 写的“${baseId}”${why}`))
    return undefined
  }
  const base = resolveAlong(baseId, folders, { ...way, path: [...way.path, id] })
  return base && withOrder(layOver(base, source), way.problems)
}

function withOrder(source: PackSource, problems: PackProblem[]): PackSource {
  return { ...source, report: source.report && orderSections(source.report, problems) }
}

function layOver(base: PackSource, own: PackSource): PackSource {
  const removed = removedIds(own.pack)
  const lay = (below: SourceNode | undefined, above: SourceNode | undefined): SourceNode | undefined => {
    if (below === undefined) return above
    const kept = withoutIds(below, removed)
    return above === undefined ? kept : extendSource(kept, above)
  }
  return {
    pack: lay(base.pack, own.pack) ?? own.pack,
    lineage: [...own.lineage, ...base.lineage],
    checks: lay(base.checks, own.checks),
    scoring: lay(base.scoring, own.scoring),
    report: replaces(own.report) ? own.report : lay(base.report, own.report),
    paper: lay(base.paper, own.paper),
  }
}

/** A report.yaml with `replaces: true` is an outline of its own: nothing of the inherited one is laid under it. */
function replaces(report: SourceNode | undefined): boolean {
  const flag = report?.kind === 'mapping' ? report.entries.get('replaces')?.value : undefined
  return flag?.kind === 'scalar' && flag.value === true
}

function removedIds(pack: SourceNode): ReadonlySet<string> {
  const list = pack.kind === 'mapping' ? pack.entries.get('without')?.value : undefined
  if (list?.kind !== 'list') return new Set()
  return new Set(list.items.map((item) => (item.kind === 'scalar' ? String(item.value) : '')))
}
