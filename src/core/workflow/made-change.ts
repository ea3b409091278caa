import type { CellKey, ContentChange } from '../editing/content.js'

/** What one change did, as the trail keeps it. `change` is left out where the rest says it all: a cell's new text. */
export type MadeChange = Readonly<{
  cell: CellKey
  /** 绩效指标·演出场次·实际完成值, as it was called when it was changed. */
  label: string
  from: string
  to: string
  change?: Exclude<ContentChange, { kind: 'cell' }>
}>

/** The step of editing that a kept change was. */
export function changeOf({ change, cell, from, to }: MadeChange): ContentChange {
  return change ?? { kind: 'cell', cell, from, to }
}

/** Changes out of an event's data; what is none is left out. Written by our own saves. */
export function parseMadeChanges(data: Readonly<Record<string, unknown>>): readonly MadeChange[] {
  const { made } = data
  return Array.isArray(made) ? made.filter(isMadeChange) : []
}

function isMadeChange(given: unknown): given is MadeChange {
  return typeof given === 'object' && given !== null && 'cell' in given && 'label' in given
}
