import { bareWords } from '../exact/normalise.js'
import { valueOfCell } from './draft-value.js'
import { findRows } from './evaluate.js'
import type { Row } from './rows.js'
import type { Sources } from './sources.js'

/** The row of last year's filing that speaks of the same thing; undefined when there is none or more than one. */
export function priorRow(row: Row, sources: Sources, lastYear: Sources): Row | undefined {
  const name = nameOf(row, sources)
  if (name === undefined) return undefined
  const words = row.list === undefined ? formWord(row, sources) : listWord(row, sources)
  const found =
    words === undefined ? [] : findRows(words, lastYear).filter((one) => nameOf(one, lastYear) === name)
  return found.length === 1 ? found[0] : undefined
}

/** What a row is called, as printed without its number: an indicator, a project, a task. */
export function rowName({ cells, form, list }: Row, { filing }: Sources): string | undefined {
  const fields = form === undefined || list !== undefined ? undefined : filing.forms[form]?.fields
  const cell = cells.name ?? cells.task ?? cells.duty ?? fields?.projectName ?? fields?.unitName
  const value = cell && valueOfCell(cell, { type: 'text', unit: '', field: '' })
  return value?.text
}

function nameOf(row: Row, sources: Sources): string | undefined {
  const name = rowName(row, sources)
  return name === undefined ? undefined : bareWords(name)
}

function formWord({ form }: Row, { filing, report }: Sources): string | undefined {
  const kind = form === undefined ? undefined : filing.forms[form]?.form
  return report.forms.find(({ id }) => id === kind)?.name
}

function listWord(row: Row, sources: Sources): string | undefined {
  const word = formWord(row, sources)
  return word === undefined ? row.list?.name : `${word}.${row.list?.name}`
}
