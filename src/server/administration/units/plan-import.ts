import type { Unit, UnitKind } from '../../../store/unit-store.js'
import { adviceFor, kindNames, mayStandUnder } from './unit-words.js'

/** One line of the list as read; `row` is the row of the sheet, from 1. */
export type ImportedRow = Readonly<{ row: number; code: string; name: string; kind: string; parent: string }>

export type ImportProblem = Readonly<{ row: number; column: string; message: string }>

type Existing = Pick<Unit, 'unit_id' | 'code' | 'name' | 'kind' | 'parent_id' | 'ended_on'>

export type PlannedUnit = Readonly<{ row: number; code: string; name: string; kind: UnitKind; under: string }>

/** What an import would do, in the order in which it can be done: parents before those below them. */
export type ImportPlan = Readonly<{
  added: readonly PlannedUnit[]
  renamed: readonly Readonly<{ row: number; unitId: string; code: string; from: string; to: string }>[]
  unchanged: number
  problems: readonly ImportProblem[]
}>

type Ground = Readonly<{
  rows: ReadonlyMap<string, ImportedRow>
  units: ReadonlyMap<string, Existing>
  codes: ReadonlyMap<string, string>
}>

export const headings = { code: '单位编码', name: '单位名称', kind: '类别', parent: '上级单位编码' } as const

/** Compares a list with the units there are. Nothing is guessed: what does not fit is a problem in its row. */
export function planImport(rows: readonly ImportedRow[], existing: readonly Existing[]): ImportPlan {
  const current = existing.filter((unit) => unit.ended_on === null)
  const ground: Ground = {
    rows: new Map([...rows].reverse().map((row) => [row.code, row])),
    units: new Map(current.map((unit) => [unit.code, unit])),
    codes: new Map(existing.map((unit) => [unit.unit_id, unit.code])),
  }
  const problems = rows.flatMap((row) => problemsOf(row, ground))
  const added: PlannedUnit[] = []
  const renamed: ImportPlan['renamed'][number][] = []
  for (const row of inTreeOrder(rows, ground)) {
    const unit = ground.units.get(row.code)
    const kind = kindOf(row.kind)
    if (unit === undefined && kind !== undefined)
      added.push({ row: row.row, code: row.code, name: row.name, kind, under: row.parent })
    else if (unit !== undefined && unit.name !== row.name)
      renamed.push({ row: row.row, unitId: unit.unit_id, code: row.code, from: unit.name, to: row.name })
  }
  return { added, renamed, unchanged: rows.length - added.length - renamed.length, problems }
}

function problemsOf(row: ImportedRow, ground: Ground): readonly ImportProblem[] {
  const problem = (column: keyof typeof headings, message: string) => ({
    row: row.row,
    column: headings[column],
    message,
  })
  if (row.code === '') return [problem('code', '没有填单位编码。')]
  const found: ImportProblem[] = []
  const first = ground.rows.get(row.code)
  if (first !== undefined && first.row !== row.row)
    found.push(problem('code', `编码“${row.code}”和第 ${first.row} 行重复。`))
  if (row.code.length > 40) found.push(problem('code', '编码超过 40 个字。'))
  if (row.name.length < 2 || row.name.length > 100)
    found.push(problem('name', row.name === '' ? '没有填单位名称。' : '名称要有 2 到 100 个字。'))
  const kind = kindOf(row.kind)
  if (kind === undefined)
    found.push(problem('kind', `类别“${row.kind}”不认识，要写财政部门、主管部门或预算单位。`))
  else found.push(...placeProblems(row, kind, ground).map((message) => problem('parent', message)))
  return found
}

function placeProblems(row: ImportedRow, kind: UnitKind, ground: Ground): readonly string[] {
  const unit = ground.units.get(row.code)
  if (unit !== undefined) return placeOfExisting(row, unit, { kind, ground })
  if (row.parent === '') {
    const root = [...ground.units.values()].some((one) => one.parent_id === null)
    return kind === 'bureau' && !root ? [] : ['没有填上级单位编码。']
  }
  if (row.parent === row.code) return ['上级写成了自己。']
  const parentKind = ground.units.get(row.parent)?.kind ?? kindOf(ground.rows.get(row.parent)?.kind ?? '')
  if (parentKind === undefined) return [`没有编码是“${row.parent}”的单位，名单里也没有这一行。`]
  if (goesRound(row, ground)) return ['上级单位绕了一圈，又回到了自己。']
  return mayStandUnder(kind, parentKind)
    ? []
    : [`${kindNames[parentKind]}下面不能放${kindNames[kind]}。${adviceFor(kind)}`]
}

function placeOfExisting(
  row: ImportedRow,
  unit: Existing,
  { kind, ground }: Readonly<{ kind: UnitKind; ground: Ground }>,
): readonly string[] {
  const parent = unit.parent_id === null ? '' : (ground.codes.get(unit.parent_id) ?? '')
  const found: string[] = []
  if (unit.kind !== kind) found.push(`“${unit.name}”现在是${kindNames[unit.kind]}，导入不能改类别。`)
  if (row.parent !== parent)
    found.push(
      `“${unit.name}”现在的上级编码是“${parent}”，名单里是“${row.parent}”。换上级请在页面上用“划转”，会留下沿革。`,
    )
  return found
}

function goesRound(row: ImportedRow, { rows, units }: Ground): boolean {
  const seen = new Set([row.code])
  for (let above = row.parent; above !== '' && !units.has(above); above = rows.get(above)?.parent ?? '') {
    if (seen.has(above)) return true
    seen.add(above)
  }
  return false
}

/** Each row after the row of its parent; rows in a circle are left out, they are problems. */
function inTreeOrder(rows: readonly ImportedRow[], { rows: byCode }: Ground): readonly ImportedRow[] {
  const done = new Set<string>()
  const ordered: ImportedRow[] = []
  const visit = (row: ImportedRow, onTheWay: ReadonlySet<string>): void => {
    if (done.has(row.code) || onTheWay.has(row.code)) return
    const parent = byCode.get(row.parent)
    if (parent !== undefined) visit(parent, new Set([...onTheWay, row.code]))
    if (done.has(row.code)) return
    done.add(row.code)
    ordered.push(row)
  }
  for (const row of rows) visit(row, new Set())
  return ordered
}

function kindOf(word: string): UnitKind | undefined {
  switch (word) {
    case '财政部门':
    case '财政局':
      return 'bureau'
    case '主管部门':
      return 'department'
    case '预算单位':
    case '基层单位':
      return 'unit'
    default:
      return undefined
  }
}
