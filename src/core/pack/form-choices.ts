import type { Pack } from './pack.js'

/** Kinds of form that a unit begins a self-evaluation with. Others, such as 基础数据表, come along. */
export const startKinds = [
  'departmentSelfEvaluation',
  'projectSelfEvaluation',
  'transferSelfEvaluation',
] as const

export type StartKind = (typeof startKinds)[number]

/** What a choice depends on. `ownAreas`: first words of pack ids that are the region's own, the nearest first. */
export type ChoosingForms = Readonly<{ packs: readonly Pack[]; year: number; ownAreas: readonly string[] }>

/**
 * 可选的表: of every area's form of a kind the newest edition that is not later than the year. The region's own stand
 * first, then 中央's, then the general ones, then those of other regions; the department's form before the project's.
 */
export function listFormChoices({ packs, year, ownAreas }: ChoosingForms): readonly Pack[] {
  const order = [...ownAreas, 'central', 'any']
  const place = (pack: Pack) => {
    const at = order.indexOf(areaOf(pack.id))
    return at === -1 ? order.length : at
  }
  return startKinds.flatMap((kind) => {
    const ofKind = packs.filter(({ form, years }) => form === kind && isInForce(years, year))
    const newest = ofKind.filter(
      (pack) => !ofKind.some((other) => areaOf(other.id) === areaOf(pack.id) && isNewer(other, pack)),
    )
    return newest.toSorted((left, right) => place(left) - place(right) || (left.id < right.id ? -1 : 1))
  })
}

export function isStartKind(form: string): form is StartKind {
  return startKinds.some((kind) => kind === form)
}

/** Ids of the forms that are filled in together with this one, itself last: a region's 基础数据表 before the department's form. */
export function withCompanions(
  packId: string,
  { packs, year }: Pick<ChoosingForms, 'packs' | 'year'>,
): readonly string[] {
  const pack = packs.find(({ id }) => id === packId)
  if (pack?.form !== 'departmentSelfEvaluation') return [packId]
  for (const area of new Set(pack.lineage.map(areaOf))) {
    if (area === 'any' || area === 'central') break
    const [newest] = packs
      .filter(({ id, form, years }) => form === 'baseData' && areaOf(id) === area && isInForce(years, year))
      .toSorted((left, right) => (isNewer(left, right) ? -1 : 1))
    if (newest !== undefined) return [newest.id, packId]
  }
  return [packId]
}

/** First word of a pack's id: whose form it is. */
export function areaOf(packId: string): string {
  return packId.split('/')[0] ?? ''
}

const areaNames: ReadonlyMap<string, string> = new Map([
  ['central', '中央'],
  ['any', '通用'],
  ['hunan', '湖南'],
  ['shanxi', '山西'],
  ['yunnan', '云南'],
])

/** Whose form it is, in words; 本地 for areas that do not ship. */
export function nameOfArea(area: string): string {
  return areaNames.get(area) ?? '本地'
}

/** Areas whose name a region's own name contains: 湖南省云溪县 has 湖南's forms. */
export function areasNamedIn(regionName: string): readonly string[] {
  return [...areaNames].filter(([, name]) => regionName.includes(name)).map(([area]) => area)
}

function isInForce([first = 0]: readonly number[], year: number): boolean {
  return first <= year
}

function isNewer(left: Pack, right: Pack): boolean {
  const [from = 0] = left.years
  const [than = 0] = right.years
  return from > than || (from === than && left.id > right.id)
}
