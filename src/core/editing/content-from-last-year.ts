import type { FieldType } from '../pack/layout.js'
import type { Pack } from '../pack/pack.js'
import { type FieldInfo, fieldsOf } from '../paper/field-types.js'
import { blankForm } from './blank-content.js'
import type { FilingContent, FormContent, ListRow } from './content.js'
import { getPack } from './filing-of-content.js'

/** What this year's filing is made with. */
export type ThisYear = Readonly<{ packs: readonly Pack[]; year: number; packIds: readonly string[] }>

/**
 * This year's content begun from last year's: names, goals, targets, weights and the words that say what is measured
 * are kept; amounts, actual values, scores, reasons and the report are left to be filled in. Last year's final
 * accounts stand in the column of the year before.
 *
 * @throws DomainError FILING_WRONG when a pack is not known
 */
export function contentFromLastYear(last: FilingContent, { packs, year, packIds }: ThisYear): FilingContent {
  const left = [...last.forms]
  const forms = packIds.map((packId, index) => {
    const pack = getPack(packId, packs)
    const at = left.findIndex((form) => kindOf(form, packs) === pack.form)
    const [before] = at === -1 ? [] : left.splice(at, 1)
    const blank = blankForm(pack, { id: `f${index + 1}`, unit: last.unit })
    return before === undefined ? blank : continued(before, blank, pack)
  })
  return { unit: last.unit, budgetYear: year, forms, report: [] }
}

function kindOf({ pack: id }: FormContent, packs: readonly Pack[]): string | undefined {
  return packs.find((pack) => pack.id === id)?.form
}

function continued(before: FormContent, blank: FormContent, pack: Pack): FormContent {
  const { singles, lists } = fieldsOf(pack)
  const kept = Object.entries(before.lists).flatMap(([list, rows]): [string, readonly ListRow[]][] => {
    const columns = lists.get(list)
    if (columns === undefined || rows.length === 0) return []
    return [[list, rows.map(({ id, cells }) => ({ id, cells: keptTexts(cells, columns) }))]]
  })
  return {
    ...blank,
    fields: { ...blank.fields, ...keptTexts(before.fields, singles) },
    lists: { ...blank.lists, ...Object.fromEntries(kept) },
  }
}

/** Words that speak of what happened in the year itself. */
const ofTheYear =
  /^(?:actual|actualAccomplishment|adjustedTarget|initialTarget|reason|completion|grade|economyMeasures|otherMatters)$/

const keptTypes: ReadonlySet<FieldType> = new Set(['text', 'target', 'weight', 'date'])

function keptTexts(
  texts: Readonly<Record<string, string>>,
  known: ReadonlyMap<string, FieldInfo>,
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [key, text] of Object.entries(texts)) {
    const info = known.get(key)
    if (info !== undefined && keptTypes.has(info.type) && !ofTheYear.test(key) && !key.startsWith('total.'))
      kept[key] = text
    const before = priorKey(key)
    if (before !== undefined && known.has(before)) kept[before] = text
  }
  return kept
}

/** `projectExpenditure.final` of last year is `projectExpenditure.priorFinal` of this one. */
function priorKey(key: string): string | undefined {
  if (key === 'final') return 'priorFinal'
  return key.endsWith('.final') ? `${key.slice(0, -'final'.length)}priorFinal` : undefined
}
