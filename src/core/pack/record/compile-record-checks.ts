import type { CheckResult, Outcome } from '../../checks/check.js'
import type { Verdict } from '../../exact/interval.js'
import { resultOf, runInstance, sightsOf } from '../compile-form-checks.js'
import type { Sight } from '../language/form-values.js'
import type { Reference, RuleInstance } from '../language/rule.js'
import type { Pack, PackCheck } from '../pack.js'
import {
  type ClaimNode,
  type ConditionNode,
  compileClaim,
  compileCondition,
  type QuickVerdict,
} from './claim-node.js'
import { compileFindDoubtful, type FindDoubtful } from './find-doubtful.js'
import { cellState, type FormRecord } from './form-record.js'
import { type Cursor, findCursor } from './number-node.js'
import { type Accept, compileAccept } from './quick-accept.js'
import { findRecordLayout, type RecordLayout } from './record-layout.js'

/** A violated check of a record; `explain` says it in words when someone wants to read it. */
export type RecordFinding = Readonly<{
  check: PackCheck
  record: FormRecord
  /** 0-based row of the list that the check goes through; 0 when it asks only once. */
  row: number
  explain: () => CheckResult
}>

/** Called for every relation that was asked of a record. */
export type Hear = (relation: RecordRelation, row: number, verdict: Verdict) => void

/** One relation of a pack, ready for records. */
export type RecordRelation = Readonly<{
  check: PackCheck
  rule: RuleInstance
  dependencies: readonly Reference[]
  list: number
  width: number
  grouped: boolean
  cells: readonly Cursor[]
  /** False when it also reads whole columns, whose rows are not looked through here. */
  single: boolean
  claim: ClaimNode | undefined
  condition: ConditionNode | undefined
  accept: Accept | undefined
  findDoubtful: FindDoubtful | undefined
}>

/** Compiles a pack's sentence checks for records: integers where they suffice, the exact evaluator where not. */
export function compileRecordChecks(pack: Pack): (record: FormRecord) => readonly RecordFinding[] {
  const relations = compileRelations(pack)
  let findings: RecordFinding[] = []
  let current: FormRecord | undefined
  const hear: Hear = (relation, row, verdict) => {
    if (verdict === 'violated' && current !== undefined)
      findings.push(findingOf({ relation, row, record: current, pack }))
  }
  return (record) => {
    const found: RecordFinding[] = []
    findings = found
    current = record
    const desk: Desk = { record, pack }
    for (const relation of relations) runUnlessAccepted(relation, desk, hear)
    return found
  }
}

/** Only what is not plainly right is judged in full. */
function runUnlessAccepted(relation: RecordRelation, desk: Desk, hear: Hear): void {
  const { accept } = relation
  const { record } = desk
  if (accept === undefined || record.exactOnly) runRelation(relation, desk, hear)
  else if (relation.rule.over === undefined) {
    if (!accept(record, 0)) tell(relation, 0, { desk, start: 0, hear })
  } else {
    const { findDoubtful, list, width } = relation
    const first = record.starts[list] ?? 0
    const end = record.starts[list + 1] ?? 0
    if (findDoubtful === undefined) return
    for (
      let start = findDoubtful(record, first, end);
      start < end;
      start = findDoubtful(record, start + width, end)
    )
      tell(relation, (start - first) / width, { desk, start, hear })
  }
}

type Found = Readonly<{ relation: RecordRelation; row: number; record: FormRecord; pack: Pack }>

function findingOf({ relation, row, record, pack }: Found): RecordFinding {
  const { check } = relation
  return { check, record, row, explain: () => explain({ relation, row, record, pack }) }
}

function explain({ relation, row, record, pack }: Found): CheckResult {
  const outcome = runExactly(relation, row, { record, pack })
  if (outcome === undefined) throw new RangeError(`${relation.check.id}: no outcome for a violated relation`)
  return resultOf(outcome, relation.check)
}

