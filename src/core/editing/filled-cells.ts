import type { FieldValue, Form } from '../filing/filing.js'
import type { Block } from '../pack/layout.js'
import type { Pack } from '../pack/pack.js'
import { onceFor } from '../remember.js'
import { isSpareRow } from './compute-cells.js'

/** How many cells a form cannot do without, and how many of them say something. */
export type FilledCells = Readonly<{ filled: number; required: number }>

/**
 * Cells that a form cannot do without, as far as its paper has them: those that the pack requires, the goals, the
 * first row of every table of amounts, and of every indicator name, target, actual value, weight and score. Computed
 * cells count as filled in.
 */
export function countFilled(form: Form, pack: Pack): FilledCells {
  const values = [
    ...requiredFields(pack).flatMap((field) => form.fields[field] ?? []),
    ...(form.lists.indicators ?? [])
      .filter((row, index) => index === 0 || !isSpareRow(row))
      .flatMap((row) => indicatorColumns.flatMap((column) => row[column] ?? [])),
  ]
  return { filled: values.filter(isFilled).length, required: values.length }
}

const indicatorColumns = ['name', 'target', 'actual', 'weight', 'score']

function isFilled({ stated }: FieldValue): boolean {
  return stated.kind !== 'blank'
}

const requiredFields = onceFor(({ blocks }: Pack): readonly string[] => blocks.flatMap(fieldsIn))

function fieldsIn(block: Block): readonly string[] {
  switch (block.kind) {
    case 'pairs':
    case 'inline':
      return block.fields.flatMap(({ id, required }) => (required ? [id] : []))
    case 'goals':
      return [block.expected.id, block.actual.id]
    case 'grid': {
      const [first] = block.rows.filter(({ repeat }) => !repeat)
      return first === undefined ? [] : block.columns.map(({ id }) => `${first.id}.${id}`)
    }
    default:
      return []
  }
}
