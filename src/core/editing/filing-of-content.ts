import type { Document, Paragraph } from '../document/document.js'
import { DomainError } from '../errors.js'
import type { Filing, Form } from '../filing/filing.js'
import { readNarrative } from '../narrative/read-narrative.js'
import type { Pack } from '../pack/pack.js'
import { factsOfForms } from '../recognise/facts-of-form.js'
import { onceFor } from '../remember.js'
import type { FilingContent, ReportParagraph } from './content.js'
import { type FormOnPaper, putOnPaper } from './form-on-paper.js'

/**
 * The filing that a content is: its forms with the places of their paper, table 1 the first form; its report, whose
 * n-th paragraph is `paragraph n`. Only what was filled in; see `checkContent` for computed cells.
 *
 * @throws DomainError FILING_WRONG when it names a pack or field that is not known
 */
export function filingOfContent(content: FilingContent, packs: readonly Pack[]): Filing {
  return filingOf(
    content,
    formsOnPaper(content, packs).map(({ form }) => form),
    packs,
  )
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

/** A filing of these forms and a content's report. */
export function filingOf(
  { unit, budgetYear, report }: FilingContent,
  forms: readonly Form[],
  packs: readonly Pack[],
): Filing {
  const document = documentOf(report)
  const narrative = narrativeOf(document, budgetYear)
  return {
    unit: unit === '' ? undefined : unit,
    budgetYear,
    document,
    forms,
    narrative,
    facts: [...factsOfForms(forms, packs, budgetYear), ...narrative.facts],
    unplaced: [],
  }
}

/** The words of a paragraph of the report. */
export function textOfParagraph({ runs }: ReportParagraph): string {
  return runs.map(({ text }) => text).join('')
}

const documentOf = onceFor(
  (report: readonly ReportParagraph[]): Document => ({
    blocks: report.map(
      (paragraph, index): Paragraph => ({
        kind: 'paragraph',
        index: index + 1,
        text: textOfParagraph(paragraph),
      }),
    ),
    notes: [],
  }),
)

const narrativesOf = onceFor((_document: Document) => new Map<number, ReturnType<typeof readNarrative>>())

function narrativeOf(document: Document, budgetYear: number): ReturnType<typeof readNarrative> {
  const known = narrativesOf(document).get(budgetYear)
  if (known !== undefined) return known
  const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph')
  const narrative = readNarrative(paragraphs, { budgetYear })
  narrativesOf(document).set(budgetYear, narrative)
  return narrative
}
