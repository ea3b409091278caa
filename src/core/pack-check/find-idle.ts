import { didYouMean } from '../errors/closest.js'
import type { FactRule, Pack } from '../pack/pack.js'
import { weightKind } from '../pack-source/check-weights.js'
import {
  entryOf,
  findText,
  itemsOf,
  nodesWithId,
  type PackProblem,
  problemAt,
  type SourceNode,
} from '../pack-source/source.js'
import { fieldsOf } from '../paper/field-types.js'
import type { PackInHand } from './pack-in-hand.js'

/** What a pack's own files declare and nothing reads. */
export function findIdle(hand: PackInHand): readonly PackProblem[] {
  return [
    ...idleWithout(hand),
    ...idleWeights(hand),
    ...idleGroups(hand),
    ...idleFacts(hand),
    ...idleReferences(hand),
    ...idleScoring(hand),
    ...idleReportNames(hand),
  ]
}

function idleWithout({ own, inherited }: PackInHand): readonly PackProblem[] {
  return itemsOf(entryOf(own.pack, 'without')).flatMap((item) => {
    const id = item.kind === 'scalar' ? String(item.value) : ''
    return inherited.has(id)
      ? []
      : [problemAt(item.at, `底本里没有“${id}”，这里去掉的是空的${didYouMean(id, inherited)}`)]
  })
}

function idleWeights({ pack, own }: PackInHand): readonly PackProblem[] {
  const weights = entryOf(own.pack, 'weights')
  const check = itemsOf(own.checks).find((node) => findText(node, 'kind') === weightKind)
  const stated = entryOf(entryOf(check, 'parameters'), 'weights')
  const isRead = pack.checks.some(({ kind }) => kind === weightKind)
  return [
    ...(weights === undefined || isRead
      ? []
      : [problemAt(weights.at, `没有规则核对这里的权重（要有一条 kind: ${weightKind}）。`)]),
    ...(weights === undefined || stated === undefined
      ? []
      : [problemAt(stated.at, '这里的权重没有用：核对的是 pack.yaml 里的 weights。')]),
  ]
}

function idleGroups({ pack, own }: PackInHand): readonly PackProblem[] {
  const sentences = [...pack.checks.flatMap(({ sentence }) => sentence ?? []), JSON.stringify(pack.report)]
  return itemsOf(entryOf(own.pack, 'groups')).flatMap((node) => {
    const name = findText(node, 'name') ?? ''
    return sentences.some((sentence) => sentence?.includes(name))
      ? []
      : [problemAt(node.at, `没有一句规则或报告句子用到组“${name}”。`)]
  })
}

function idleFacts({ pack, own }: PackInHand): readonly PackProblem[] {
  const nodes = itemsOf(entryOf(own.pack, 'facts'))
  return pack.facts.flatMap((fact, index) => {
    const node = nodes[index]
    const unknown = node === undefined ? undefined : unknownIn(fact, pack)
    return node === undefined || unknown === undefined
      ? []
      : [problemAt(node.at, `这张表没有“${unknown}”这一栏，这一条取不到数。`)]
  })
}

function unknownIn({ field, list, subject }: FactRule, pack: Pack): string | undefined {
  const { singles, lists } = fieldsOf(pack)
  const known = list === undefined ? singles : lists.get(list)
  if (known === undefined) return list
  return [field, ...(subject === undefined ? [] : [subject])].find((id) => !known.has(id))
}

/** `partOf` and `after` that name no row or field. */
function idleReferences({ pack, own }: PackInHand): readonly PackProblem[] {
  const known = new Set(
    pack.blocks.flatMap((block) =>
      block.kind === 'grid'
        ? block.rows.map(({ id }) => id)
        : 'fields' in block
          ? block.fields.map(({ id }) => id)
          : [],
    ),
  )
  return nodesWithId(entryOf(own.pack, 'blocks')).flatMap(([, node]) =>
    ['partOf', 'after'].flatMap((key) => {
      const id = findText(node, key)
      const at = entryOf(node, key)?.at
      return id === undefined || at === undefined || known.has(id)
        ? []
        : [problemAt(at, `${key} 写的“${id}”不是这张表的行或栏${didYouMean(id, known)}`)]
    }),
  )
}

/** Cells that points are read from and that the form does not have: no points can be given. */
function idleScoring({ pack, own }: PackInHand): readonly PackProblem[] {
  const { singles } = fieldsOf(pack)
  const execution = entryOf(own.scoring, 'execution')
  const named: readonly (SourceNode | undefined)[] = [
    entryOf(own.scoring, 'total'),
    ...['weight', 'score', 'executed', 'budget'].map((key) => entryOf(execution, key)),
  ]
  return named.flatMap((node) =>
    node?.kind !== 'scalar' || singles.has(String(node.value))
      ? []
      : [
          problemAt(
            node.at,
            `这张表没有“${String(node.value)}”这一格${didYouMean(String(node.value), singles.keys())}`,
          ),
        ],
  )
}

/** Names that a report gives to quantities, parts of lists and other forms, and that none of its sentences uses. */
function idleReportNames({ pack, own }: PackInHand): readonly PackProblem[] {
  if (pack.report === undefined) return []
  const { heading, closing, sections, quantities, lists } = pack.report
  const words = JSON.stringify([
    heading,
    closing,
    sections,
    quantities.map(({ from }) => from),
    lists.map(withoutName),
  ])
  return ['forms', 'quantities', 'lists'].flatMap((key) =>
    itemsOf(entryOf(own.report, key)).flatMap((node) => {
      const name = findText(node, 'name') ?? ''
      return words.includes(name) ? [] : [problemAt(node.at, `报告里没有一句用到“${name}”。`)]
    }),
  )
}

function withoutName({ of, when }: Readonly<{ of: string; when: string | undefined }>): readonly unknown[] {
  return [of, when]
}
