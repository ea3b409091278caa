import type { ReportParagraph } from '../../core/editing/content.js'

type Report = readonly ReportParagraph[]

/** The report with one section drafted anew; `added`: how many paragraphs the draft brought in. */
export type Regenerated = Readonly<{ report: Report; added: number }>

/**
 * 重新生成本节: the section in which a paragraph stands. What the draft says too stays in the writer's words with the
 * draft's figures; what only the writer says stays; what only the draft says is put in where the draft has it.
 *
 * @returns undefined when the draft has no section of this heading
 */
export function regenerateSection(
  report: Report,
  draft: Report,
  { within, newId }: { within: string; newId: () => string },
): Regenerated | undefined {
  const mine = sectionAt(
    report,
    report.findIndex(({ id }) => id === within),
  )
  const heading = mine === undefined ? undefined : report[mine.from]
  if (mine === undefined || heading === undefined) return undefined
  const start = draft.findIndex(
    ({ style, runs }) => style === heading.style && sameHeading(runs, heading.runs),
  )
  const theirs = start === -1 ? undefined : sectionAt(draft, start)
  if (theirs === undefined) return undefined
  const merged = merge(report.slice(mine.from, mine.to), draft.slice(theirs.from, theirs.to), newId)
  return {
    report: [...report.slice(0, mine.from), ...merged, ...report.slice(mine.to)],
    added: merged.length - (mine.to - mine.from),
  }
}

/** From a heading of the first level to the next. */
function sectionAt(report: Report, index: number): Readonly<{ from: number; to: number }> | undefined {
  const from = report.findLastIndex(({ style }, at) => at <= index && style === 'heading1')
  if (index < 0 || from === -1) return undefined
  const next = report.findIndex(({ style }, at) => at > from && (style === 'heading1' || style === 'closing'))
  return { from, to: next === -1 ? report.length : next }
}

function merge(mine: Report, theirs: Report, newId: () => string): Report {
  const merged = [...mine]
  const taken = new Set<string>()
  let after = -1
  for (const drafted of theirs) {
    const at = merged.findIndex((one) => !taken.has(one.id) && isSame(one, drafted))
    const own = merged[at]
    if (own === undefined) {
      const id = newId()
      merged.splice(after + 1, 0, { ...drafted, id })
      taken.add(id)
      after += 1
    } else {
      taken.add(own.id)
      merged[at] = withFigures(own, drafted)
      after = at
    }
  }
  return merged
}

/** Same figures, or mostly the same words. */
function isSame(own: ReportParagraph, drafted: ReportParagraph): boolean {
  if (own.style !== drafted.style) return false
  const fields = fieldsOf(own)
  const theirs = fieldsOf(drafted)
  const both = [...theirs].filter((field) => fields.has(field)).length
  if (theirs.size > 0 && both * 2 >= theirs.size) return true
  return likeness(wordsOf(own), wordsOf(drafted)) >= 0.6
}

function withFigures(own: ReportParagraph, drafted: ReportParagraph): ReportParagraph {
  const figures = new Map(
    drafted.runs.flatMap(({ field, text }) => (field === undefined ? [] : [[field, text] as const])),
  )
  const runs = own.runs.map((run) =>
    run.field === undefined ? run : { ...run, text: figures.get(run.field) ?? run.text },
  )
  return { ...own, runs }
}

function fieldsOf({ runs }: ReportParagraph): ReadonlySet<string> {
  return new Set(runs.flatMap(({ field }) => field ?? []))
}

/** Share of pairs of neighbouring signs that two texts have in common, 0 to 1. */
function likeness(left: string, right: string): number {
  if (left === right) return 1
  const pairs = (text: string) => new Set(Array.from(text, (sign, at) => sign + (text[at + 1] ?? '')))
  const one = pairs(left)
  const other = pairs(right)
  const common = [...one].filter((pair) => other.has(pair)).length
  return (2 * common) / (one.size + other.size)
}

function wordsOf({ runs }: ReportParagraph): string {
  return runs.map(({ text, field }) => (field === undefined ? text : '')).join('')
}

function sameHeading(left: ReportParagraph['runs'], right: ReportParagraph['runs']): boolean {
  const bare = (runs: ReportParagraph['runs']) =>
    runs
      .map(({ text }) => text)
      .join('')
      .replace(/^[一二三四五六七八九十]+、|\s/g, '')
  return bare(left) === bare(right)
}
