import type { Place } from '../document/document.js'
import type { Verdict } from '../exact/interval.js'
import type { Filing } from '../filing/filing.js'

/** 错误 blocks; 提示 asks for a reason; 建议 only hints. */
export type Severity = 'error' | 'warning' | 'info'

/** Why a check exists. Severity may not exceed it: practice never makes an error. */
export type Basis =
  | Readonly<{ law: string; clause: string }>
  | Readonly<{ form: string; clause: string }>
  | Readonly<{ practice: string }>

/** One check as a pack defines it; `kind` names the function in `kinds/` that runs it. */
export type CheckDefinition = Readonly<{
  id: string
  /** Id of the field's rule, such as AMT-01. */
  rule: string
  /** 中文 sentence of what must hold. */
  title: string
  severity: Severity
  basis: readonly Basis[]
  kind: string
  /** Thresholds and word lists of the kind, from the pack. */
  parameters: Readonly<Record<string, unknown>>
}>

/** The smallest change that would repair the check. */
export type Suggestion = Readonly<{ place: Place; value: string; because: string }>

/** What running a check once found: one relation, with everything a message needs. */
export type Outcome = Readonly<{
  verdict: Verdict
  /** Where its inputs stand; the first is where the user should look. */
  places: readonly Place[]
  /** For violated: one plain Chinese sentence with both numbers and what to do. Empty otherwise. */
  message: string
  /** Only when milder than the definition's. */
  severity?: Severity
  expected?: string
  stated?: string
  difference?: string
  unit?: string
  suggestion?: Suggestion
  /** Outcomes with the same cause become one finding. */
  cause?: string
}>

/** Runs one definition on a filing: an outcome for every place where the relation can be asked. */
export type CheckKind = (filing: Filing, definition: CheckDefinition) => readonly Outcome[]

/** An outcome together with the check that made it. */
export type CheckResult = Outcome &
  Readonly<{ rule: string; check: string; severity: Severity; basis: readonly Basis[] }>

/** 问题: a violated check, or several with one root cause, with all its places. */
export type Finding = CheckResult & Readonly<{ verdict: 'violated' }>
