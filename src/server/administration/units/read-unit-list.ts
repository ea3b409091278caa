import type { Document, Table } from '../../../core/document/document.js'
import { DomainError } from '../../../core/errors/errors.js'
import { headings, type ImportedRow } from './plan-import.js'

/**
 * The rows of an imported list: the first table whose first line has the headings, in any order.
 * @throws DomainError UNITS_NOT_READABLE
 */
export function readUnitList({ blocks }: Document): readonly ImportedRow[] {
  for (const block of blocks) {
    const rows = block.kind === 'table' ? rowsOf(block) : undefined
    if (rows !== undefined) return rows
  }
  throw new DomainError('UNITS_NOT_READABLE', { headings: Object.values(headings).join('、') })
}

function rowsOf(table: Table): readonly ImportedRow[] | undefined {
  const lines = new Map<number, Map<number, string>>()
  for (const { row, column, text } of table.cells) {
    const line = lines.get(row) ?? new Map<number, string>()
    lines.set(row, line.set(column, text.trim()))
  }
  const first = [...lines].find(([, line]) => [...line.values()].includes(headings.code))
  if (first === undefined) return undefined
  const [headRow, head] = first
  const columnOf = (heading: string) => [...head].find(([, text]) => text === heading)?.[0]
  const columns = {
    code: columnOf(headings.code),
    name: columnOf(headings.name),
    kind: columnOf(headings.kind),
    parent: columnOf(headings.parent),
  }
  if (Object.values(columns).includes(undefined)) return undefined
  return [...lines]
    .filter(([row, line]) => row > headRow && [...line.values()].some((text) => text !== ''))
    .map(([row, line]) => {
      const at = (column: number | undefined) => (column === undefined ? '' : (line.get(column) ?? ''))
      return {
        row: row + 1,
        code: at(columns.code),
        name: at(columns.name),
        kind: at(columns.kind),
        parent: at(columns.parent),
      }
    })
}
