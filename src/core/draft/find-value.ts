import { decimal } from '../exact/decimal.js'
import { compareRational, fromDecimal, rational } from '../exact/rational.js'
import type { FieldValue } from '../filing/filing.js'
import type { NameSyntax } from '../language/syntax.js'
import type { ListWords } from '../language/vocabulary.js'
import type { Column } from '../pack/layout.js'
import { referenceIn, withoutForm } from '../report-language/report-words.js'
import { findClosingDate, findTitledProject } from './closing-date.js'
import { type DraftNumber, type DraftValue, valueOfCell } from './draft-value.js'
import type { Here, Row } from './rows.js'
import { formsOfKind, packOfForm, type Sources, vocabularyOf } from './sources.js'

/** What the row in hand, the form in hand or another form states by this name; undefined when none does. */
export function statedValue(name: NameSyntax, sources: Sources, here: Here): DraftValue | undefined {
  const [first = ''] = name.parts
  const form = sources.report.forms.find((candidate) => candidate.name === first)
  if (form !== undefined) return valueInKind(withoutForm(name), form.id, sources)
  return here.row === undefined || !isNear(name, here.row, sources)
    ? valueInKind(name, sources.pack.form, sources)
    : findNear(name, here.row, sources)
}

/** What a word means in every report, such as 单位; `none` when it is no such word. */
export function builtInValue(word: string, sources: Sources, here: Here): DraftValue | undefined | 'none' {
  const { filing, prefix } = sources
  if (word === '单位') return textValue(filing.unit, `${prefix}unit`)
  if (word === '年度') return yearValue(filing.budgetYear, `${prefix}budgetYear`)
  if (word === '上年度')
    return yearValue(
      filing.budgetYear === undefined ? undefined : filing.budgetYear - 1,
      `computed.yearBefore(${prefix}budgetYear)`,
    )
  if (word === '等级') return gradeValue(sources)
  if (word === '报告日期') return textValue(findClosingDate(filing), `${prefix}closingDate`)
  if (word === '标题所写项目') return textValue(findTitledProject(filing), `${prefix}titledProject`)
  if (word !== '序号') return 'none'
  return here.ordinal === undefined ? undefined : yearValue(here.ordinal, 'computed.ordinal')
}

/** The grade that the stated total has by the pack's bounds; it is not stated on the forms. */
function gradeValue(sources: Sources): DraftValue | undefined {
  const { scoring } = sources.pack
  const total = findCell('total.score', sources)
  if (scoring === undefined || total?.kind !== 'number') return undefined
  const grade = scoring.grades.find(
    ({ from }) => compareRational(total.value, fromDecimal(decimal(from))) >= 0,
  )
  return grade && { kind: 'text', text: grade.name, field: `computed.gradeOf(${total.field})` }
}

/** A single cell of the outline's own form by its id. */
function findCell(id: string, sources: Sources): DraftValue | undefined {
  const name = vocabularyOf(sources.pack).fieldsById.get(id)?.name
  return name === undefined
    ? undefined
    : valueInKind(
        { kind: 'name', parts: [name], ofWhich: false, start: 0, end: 0 },
        sources.pack.form,
        sources,
      )
}

function textValue(text: string | undefined, field: string): DraftValue | undefined {
  return text === undefined ? undefined : { kind: 'text', text, field }
}

function yearValue(year: number | undefined, field: string): DraftNumber | undefined {
  if (year === undefined) return undefined
  return { kind: 'number', value: rational(BigInt(year)), scale: 0, text: String(year), field }
}

/** True when the row in hand, or the form in hand, has a cell of this name, even a blank one. */
function isNear(name: NameSyntax, { list, form }: Row, sources: Sources): boolean {
  if (list !== undefined) return name.parts.length === 1 && columnOf(name, list) !== undefined
  const pack = form === undefined ? undefined : packOfForm(sources, form)
  return pack !== undefined && referenceIn(name, vocabularyOf(pack)) !== undefined
}

function columnOf({ parts: [first] }: NameSyntax, list: ListWords): Column | undefined {
  return list.columns.find((column) => column.name === first)
}

function findNear(name: NameSyntax, row: Row, sources: Sources): DraftValue | undefined {
  const { list, form, cells, field } = row
  if (list === undefined) return form === undefined ? undefined : valueInForm(name, form, sources)
  const column = columnOf(name, list)
  if (column === undefined) return undefined
  return valueOfCell(cells[column.id], {
    type: column.type,
    unit:
      (form === undefined ? sources.pack : packOfForm(sources, form))?.amounts.unit ??
      sources.pack.amounts.unit,
    field: `${sources.prefix}${field}.${column.id}`,
  })
}

function valueInKind(name: NameSyntax, kind: string, sources: Sources): DraftValue | undefined {
  for (const index of formsOfKind(sources, kind)) {
    const value = valueInForm(name, index, sources)
    if (value !== undefined) return value
  }
  return undefined
}

function valueInForm(name: NameSyntax, index: number, sources: Sources): DraftValue | undefined {
  const pack = packOfForm(sources, index)
  const reference = pack && referenceIn(name, vocabularyOf(pack))
  if (pack === undefined || reference?.kind !== 'field') return undefined
  const cell: FieldValue | undefined = sources.filing.forms[index]?.fields[reference.id]
  return valueOfCell(cell, {
    type: reference.type,
    unit: pack.amounts.unit,
    field: `${sources.prefix}forms[${index}].${reference.id}`,
  })
}
