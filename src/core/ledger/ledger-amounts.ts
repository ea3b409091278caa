import { add, compare, type Decimal, decimal, toShortText, zero } from '../exact/decimal.js'
import { bareWords } from '../exact/normalise.js'
import type { Stage } from '../filing/fact.js'
import type { Ledger, LedgerAmounts, LedgerRow, UnclearPart } from './ledger.js'

/** Whose amounts are asked for. `project` undefined: the whole unit's. */
export type LedgerQuestion = Readonly<{
  unit: string
  project: Readonly<{ name: string; code: string | null }> | undefined
}>

/** What the lines of one unit, or of one of its projects, add up to, and what of it cannot be told. */
export type LedgerAnswer = Readonly<{
  amounts: readonly LedgerAmounts[]
  unclear: readonly UnclearPart[]
}>

const stages: readonly Stage[] = ['initialBudget', 'adjustedBudget', 'executedAmount']

/** Adds up exactly. Names must be equal but for blanks and signs; an export that names no unit speaks of the one asked for. */
export function amountsOf({ rows }: Ledger, { unit, project }: LedgerQuestion): LedgerAnswer {
  const own = rows.filter((row) => row.kind !== 'grandTotal' && belongsTo(row, unit))
  const entries = own.filter(({ kind }) => kind === 'entry')
  if (project !== undefined) {
    const lines = entries.filter((row) => isProject(row, project))
    return { amounts: sums('projectExpenditure', lines), unclear: [] }
  }
  const totals = own.filter(({ kind }) => kind === 'unitTotal')
  const unclear = entries.length === 0 ? [] : totals.flatMap((row) => disagreements(row, entries))
  const whole = entries.length > 0 ? entries : totals
  const hasCategories = entries.length > 0 && entries.every(({ category }) => category !== undefined)
  const parts = hasCategories
    ? (['basicExpenditure', 'projectExpenditure'] as const).flatMap((quantity) =>
        sums(
          quantity,
          entries.filter(({ category }) => category === quantity),
        ),
      )
    : []
  const disputed = new Set(unclear.map(({ stage }) => stage))
  const amounts = [...sums('totalExpenditure', whole), ...parts].filter(({ stage }) => !disputed.has(stage))
  return { amounts, unclear: unclear.map(({ place, because }) => ({ place, because })) }
}

function belongsTo(row: LedgerRow, unit: string): boolean {
  return row.unit === undefined || bareWords(row.unit) === bareWords(unit)
}

function isProject(row: LedgerRow, { name, code }: NonNullable<LedgerQuestion['project']>): boolean {
  if (row.projectCode !== undefined && code !== null && row.projectCode === code) return true
  return row.project !== undefined && bareWords(row.project) === bareWords(name)
}

function sumOf(rows: readonly LedgerRow[], stage: Stage): Decimal | undefined {
  const figures = rows.flatMap((row) => row.figures.filter((figure) => figure.stage === stage))
  if (figures.length === 0) return undefined
  return figures.reduce((sum, { amount }) => add(sum, decimal(amount)), zero)
}

function sums(quantity: LedgerAmounts['quantity'], rows: readonly LedgerRow[]): readonly LedgerAmounts[] {
  return stages.flatMap((stage) => {
    const sum = sumOf(rows, stage)
    if (sum === undefined) return []
    const figures = rows.flatMap((row) => row.figures.filter((figure) => figure.stage === stage))
    const [first] = figures
    const quote = figures.length === 1 && first ? first.place.quote : `${figures.length} 行合计`
    return [{ quantity, stage, amount: toShortText(sum), quote }]
  })
}

function disagreements(
  total: LedgerRow,
  entries: readonly LedgerRow[],
): readonly (UnclearPart & Readonly<{ stage: Stage }>)[] {
  return total.figures.flatMap(({ stage, amount, place }) => {
    const sum = sumOf(entries, stage)
    if (sum === undefined || compare(sum, decimal(amount)) === 0) return []
    const because = `小计写的是 ${amount} 万元，各行相加是 ${toShortText(sum)} 万元，不知道哪个对，没有取用。`
    return [{ stage, place, because }]
  })
}
