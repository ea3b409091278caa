import type { Filing } from '../filing/filing.js'
import type { PrintedFiling, PrintedParagraph } from '../paper/printed.js'
import { parseCellKey } from './cell-key.js'
import { fieldOfCell } from './cell-of-field.js'
import type { CheckedForm } from './checked-form.js'
import type { CellKey, FilingContent, ReportParagraph } from './content.js'

/** A content as printed: the report in its styles, then the forms. */
export function printContent(
  content: FilingContent,
  forms: readonly CheckedForm[],
  { unit, budgetYear, narrative }: Filing,
): PrintedFiling {
  const paragraphs = content.report.map((paragraph) => printParagraph(paragraph, content))
  const year = budgetYear === undefined ? '' : `${budgetYear}年度`
  return {
    title: narrative.title?.quote ?? `${unit ?? ''}${year}绩效自评材料`,
    unit,
    budgetYear,
    blocks: [...paragraphs, ...forms.map(({ printed }) => printed)],
  }
}

function printParagraph({ style, runs }: ReportParagraph, content: FilingContent): PrintedParagraph {
  return {
    kind: 'paragraph',
    style,
    runs: runs.map(({ text, field }) => ({
      text,
      field: field === undefined ? undefined : printedField(content, field),
    })),
  }
}

/** A cell as the figures of a printed report name it, `forms[1].totalFunds.executedAmount`. */
function printedField({ forms }: FilingContent, cell: CellKey): string | undefined {
  const named = parseCellKey(cell)
  if (named?.kind !== 'field' && named?.kind !== 'cell') return undefined
  const index = forms.findIndex(({ id }) => id === named.form)
  const form = forms[index]
  if (form === undefined) return undefined
  const field = named.kind === 'field' ? named.field : fieldOfCell(form, named)
  return field && `forms[${index}].${field}`
}
