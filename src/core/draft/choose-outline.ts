import { bareWords } from '../exact/normalise.js'
import type { Filing } from '../filing/filing.js'
import type { Pack } from '../pack/pack.js'

/** Kinds of forms whose pack gives the outline, the whole unit's before those of one project. */
const leading = [
  'departmentSelfEvaluation',
  'indicatorTable',
  'transferSelfEvaluation',
  'projectSelfEvaluation',
] as const

/**
 * The pack whose report.yaml gives the outline: of the filing's leading form, else the country's for this kind of
 * form; of a report without forms the one whose headings it bears. Undefined when no pack has an outline for it.
 */
export function chooseOutline(filing: Filing, packs: readonly Pack[]): Pack | undefined {
  const withReport = packs.filter(({ report }) => report !== undefined)
  for (const kind of leading) {
    const form = filing.forms.find((candidate) => candidate.form === kind)
    if (form === undefined) continue
    const found =
      withReport.find(({ id }) => id === form.pack) ??
      withReport.find((pack) => pack.form === kind && pack.id.startsWith('central/'))
    if (found !== undefined) return found
  }
  return nearestOutline(filing, withReport)
}

function nearestOutline({ narrative }: Filing, packs: readonly Pack[]): Pack | undefined {
  const printed = new Set(narrative.sections.map(({ title }) => bareWords(title)))
  const title = bareWords(narrative.title?.quote ?? '')
  let best: Pack | undefined
  let most = 0
  for (const pack of packs) {
    const sections = pack.report?.sections ?? []
    const shared = sections.filter((section) =>
      [section.title, ...section.labels].some((words) => printed.has(bareWords(words))),
    ).length
    const points = shared * 2 + (title.endsWith(bareWords(pack.report?.title ?? '')) ? 1 : 0)
    if (shared === 0 || points < most || (points === most && pack.id.startsWith('any/'))) continue
    if (points > most || best?.id.startsWith('any/') === true) best = pack
    most = points
  }
  return best
}
