import type { Place } from '../document/document.js'
import { didYouMean } from '../errors/closest.js'
import { parseStated } from '../exact/stated.js'
import type { FieldValue, Form, FormRow } from '../filing/filing.js'
import type { Vocabulary } from '../language/vocabulary.js'
import type { Column, FieldType } from '../pack/layout.js'
import type { Pack } from '../pack/pack.js'
import { type PackProblem, problemAt, type SourceNode } from '../pack-source/source.js'

/** A form as a case gives it: `{ 年度资金总额.全年预算数: '100.00', 指标: [{ 三级指标: …, 分值: '10' }] }`. */
export type CaseForm = Readonly<{ form: Form; problems: readonly PackProblem[] }>

type CaseContext = Readonly<{ pack: Pack; problems: PackProblem[] }>

/** Fills a form from a case; names that the form does not have are problems with their places. */
export function parseCaseForm(given: SourceNode, pack: Pack, vocabulary: Vocabulary): CaseForm {
  const problems: PackProblem[] = []
  const context: CaseContext = { pack, problems }
  const fields: Record<string, FieldValue> = {}
  const lists: Record<string, readonly FormRow[]> = {}
  if (given.kind !== 'mapping') problems.push(problemAt(given.at, 'given 里要写若干“名称: 值”。'))
  else
    for (const [name, { keyAt, value }] of given.entries) {
      const list = vocabulary.lists.get(name)
      const columns = name === '一级指标' ? dimensionColumns : list?.columns
      if (value.kind === 'list' && columns !== undefined)
        lists[list?.id ?? 'dimensions'] = value.items.map((item) => parseRow(item, columns, context))
      else {
        const field = findField(name, vocabulary)
        if (field === undefined)
          problems.push(problemAt(keyAt, `表里没有“${name}”这一格${didYouMean(name, vocabulary.names)}`))
        else fields[field.id] = fieldValue(value, field, context)
      }
    }
  return { form: formOf(pack, fields, lists), problems }
}

const dimensionColumns: readonly Column[] = [
  { id: 'name', name: '一级指标', labels: [], type: 'text', required: false },
  { id: 'weight', name: '表头分值', labels: [], type: 'weight', required: false },
]

function formOf(pack: Pack, fields: Form['fields'], lists: Form['lists']): Form {
  return {
    form: pack.form,
    pack: pack.id,
    title: pack.title,
    titlePlace: undefined,
    table: 1,
    year: pack.years[0],
    fields,
    lists,
    signature: undefined,
  }
}

/** `年度资金总额.全年预算数`, `全年预算数`, `总分.得分`. */
function findField(
  name: string,
  { singles, rows, fieldsById }: Vocabulary,
): { id: string; type: FieldType } | undefined {
  const single = singles.get(name)
  if (single !== undefined) return single
  const [rowName = '', columnName = ''] = name.split('.')
  const found = rows.get(rowName)
  const column = found?.grid.columns.find((candidate) => candidate.name === columnName)
  return found && column && fieldsById.get(`${found.row.id}.${column.id}`)
}

function parseRow(node: SourceNode, columns: readonly Column[], context: CaseContext): FormRow {
  const row: Record<string, FieldValue> = {}
  if (node.kind !== 'mapping') {
    context.problems.push(problemAt(node.at, '列表的每一行要写若干“栏名: 值”。'))
    return row
  }
  for (const [name, { keyAt, value }] of node.entries) {
    const column = columns.find((candidate) => candidate.name === name)
    if (column !== undefined) row[column.id] = fieldValue(value, column, context)
    else {
      const known = columns.map((candidate) => candidate.name)
      context.problems.push(problemAt(keyAt, `这个列表里没有“${name}”这一栏${didYouMean(name, known)}`))
    }
  }
  return row
}

function fieldValue(node: SourceNode, { type }: { type: FieldType }, context: CaseContext): FieldValue {
  if (node.kind !== 'scalar' || (typeof node.value !== 'string' && node.value !== null))
    context.problems.push(problemAt(node.at, "值要加引号，照表上印的写，如 '99.92%'；空格写 ''。"))
  const text = node.kind === 'scalar' ? String(node.value ?? '') : ''
  const stated = parseStated(text)
  const printed = stated.kind === 'number' ? stated.unit : undefined
  const implied = type === 'amount' ? context.pack.amounts.unit : type === 'percent' ? '%' : undefined
  const place: Place = { part: 'table 1', quote: text, line: node.at.line }
  return { text, stated, unit: printed ?? implied, place }
}
