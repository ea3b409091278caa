import { didYouMean } from '../errors/closest.js'
import { findText, type MappingEntry, type PackProblem, problemAt, type SourceNode } from './source.js'

/**
 * A report's sections in the `order` that it writes, after what it inherits has been laid under it: inherited sections
 * that are not named are left out. Without an order they stand as they are laid.
 */
export function orderSections(report: SourceNode, problems: PackProblem[]): SourceNode {
  if (report.kind !== 'mapping') return report
  const order = report.entries.get('order')?.value
  const sections = report.entries.get('sections')
  if (order?.kind !== 'list' || sections?.value.kind !== 'list') return report
  const byId = new Map(sections.value.items.map((section) => [findText(section, 'id'), section]))
  const items = order.items.flatMap((item) => {
    const id = item.kind === 'scalar' ? String(item.value) : ''
    const section = byId.get(id)
    if (section !== undefined) return [section]
    problems.push(problemAt(item.at, `提纲里没有“${id}”这一节${didYouMean(id, idsOf(byId))}`))
    return []
  })
  for (const [id, { at }] of byId)
    if (at.file === order.at.file && !items.some((item) => findText(item, 'id') === id))
      problems.push(problemAt(at, `“${id}”这一节没有排进 order，不会写进报告。`))
  return { ...report, entries: ordered(report.entries, { ...sections, value: { ...sections.value, items } }) }
}

function idsOf(sections: ReadonlyMap<string | undefined, SourceNode>): readonly string[] {
  return [...sections.keys()].filter((id) => id !== undefined)
}

/** Without the order, so that a pack that extends this one adds sections as usual. */
function ordered(
  entries: ReadonlyMap<string, MappingEntry>,
  sections: MappingEntry,
): ReadonlyMap<string, MappingEntry> {
  return new Map([...entries, ['sections', sections] as const].filter(([key]) => key !== 'order'))
}
