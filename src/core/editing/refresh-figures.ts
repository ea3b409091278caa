import { type DraftValue, valueOfCell } from '../draft/draft-value.js'
import { compare, type Decimal, parseDecimal } from '../exact/decimal.js'
import type { FieldValue } from '../filing/filing.js'
import type { Pack } from '../pack/pack.js'
import { fieldsOf } from '../paper/field-types.js'
import type { Run } from '../paper/printed.js'
import { onceFor } from '../remember.js'
import { type NamedCell, parseCellKey } from './cell-key.js'
import { type CheckedForm, checkForms } from './checked-form.js'
import type { CellKey, FilingContent, FormContent, ReportParagraph } from './content.js'
import { labelOfCell } from './label-of-cell.js'

/**
 * The content with every figure of its report saying what its cell says now, computed cells included; the same object
 * when all do already. A figure of equal value keeps its own digits. Where the cell is blank or gone, 〔请填写：…〕.
 *
 * @throws DomainError FILING_WRONG when the content names a pack or field that is not known
 */
export function refreshFigures(content: FilingContent, packs: readonly Pack[]): FilingContent {
  const forms = checkForms(content, packs)
  const present = (run: Run): Run => {
    if (run.field === undefined) return run
    const text = figureText(run.text, valueAt(content, forms, run.field)) ?? askFor(content, packs, run.field)
    return text === run.text ? run : { ...run, text }
  }
  const report = content.report.map((paragraph) => refreshParagraph(paragraph, present))
  return report.every((paragraph, index) => paragraph === content.report[index])
    ? content
    : { ...content, report }
}

function refreshParagraph(paragraph: ReportParagraph, present: (run: Run) => Run): ReportParagraph {
  const runs = paragraph.runs.map(present)
  return runs.every((run, index) => run === paragraph.runs[index]) ? paragraph : { ...paragraph, runs }
}

function askFor(content: FilingContent, packs: readonly Pack[], cell: CellKey): string {
  return `〔请填写：${labelOfCell(content, packs, cell)}〕`
}

/** What a cell says, as a sentence prints it; undefined when it says nothing. */
function valueAt(
  content: FilingContent,
  forms: readonly CheckedForm[],
  cell: CellKey,
): DraftValue | undefined {
  const named = parseCellKey(cell)
  if (named?.kind !== 'field' && named?.kind !== 'cell') return undefined
  const index = content.forms.findIndex(({ id }) => id === named.form)
  const [own, checked] = [content.forms[index], forms[index]]
  if (own === undefined || checked === undefined) return undefined
  const values = valuesOf(checked)
  if (!values.has(cell)) values.set(cell, sayingAt(named, own, { checked, cell }))
  return values.get(cell)
}

/** What the cells that figures repeat say, each found once for a form. */
const valuesOf = onceFor((_of: CheckedForm) => new Map<CellKey, DraftValue | undefined>())

type Figured = Extract<NamedCell, { kind: 'field' | 'cell' }>

function sayingAt(
  named: Figured,
  own: FormContent,
  { checked, cell }: Readonly<{ checked: CheckedForm; cell: CellKey }>,
): DraftValue | undefined {
  const { form, pack } = checked
  const { singles, lists } = fieldsOf(pack)
  if (named.kind === 'field')
    return sayingOf(form.fields[named.field], singles.get(named.field)?.type, { pack, cell })
  const row = own.lists[named.list]?.findIndex(({ id }) => id === named.row) ?? -1
  const value = form.lists[named.list]?.[row]?.[named.column]
  return sayingOf(value, lists.get(named.list)?.get(named.column)?.type, { pack, cell })
}

function sayingOf(
  value: FieldValue | undefined,
  type: Parameters<typeof valueOfCell>[1]['type'] | undefined,
  { pack, cell }: Readonly<{ pack: Pack; cell: CellKey }>,
): DraftValue | undefined {
  return valueOfCell(value, { type: type ?? 'text', unit: pack.amounts.unit, field: cell })
}

/** A figure bound without its percent sign stays so. */
function figureText(shown: string, value: DraftValue | undefined): string | undefined {
  if (value === undefined || value.kind === 'text') return value?.text
  const before = numberIn(shown)
  const now = numberIn(value.text)
  if (before !== undefined && now !== undefined && compare(before, now) === 0) return shown
  return before === undefined || shown.endsWith('%') ? value.text : value.text.replace(/%$/, '')
}

function numberIn(text: string): Decimal | undefined {
  return parseDecimal(text.replaceAll(',', '').replace(/%$/, ''))
}
