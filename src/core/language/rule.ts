import type { Decimal } from '../exact/decimal.js'
import type { FieldType } from '../pack/layout.js'
import type { Comparison } from './syntax.js'

/** A single cell: `Form.fields[id]`. */
export type FieldReference = Readonly<{ kind: 'field'; id: string; name: string; type: FieldType }>
/** A cell of the row in hand: `Form.lists[list][row][column]`. */
export type CellReference = Readonly<{
  kind: 'cell'
  list: string
  column: string
  name: string
  type: FieldType
}>
export type Reference = FieldReference | CellReference

/** What 合计 adds: single cells, and whole columns of lists; with `inGroup` only the rows of the group in hand. */
export type SumTerm =
  | Readonly<{ kind: 'one'; reference: Reference }>
  | Readonly<{ kind: 'column'; cell: CellReference; inGroup: boolean }>

/** An arithmetic expression whose names are bound to cells. */
export type NumberRule =
  | Readonly<{ kind: 'constant'; value: Decimal; text: string }>
  | Readonly<{ kind: 'reference'; reference: Reference }>
  | Readonly<{ kind: 'binary'; sign: '+' | '-' | '×' | '÷'; left: NumberRule; right: NumberRule }>
  | Readonly<{ kind: 'smallest' | 'largest'; items: readonly NumberRule[] }>
  | Readonly<{ kind: 'absolute'; item: NumberRule }>
  | Readonly<{ kind: 'sum'; terms: readonly SumTerm[]; name: string }>
  | Readonly<{ kind: 'count'; list: string; inGroup: boolean; name: string }>

export type ClaimRule =
  | Readonly<{ kind: 'compare'; sign: Comparison; left: NumberRule; right: NumberRule }>
  | Readonly<{ kind: 'and' | 'or'; items: readonly ClaimRule[] }>
  | Readonly<{ kind: 'filled'; reference: Reference; wanted: boolean }>

/** One relation that can be asked of a form: once, of every row of a list, or of every group of rows. */
export type RuleInstance = Readonly<{
  over: Readonly<{ list: string; groupedBy: string | undefined }> | undefined
  /** 项目支出 / 2023年决算数: the row or column of the grid that 每行 or 每列 stands for here. */
  subject: string | undefined
  condition: ClaimRule | undefined
  claim: ClaimRule
}>

/** Every cell that a rule reads, each once. */
export function findDependencies(instance: RuleInstance): readonly Reference[] {
  const found = new Map<string, Reference>()
  const note = (reference: Reference): void => {
    found.set(referenceKey(reference), reference)
  }
  if (instance.condition !== undefined) visitClaim(instance.condition, note)
  visitClaim(instance.claim, note)
  return [...found.values()]
}

export function referenceKey(reference: Reference): string {
  return reference.kind === 'field' ? reference.id : `${reference.list}[].${reference.column}`
}

function visitClaim(claim: ClaimRule, note: (reference: Reference) => void): void {
  if (claim.kind === 'filled') note(claim.reference)
  else if (claim.kind === 'compare') {
    visitNumber(claim.left, note)
    visitNumber(claim.right, note)
  } else for (const item of claim.items) visitClaim(item, note)
}

/** Calls `note` for every cell that an expression reads. */
export function visitNumber(rule: NumberRule, note: (reference: Reference) => void): void {
  if (rule.kind === 'reference') note(rule.reference)
  else if (rule.kind === 'binary') {
    visitNumber(rule.left, note)
    visitNumber(rule.right, note)
  } else if (rule.kind === 'smallest' || rule.kind === 'largest')
    for (const item of rule.items) visitNumber(item, note)
  else if (rule.kind === 'absolute') visitNumber(rule.item, note)
  else if (rule.kind === 'sum')
    for (const term of rule.terms) note(term.kind === 'one' ? term.reference : term.cell)
}
