import type { Cell } from '../document/document.js'
import type { FieldValue } from '../filing/filing.js'
import { type FormBeingRead, takeValue } from './form-being-read.js'
import type { Grid } from './grid.js'
import type { RecognisedForm } from './recognise-form.js'

/**
 * A table no pack knows: every cell with a number becomes a field named after its place,
 * so that nothing is lost and sums and repeats can still be checked.
 */
export function recogniseUnknown(grid: Grid): RecognisedForm {
  const read: FormBeingRead = {
    grid,
    year: undefined,
    amountUnit: '万元',
    fields: {},
    lists: {},
    taken: new Set(),
  }
  const fields: Record<string, FieldValue> = {}
  for (const cell of grid.cells()) {
    if (/\d/.test(cell.text)) fields[fieldName(cell)] = takeValue(read, cell, 'text')
  }
  const form = {
    form: 'unknown',
    pack: 'any/table/2020',
    title: '未识别的表',
    titlePlace: undefined,
    table: grid.table.index,
    year: undefined,
    fields,
    lists: {},
    signature: undefined,
  }
  return { form, unplaced: [] }
}

function fieldName(cell: Cell): string {
  return `row${cell.row + 1}.column${cell.column + 1}`
}
