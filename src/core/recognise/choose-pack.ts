import { bareWords } from '../exact/normalise.js'
import type { Block } from '../pack/layout.js'
import type { Pack } from '../pack/pack.js'
import { onceFor } from '../remember.js'
import type { Grid } from './grid.js'
import { isLabel, type Labelled, labelSet, labelWords } from './label.js'

/** A pack with how many of its labels stand in a table. */
export type Match = Readonly<{ pack: Pack; hits: number; signs: number }>

/**
 * The pack whose labels fit a part of a table best: the kind of form by its labels,
 * then the region by its signs, then the newest edition not later than the year.
 */
export function choosePack(grid: Grid, packs: readonly Pack[], year: number | undefined): Pack | undefined {
  const matches = matchPacks(packs, wordsIn(grid)).filter(fits)
  const best = [...matches].sort((left, right) => right.hits - left.hits || right.signs - left.signs)[0]
  if (best === undefined) return undefined
  const sisters = matches.filter(({ pack, hits }) => pack.form === best.pack.form && hits >= best.hits * 0.8)
  return [...sisters].sort((left, right) => rank(right, year) - rank(left, year))[0]?.pack
}

/** Every word of a table that may be a label or a sign. */
export function wordsIn(grid: Grid): ReadonlySet<string> {
  return new Set(grid.cells().flatMap(({ text }) => wordsOf(text)))
}

function wordsOf(text: string): string[] {
  if (text === '' || text.length > 80) return []
  const lines = text.split('\n').map((line) => line.split(/[:：]/)[0] ?? '')
  return [labelWords(text), labelWords(text.replace(/20\d\d年度?/g, '')), ...lines.map(labelWords)]
}

/** What the packs are known by: for each bare word the labels and signs that are printed so. */
type Index = ReadonlyMap<string, readonly Mark[]>
/** One label or sign of a pack; several words may stand for it, and it counts once. */
type Mark = Readonly<{ pack: Pack; isSign: boolean }>

/** Prepared once, because every table is held against every pack. */
const indexOf = onceFor((packs: readonly Pack[]): Index => {
  const index = new Map<string, Mark[]>()
  const add = (mark: Mark, words: readonly string[]): void => {
    for (const word of new Set(words)) index.set(word, [...(index.get(word) ?? []), mark])
  }
  for (const pack of packs) {
    for (const one of labelledIn(pack)) add({ pack, isSign: false }, [...labelSet(one)].map(withoutYear))
    for (const sign of pack.signs) add({ pack, isSign: true }, [labelWords(sign), bareWords(sign)])
  }
  return index
})

/** How much of each pack stands among the words of a table. */
export function matchPacks(packs: readonly Pack[], words: ReadonlySet<string>): readonly Match[] {
  const index = indexOf(packs)
  const found = new Set<Mark>()
  for (const word of words) for (const mark of index.get(word) ?? []) found.add(mark)
  const matches = new Map(packs.map((pack) => [pack, { pack, hits: 0, signs: 0 }]))
  for (const { pack, isSign } of found) {
    const match = matches.get(pack)
    if (match !== undefined) match[isSign ? 'signs' : 'hits'] += 1
  }
  return [...matches.values()]
}

function withoutYear(label: string): string {
  return label.replace(/^(?:本年|上年)年?/, '')
}

function fits({ pack, hits, signs }: Match): boolean {
  if (labelledIn(pack).length === 0) return false
  return hits >= fewestLabels(pack) && (pack.signs.length === 0 || signs > 0)
}

/** So many of its labels must stand in a table that is this form. */
export function fewestLabels(pack: Pack): number {
  return Math.min(4, Math.ceil(labelledIn(pack).length / 2))
}

/** The labels of a pack that are not among the words of a table. */
export function labelsNotIn(words: ReadonlySet<string>, pack: Pack): readonly string[] {
  return labelledIn(pack)
    .filter((one) => ![...labelSet(one)].some((label) => words.has(withoutYear(label))))
    .map(({ name }) => name)
}

/** Regional packs before general ones, then the edition in force. */
function rank({ pack, signs }: Match, year: number | undefined): number {
  const edition = pack.years[0] ?? 0
  const inForce = year === undefined || edition <= year
  return signs * 1_000_000 + (pack.signs.length > 0 ? 500_000 : 0) + (inForce ? 100_000 + edition : -edition)
}

/** Everything a pack labels, to count how much of a form is there. */
const labelledIn = onceFor(({ blocks }: Pack): readonly Labelled[] => blocks.flatMap(labelledInBlock))

function labelledInBlock(block: Block): readonly Labelled[] {
  switch (block.kind) {
    case 'pairs':
    case 'inline':
      return block.fields
    case 'grid':
      return [...block.rows.filter(({ repeat }) => !repeat), ...block.columns]
    case 'goals':
      return [block.expected, block.actual]
    case 'indicators':
    case 'list':
      return block.columns
  }
}

/** True when a row of a table begins a new form: its first cell is the first label of some pack. */
export function beginsForm(grid: Grid, row: number, packs: readonly Pack[]): boolean {
  const first = grid.startingIn(row)[0]
  if (first === undefined || first.column !== 0) return false
  return packs.some(({ blocks: [block] }) => {
    const label = block === undefined ? undefined : firstLabelled(block)
    return label !== undefined && isLabel(first.text, label)
  })
}

function firstLabelled(block: Block): Labelled | undefined {
  if (block.kind === 'grid') return block.rows[0]
  return block.kind === 'pairs' ? block.fields[0] : undefined
}
