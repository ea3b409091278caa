import { compare, type Decimal, decimal, zero } from '../exact/decimal.js'
import { exactly, type Interval, printed } from '../exact/interval.js'
import { intervalOf, type StatedNumber } from '../exact/stated.js'
import { convert } from '../exact/unit.js'
import type { FieldValue, Form, FormRow } from '../filing/filing.js'
import type { FieldType } from '../pack/layout.js'
import type { Reference } from './rule.js'

/** A form with the row or the group of rows in hand. */
export type Sight = Readonly<{
  form: Form
  /** 金额单位 of the pack, to which other units are converted. */
  amountUnit: string
  row?: FormRow
  group?: readonly FormRow[]
}>

const one = decimal('1')

/** The cell that a rule names; undefined when the form does not have it. */
export function findCell(reference: Reference, sight: Sight): FieldValue | undefined {
  if (reference.kind === 'field') return sight.form.fields[reference.id]
  if (sight.group !== undefined && reference.list === 'dimensions')
    return findHeading(sight, reference.column)
  return sight.row?.[reference.column]
}

function findHeading({ form, group }: Sight, column: string): FieldValue | undefined {
  const name = group?.[0]?.dimension?.text
  return form.lists.dimensions?.find((row) => row.name?.text === name)?.[column]
}

/** The number in a cell as printed; undefined for blanks, dashes and words. 99.92% is the share 0.9992. */
export function readNumber(
  cell: FieldValue | undefined,
  type: FieldType,
  amountUnit: string,
): Decimal | undefined {
  if (cell?.stated.kind !== 'number') return undefined
  if (type === 'percent') return readShare(cell.stated)
  const { value } = cell.stated
  return type === 'amount' && cell.unit !== undefined ? convert(value, cell.unit, amountUnit) : value
}

/** A number up to 1 without a percent sign is a share already, as spreadsheets print it. */
function readShare({ value, unit }: StatedNumber): Decimal {
  const isShare = unit === undefined && compare(value, zero) > 0 && compare(value, one) <= 0
  return isShare ? value : { digits: value.digits, scale: value.scale + 2 }
}

/** What the number in a cell can have been before it was rounded; undefined when {@link readNumber} is. */
export function readInterval(
  cell: FieldValue | undefined,
  type: FieldType,
  amountUnit: string,
): Interval | undefined {
  const value = readNumber(cell, type, amountUnit)
  if (value === undefined || cell?.stated.kind !== 'number') return undefined
  if (cell.stated.approximation !== undefined) return intervalOf({ ...cell.stated, value })
  if (type === 'percent' || type === 'area') return printed(value)
  if (type !== 'amount') return exactly(value)
  const isConverted = cell.unit !== undefined && cell.unit !== amountUnit
  return isConverted ? printed(value) : intervalOf(cell.stated, amountUnit)
}
