import type { Place } from '../../core/document/document.js'
import { toText } from '../../core/exact/decimal.js'
import type { Fact } from '../../core/filing/fact.js'
import type { FieldValue, Filing, Form, FormRow } from '../../core/filing/filing.js'

/** `hengxiao.filing/1`: the forms, facts and unplaced cells that were recognised. Numbers are decimal strings. */
export function filingAsJson(filing: Filing): string {
  const { unit, budgetYear, forms, narrative, facts, unplaced } = filing
  const json = {
    schema: 'hengxiao.filing/1',
    unit: unit ?? null,
    budgetYear: budgetYear ?? null,
    forms: forms.map(formAsJson),
    sections: narrative.sections.map(({ number, title, level }) => ({ number, title, level })),
    facts: facts.map(factAsJson),
    unplaced: unplaced.map(placeAsJson),
  }
  return `${JSON.stringify(json)}\n`
}

function formAsJson({ form, pack, title, table, year, fields, lists, signature }: Form): object {
  return {
    form,
    pack,
    title,
    part: `table ${table}`,
    year,
    fields: mapValues(fields, valueAsJson),
    lists: mapValues(lists, (rows) => rows.map(rowAsJson)),
    signature: signature?.text,
  }
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
