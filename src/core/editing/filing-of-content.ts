import type { Paragraph, Table } from '../document/document.js'
import { DomainError } from '../errors/errors.js'
import type { Fact } from '../filing/fact.js'
import type { Filing } from '../filing/filing.js'
import type { Narrative } from '../filing/narrative.js'
import { readNarrative } from '../narrative/read-narrative.js'
import type { Pack } from '../pack/pack.js'
import type { PrintedForm } from '../paper/printed.js'
import { factsOfForms } from '../recognise/facts-of-form.js'
import { keepLast, onceFor } from '../remember.js'
import type { FilingContent, ReportParagraph } from './content.js'
import { type FormOnPaper, putOnPaper } from './form-on-paper.js'

/**
 * The filing that a content is: its forms with the places of their paper, table 1 the first form; its report, whose
 * n-th paragraph is `paragraph n`. Only what was filled in; see `checkContent` for computed cells.
 *
 * @throws DomainError FILING_WRONG when it names a pack or field that is not known
 */
export function filingOfContent(content: FilingContent, packs: readonly Pack[]): Filing {
  return filingOf(content, formsOnPaper(content, packs), packs)
}

/** The forms of a content on their papers, in their order. @throws DomainError FILING_WRONG */
export function formsOnPaper(
  { forms, budgetYear }: FilingContent,
  packs: readonly Pack[],
): readonly FormOnPaper[] {
  return forms.map((form, index) => putOnPaper(form, getPack(form.pack, packs), { index, year: budgetYear }))
}

/** A pack by its id. @throws DomainError FILING_WRONG when it is not among the packs */
export function getPack(id: string, packs: readonly Pack[]): Pack {
  const pack = packs.find((one) => one.id === id)
  if (pack === undefined) throw new DomainError('FILING_WRONG', { where: id, problem: '没有这个模板包。' })
  return pack
}

/** A filing of these forms and a content's report; its document has the paragraphs, then the forms as tables. */
export function filingOf(
  { unit, budgetYear, report }: FilingContent,
  onPaper: readonly FormOnPaper[],
  packs: readonly Pack[],
): Filing {
  const forms = onPaper.map(({ form }) => form)
  const paragraphs = paragraphsOf(report)
  const narrative = narrativeOf(paragraphs, budgetYear)
  return {
    unit: unit === '' ? undefined : unit,
    budgetYear,
    document: { blocks: [...paragraphs, ...onPaper.map(({ printed }) => tableOf(printed))], notes: [] },
    forms,
    narrative,
    facts: sameFacts(narrative, [...factsOfForms(forms, packs, budgetYear), ...narrative.facts]),
    unplaced: [],
  }
}

/** The words of a paragraph of the report. */
export function textOfParagraph({ runs }: ReportParagraph): string {
  return runs.map(({ text }) => text).join('')
}

const paragraphsOf = onceFor((report: readonly ReportParagraph[]): readonly Paragraph[] =>
  report.map((paragraph, at) =>
    keptParagraph(paragraph, [at], () => ({
      kind: 'paragraph',
      index: at + 1,
      text: textOfParagraph(paragraph),
    })),
  ),
)

const keptParagraph = keepLast<ReportParagraph, Paragraph>()

const tableOf = onceFor(
  ({ index, rows, widths, cells }: PrintedForm): Table => ({
    kind: 'table',
    index: index + 1,
    rows,
    columns: widths.length,
    cells: cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text,
    })),
  }),
)

const keptNarrative = keepLast<readonly Paragraph[], Narrative>()

function narrativeOf(paragraphs: readonly Paragraph[], budgetYear: number): Narrative {
  return keptNarrative(paragraphs, [budgetYear], () => readNarrative(paragraphs, { budgetYear }))
}

const lastFacts = onceFor((_of: Narrative): { facts: readonly Fact[] } => ({ facts: [] }))

/** The very facts of the last time while they say the same, so that nothing that rests on them is checked again. */
function sameFacts(narrative: Narrative, facts: readonly Fact[]): readonly Fact[] {
  const last = lastFacts(narrative)
  const isSame =
    facts.length === last.facts.length && facts.every((fact, at) => sameFact(fact, last.facts[at]))
  if (!isSame) last.facts = facts
  return last.facts
}

function sameFact(fact: Fact, other: Fact | undefined): boolean {
  if (fact === other) return true
  if (other === undefined) return false
  const { place, ...said } = fact
  const { place: otherPlace, ...otherSaid } = other
  return sameEntries(said, otherSaid) && sameEntries(place, otherPlace)
}

function sameEntries(left: object, right: object): boolean {
  const others = new Map<string, unknown>(Object.entries(right))
  const own = Object.entries(left)
  return own.length === others.size && own.every(([key, value]) => others.get(key) === value)
}
