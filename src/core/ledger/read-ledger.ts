import type { Cell, Document, Table } from '../document/document.js'
import { placeInTable } from '../document/document.js'
import { toShortText } from '../exact/decimal.js'
import { bareWords } from '../exact/normalise.js'
import { parseStated } from '../exact/stated.js'
import { convert } from '../exact/unit.js'
import type { Stage } from '../filing/fact.js'
import { Grid } from '../recognise/grid.js'
import type { Ledger, LedgerFigure, LedgerRow, UnclearPart } from './ledger.js'
import { columnOf, type LedgerColumn, unitIn } from './ledger-columns.js'

const stages: readonly Stage[] = ['initialBudget', 'adjustedBudget', 'executedAmount']

/** A header stands among the first rows. */
const headerDepth = 12

type MoneyUnit = '元' | '万元'
type Header = Readonly<{
  row: number
  columns: ReadonlyMap<LedgerColumn, number>
  units: ReadonlyMap<number, MoneyUnit>
  unclear: readonly UnclearPart[]
}>

/**
 * 指标执行 export of 预算管理一体化 → amounts by unit and project. The header is found by its words, amounts are exact
 * and become 万元 only where the export says in which unit they are. What cannot be told is listed, never guessed.
 * Undefined when no table is such an export.
 */
export function readLedger(document: Document): Ledger | undefined {
  const above = wordsOutsideTables(document)
  const ledgers = document.blocks.flatMap((block) => {
    if (block.kind !== 'table') return []
    const grid = Grid.of(block)
    const header = findHeader(grid)
    return header === undefined ? [] : [readTable({ grid, table: block, header, above })]
  })
  if (ledgers.length === 0) return undefined
  return { rows: ledgers.flatMap(({ rows }) => rows), unclear: ledgers.flatMap(({ unclear }) => unclear) }
}

function wordsOutsideTables({ blocks }: Document): string {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n')
}

/** The first row that names a unit or project and at least one stage; headings may stand over two rows. */
function findHeader(grid: Grid): Header | undefined {
  return grid
    .rows()
    .slice(0, headerDepth)
    .map((row) => headerAt(grid, row))
    .find((header) => header !== undefined)
}

function headerAt(grid: Grid, row: number): Header | undefined {
  const named = new Map<LedgerColumn, Cell[]>()
  for (const cell of grid.across(row)) {
    const column = columnOf(cell.text)
    if (column !== undefined && cell.columnSpan === 1) named.set(column, [...(named.get(column) ?? []), cell])
  }
  const isHeader = (named.has('unit') || named.has('project')) && stages.some((stage) => named.has(stage))
  if (!isHeader) return undefined
  const columns = new Map<LedgerColumn, number>()
  const unclear: UnclearPart[] = []
  for (const [column, cells] of named) {
    const [first, ...others] = cells
    if (first === undefined) continue
    if (others.length > 0 && stages.some((stage) => stage === column))
      unclear.push(twice(grid.table, first, others))
    else columns.set(column, first.column)
  }
  const units = new Map<number, MoneyUnit>()
  for (const cell of grid.across(row)) {
    const unit = unitIn(cell.text)
    if (unit !== undefined) units.set(cell.column, unit)
  }
  return { row, columns, units, unclear }
}

function twice(table: Table, first: Cell, others: readonly Cell[]): UnclearPart {
  const names = [first, ...others].map(({ text }) => `“${text.trim()}”`).join('、')
  return {
    place: placeInTable(table, first),
    because: `有几栏都像同一种数：${names}。请只留一栏，或手工填写这一项。`,
  }
}

type HeadedTable = Readonly<{ grid: Grid; table: Table; header: Header; above: string }>

function readTable(headed: HeadedTable): Ledger {
  const { grid, header } = headed
  const unclear: UnclearPart[] = [...header.unclear]
  const unit = unitOfTable(headed)
  if (unit === undefined && header.units.size === 0) {
    const [first] = grid.startingIn(header.row)
    if (first !== undefined)
      unclear.push({
        place: placeInTable(headed.table, first),
        because:
          '没有写明金额单位是元还是万元，所以一个数也没有取用。请在表头写上“单位：元”或“单位：万元”再导入。',
      })
    return { rows: [], unclear }
  }
  const rows: LedgerRow[] = []
  let lastUnit: string | undefined
  for (const row of grid.rows().filter((one) => one > header.row)) {
    const read = readRow(headed, { row, unit, lastUnit, unclear })
    if (read === undefined) continue
    if (read.kind === 'entry') lastUnit = read.unit
    rows.push(read)
  }
  return { rows, unclear }
}

