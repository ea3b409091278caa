import { compare, type Decimal, decimal, multiply, zero } from '../exact/decimal.js'
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

/** A number of a form: as printed, and what it can have been. Percentages are shares: 99.92% is 0.9992. */
export type FormNumber = Readonly<{ value: Decimal; interval: Interval }>

const hundredth = decimal('0.01')
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

/** The number in a cell; undefined for blanks, dashes and words. */
export function readNumber(
  cell: FieldValue | undefined,
  type: FieldType,
  amountUnit: string,
): FormNumber | undefined {
  if (cell?.stated.kind !== 'number') return undefined
  const { stated } = cell
  if (type === 'percent') return readShare(stated)
  if (type === 'amount') return readAmount(stated, cell.unit, amountUnit)
  if (stated.approximation !== undefined) return { value: stated.value, interval: intervalOf(stated) }
  return { value: stated.value, interval: type === 'area' ? printed(stated.value) : exactly(stated.value) }
}

function readAmount(
  stated: StatedNumber,
  unit: string | undefined,
  amountUnit: string,
): FormNumber | undefined {
  const value = unit === undefined ? stated.value : convert(stated.value, unit, amountUnit)
  if (value === undefined) return undefined
  if (unit === undefined || unit === amountUnit) return { value, interval: intervalOf(stated, amountUnit) }
  return {
    value,
    interval:
      stated.approximation === undefined ? printed(value) : intervalOf({ ...stated, value }, amountUnit),
  }
}

/** A number up to 1 without a percent sign is a share already, as spreadsheets print it. */
function readShare(stated: StatedNumber): FormNumber {
  const isShare =
    stated.unit === undefined && compare(stated.value, zero) > 0 && compare(stated.value, one) <= 0
  const value = isShare ? stated.value : multiply(stated.value, hundredth)
  if (stated.approximation === undefined) return { value, interval: printed(value) }
  return { value, interval: intervalOf({ ...stated, value }, '%') }
}
