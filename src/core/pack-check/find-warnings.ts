import {
  entryOf,
  findText,
  itemsOf,
  nodesWithId,
  type PackProblem,
  problemAt,
} from '../pack-source/source.js'
import { fieldsWithoutCell } from '../paper/fields-without-cell.js'
import { findIdle } from './find-idle.js'
import { findUnfailing } from './find-unfailing.js'
import type { PackInHand } from './pack-in-hand.js'

/** What is not wrong in a pack's own files and yet does nothing, or not what its writer may think. */
export function findWarnings(hand: PackInHand): readonly PackProblem[] {
  return [...findReplacedSigns(hand), ...findUnprinted(hand), ...findIdle(hand), ...findUnfailing(hand)]
}

const shownSigns = 3

/** `signs` are not added to the inherited ones: a form that bears only those is not recognised any more. */
function findReplacedSigns({ pack, own, base }: PackInHand): readonly PackProblem[] {
  const signs = entryOf(own.pack, 'signs')
  const lost = base?.signs.filter((sign) => !pack.signs.includes(sign)) ?? []
  if (signs === undefined || lost.length === 0 || entryOf(own.pack, 'replaces') !== undefined) return []
  const some = lost.slice(0, shownSigns).map((sign) => `“${sign}”`)
  const words = some.join('、') + (lost.length > some.length ? `等 ${lost.length} 个` : '')
  return [
    problemAt(
      signs.at,
      `signs（标志词）替换了底本的：只印有${words}的表不再认作这张表。要保留的请一并写上；确要替换，加一行 replaces: [signs]。`,
    ),
  ]
}

/** Fields that the pack itself declares and its paper has no cell for. */
function findUnprinted({ pack, own }: PackInHand): readonly PackProblem[] {
  if (own.pack === undefined || pack.blocks.length === 0) return []
  if (pack.paper === undefined) return [problemAt(own.pack.at, '没有纸面（paper.yaml），这张表印不出来。')]
  return itemsOf(entryOf(own.pack, 'blocks')).flatMap((blockNode) => {
    const block = pack.blocks.find(({ id }) => id === findText(blockNode, 'id'))
    if (block === undefined) return []
    const missing = fieldsWithoutCell({ blocks: [block], groups: [], paper: pack.paper })
    const ids = new Set(missing.flatMap((field) => field.split('.')))
    return nodesWithId(blockNode).flatMap(([id, node]) =>
      node !== blockNode && ids.has(id) ? [problemAt(node.at, unprinted(findText(node, 'name') ?? id))] : [],
    )
  })
}

function unprinted(name: string): string {
  return `“${name}”在纸面（paper.yaml）上没有格子，填了也只能印在表的最下面。`
}