function unitOfTable({ grid, header, above }: HeadedTable): MoneyUnit | undefined {
  const inTable = grid
    .rows()
    .filter((row) => row < header.row)
    .flatMap((row) => grid.startingIn(row).map(({ text }) => unitIn(text)))
    .find((unit) => unit !== undefined)
  return inTable ?? unitIn(above)
}

type RowReading = Readonly<{
  row: number
  unit: MoneyUnit | undefined
  lastUnit: string | undefined
  unclear: UnclearPart[]
}>

function readRow(headed: HeadedTable, { row, unit, lastUnit, unclear }: RowReading): LedgerRow | undefined {
  const { columns } = headed.header
  const textOf = (column: LedgerColumn) => textAt(headed, row, columns.get(column))
  const [ownUnit, project] = [textOf('unit'), textOf('project')]
  const figures = stages.flatMap((stage) => readFigure(headed, { row, stage, unit, unclear }) ?? [])
  if (figures.length === 0) return undefined
  const category = categoryOf(textOf('category'))
  const base = { projectCode: textOf('projectCode'), category, figures }
  if (isTotal(ownUnit) || (ownUnit === undefined && isTotal(project) && !isSubtotal(project)))
    return { ...base, kind: 'grandTotal', unit: undefined, project: undefined }
  const named = unitWithoutTotal(ownUnit) ?? lastUnit
  const isSum = isTotal(project) || (ownUnit !== undefined && /小计|合计$/.test(ownUnit))
  return { ...base, kind: isSum ? 'unitTotal' : 'entry', unit: named, project: isSum ? undefined : project }
}

function textAt({ grid }: HeadedTable, row: number, column: number | undefined): string | undefined {
  const text = column === undefined ? undefined : grid.at(row, column)?.text.replace(/\s+/g, '')
  return text === '' ? undefined : text
}

/** `[439901002]云溪县农村供水站` and `439901002-云溪县农村供水站` are the unit's name with its code. */
function unitWithoutTotal(text: string | undefined): string | undefined {
  return text?.replace(/^[[【(（]?\d{3,}[\]】)）]?[-－—]?/, '').replace(/(?:小计|合计)$/, '')
}

function isTotal(text: string | undefined): boolean {
  return text !== undefined && /^(?:合计|总计|小计|累计|单位合计|单位小计)$/.test(bareWords(text))
}

function isSubtotal(text: string | undefined): boolean {
  return text !== undefined && /小计/.test(text)
}

function categoryOf(text: string | undefined): LedgerRow['category'] {
  if (text === undefined) return undefined
  if (/特定目标|其他运转|项目支出/.test(text)) return 'projectExpenditure'
  return /人员|公用|基本支出/.test(text) ? 'basicExpenditure' : undefined
}

type FigureReading = Readonly<{
  row: number
  stage: Stage
  unit: MoneyUnit | undefined
  unclear: UnclearPart[]
}>

function readFigure(
  headed: HeadedTable,
  { row, stage, unit, unclear }: FigureReading,
): LedgerFigure | undefined {
  const { grid, table, header } = headed
  const column = header.columns.get(stage)
  const cell = column === undefined ? undefined : grid.at(row, column)
  if (cell === undefined || cell.row !== row || cell.text.trim() === '') return undefined
  const stated = parseStated(cell.text)
  const place = placeInTable(table, cell)
  if (stated.kind !== 'number') {
    if (stated.kind === 'text') unclear.push({ place, because: `“${cell.text.trim()}”不是数。` })
    return undefined
  }
  const from = stated.unit ?? header.units.get(cell.column) ?? unit
  const value = from === undefined ? undefined : convert(stated.value, from, '万元')
  if (value === undefined || stated.approximation !== undefined) {
    unclear.push({ place, because: `“${cell.text.trim()}”没有写明是元还是万元，没有取用。` })
    return undefined
  }
  return { stage, amount: toShortText(value), place }
}