/** Like {@link compileRecordChecks}, but tells every verdict, not only the violated ones. */
export function compileRecordVerdicts(pack: Pack): (record: FormRecord, hear: Hear) => void {
  const relations = compileRelations(pack)
  return (record, hear) => {
    for (const relation of relations) runRelation(relation, { record, pack }, hear)
  }
}

function compileRelations(pack: Pack): readonly RecordRelation[] {
  const layout = findRecordLayout(pack)
  return layout.checks.flatMap(({ check, instances }) =>
    instances.map(({ rule, dependencies }) => compileRelation({ check, rule, dependencies, layout })),
  )
}

type Uncompiled = Readonly<{
  check: PackCheck
  rule: RuleInstance
  dependencies: readonly Reference[]
  layout: RecordLayout
}>

function compileRelation({ check, rule, dependencies, layout }: Uncompiled): RecordRelation {
  const name = rule.over?.list
  const list = layout.lists.findIndex(({ id }) => id === name)
  const grouped = rule.over?.groupedBy !== undefined
  const scope = { layout, list: name, tolerant: false }
  const claim = grouped ? undefined : compileClaim(rule.claim, scope)
  const condition = rule.condition === undefined ? undefined : compileCondition(rule.condition, scope)
  const accept = grouped ? undefined : compileAccept(rule.claim, scope)
  const width = layout.lists[list]?.width ?? 0
  const cells = dependencies
    .map((each) => findCursor(each, layout, name))
    .filter((cell) => cell !== undefined)
  return {
    check,
    rule,
    dependencies,
    list,
    width,
    grouped,
    cells,
    single: cells.length === dependencies.length,
    claim: rule.condition !== undefined && condition === undefined ? undefined : claim,
    condition,
    accept,
    findDoubtful: accept && compileFindDoubtful(rule.claim, accept, { scope, width }),
  }
}

type Desk = Readonly<{ record: FormRecord; pack: Pack }>

function runRelation(relation: RecordRelation, desk: Desk, hear: Hear): void {
  const { record } = desk
  if (relation.rule.over === undefined) {
    tell(relation, 0, { desk, start: 0, hear })
    return
  }
  if (relation.grouped) {
    const groups = sightsOf(relation.rule, sightOf(desk)).length
    for (let row = 0; row < groups; row += 1) tell(relation, row, { desk, start: 0, hear })
    return
  }
  const { list, width } = relation
  const first = record.starts[list] ?? 0
  const end = record.starts[list + 1] ?? 0
  for (let start = first; start < end; start += width)
    tell(relation, (start - first) / width, { desk, start, hear })
}

type Telling = Readonly<{ desk: Desk; start: number; hear: Hear }>

function tell(relation: RecordRelation, index: number, { desk, start, hear }: Telling): void {
  const quick = desk.record.exactOnly ? 'exact' : judgeQuickly(relation, desk.record, start)
  if (quick === undefined) return
  const verdict = quick === 'exact' ? runExactly(relation, index, desk)?.verdict : quick
  if (verdict !== undefined) hear(relation, index, verdict)
}

/** Undefined when the relation is not asked here. */
function judgeQuickly(relation: RecordRelation, record: FormRecord, row: number): QuickVerdict | undefined {
  const { claim, condition } = relation
  if (relation.single && isUnfilled(relation, record, row)) return undefined
  if (claim === undefined) return 'exact'
  if (condition === undefined) return claim(record, row)
  const asked = condition(record, row)
  if (asked === undefined) return 'exact'
  return asked ? claim(record, row) : undefined
}

function isUnfilled({ cells }: RecordRelation, record: FormRecord, row: number): boolean {
  for (const { slot, inRow } of cells) {
    const state = inRow ? record.states[row + slot.index] : record.states[slot.index]
    if (state !== undefined && state > cellState.blank) return false
  }
  return true
}

function sightOf({ record, pack }: Desk): Sight {
  return { form: record.form, amountUnit: pack.amounts.unit }
}

function runExactly({ rule, dependencies }: RecordRelation, row: number, desk: Desk): Outcome | undefined {
  const sight = sightsOf(rule, sightOf(desk))[row]
  return sight && runInstance(rule, dependencies, sight)
}
