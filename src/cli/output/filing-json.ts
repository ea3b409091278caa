import type { Block, Cell, Paragraph, Place, Table } from '../../core/document/document.js'
import { toText } from '../../core/exact/decimal.js'
import type { Fact } from '../../core/filing/fact.js'
import type { FieldValue, Filing, Form, FormRow } from '../../core/filing/filing.js'

/**
 * `hengxiao.filing/1`: the forms, facts and unplaced cells that were recognised, and the document they were read
 * from, so that `parseFiling` can rebuild the filing. Numbers are decimal strings.
 */
export function filingAsJson(filing: Filing): string {
  const { unit, budgetYear, document, forms, narrative, facts, unplaced } = filing
  const json = {
    schema: 'hengxiao.filing/1',
    unit: unit ?? null,
    budgetYear: budgetYear ?? null,
    forms: forms.map(formAsJson),
    sections: narrative.sections.map(({ number, title, level }) => ({ number, title, level })),
    facts: facts.map(factAsJson),
    unplaced: unplaced.map(placeAsJson),
    notes: document.notes,
    blocks: document.blocks.map(blockAsJson),
  }
  return `${JSON.stringify(json)}\n`
}

function formAsJson({ form, pack, title, titlePlace, table, year, fields, lists, signature }: Form): object {
  return {
    form,
    pack,
    title,
    titlePlace: titlePlace && placeAsJson(titlePlace),
    part: `table ${table}`,
    year,
    fields: mapValues(fields, valueAsJson),
    lists: mapValues(lists, (rows) => rows.map(rowAsJson)),
    signature: signature?.text,
    signaturePart: signature && `paragraph ${signature.index}`,
  }
}

function blockAsJson(block: Block): object {
  return block.kind === 'table' ? { table: tableAsJson(block) } : paragraphAsJson(block)
}

function paragraphAsJson({ text, line }: Paragraph): object {
  return { paragraph: text, line }
}

function tableAsJson({ rows, columns, cells }: Table): object {
  return { rows, columns, cells: cells.map(cellAsJson) }
}

/** Spans of one are left out. */
function cellAsJson({ row, column, rowSpan, columnSpan, text, line, lines }: Cell): object {
  const span = {
    rowSpan: rowSpan === 1 ? undefined : rowSpan,
    columnSpan: columnSpan === 1 ? undefined : columnSpan,
  }
  return { row, column, ...span, text, line, lines }
}

function rowAsJson(row: FormRow): object {
  return mapValues(row, valueAsJson)
}

/** `value` only when the cell states a number. */
function valueAsJson({ text, stated, unit, place }: FieldValue): object {
  const value = stated.kind === 'number' ? toText(stated.value) : undefined
  return { text, kind: stated.kind, value, unit, place: placeAsJson(place) }
}

function factAsJson({ stated, place, ...fact }: Fact): object {
  return { ...fact, value: toText(stated.value), place: placeAsJson(place) }
}

function placeAsJson({ part, row, column, line, quote }: Place): object {
  return { part, row, column, line, quote }
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
