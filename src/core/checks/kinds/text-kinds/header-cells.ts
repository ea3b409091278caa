import { type Cell, type Place, placeInTable, type Table } from '../../../document/document.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { tablesOf } from './pieces.js'
import { gathered } from './verdicts.js'

/** 表头必填格: the cell to the right of 主管部门, 实施单位, 项目名称 … must not be empty. */
export const headerCells: CheckKind = (filing, definition) => {
  const labels = new Set(wordsOf(definition, 'labels'))
  return tablesOf(filing).flatMap((table) => headerOutcome(table, labels))
}

function headerOutcome(table: Table, labels: ReadonlySet<string>): readonly Outcome[] {
  const all = table.cells.filter((cell) => labels.has(bareLabel(cell.text)))
  const headers = all.filter((label) => !all.some((other) => isBeside(label, other)))
  if (headers.length === 0) return []
  const empty = headers.filter((label) => valueOf(table, label)?.text.trim() === '')
  const names = empty.map(({ text }) => `“${text.replace(/\s/g, '')}”`)
  const places: Place[] = empty.flatMap((label) =>
    [label, valueOf(table, label) ?? label].map((cell) => placeInTable(table, cell)),
  )
  return gathered(places, () => `表头的${names.join('、')}没有填。请填写全称。`)
}

/** Two labels side by side head columns: their values stand below. */
function isBeside(label: Cell, other: Cell): boolean {
  const [left, right] = label.column < other.column ? [label, other] : [other, label]
  return left.row === right.row && left.column + left.columnSpan === right.column
}

function valueOf(table: Table, label: Cell): Cell | undefined {
  return table.cells.find(
    ({ row, column }) => row === label.row && column === label.column + label.columnSpan,
  )
}

function bareLabel(text: string): string {
  return text.replace(/[\s:：]/g, '').replace(/[（(](?:盖章|公章|全称)[）)]$/, '')
}
