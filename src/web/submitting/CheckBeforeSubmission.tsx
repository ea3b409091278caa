import type { ReactNode } from 'react'
import type { CellFinding } from '../../core/editing/checked-content.js'
import { AnsweredLine } from './AnsweredLine.js'
import { FindingLine } from './FindingLine.js'
import type { OpenFindings } from './open-findings.js'
import './submitting.css'
import { words } from './words.zh.js'

/** Everything that stands in the way of a submission, each with what to do about it, in one list. */
export function CheckBeforeSubmission({
  filingId,
  open,
  blanks,
  goTo,
}: Readonly<{
  filingId: string
  open: OpenFindings
  /** Required cells that are empty. */
  blanks: number
  goTo: (finding: CellFinding) => void
}>) {
  const { errors, warnings, answered } = open
  const ready = errors.length + warnings.length === 0
  const left = [
    ...(errors.length > 0 ? [words.errorsLeft(errors.length)] : []),
    ...(warnings.length > 0 ? [words.warningsLeft(warnings.length)] : []),
  ]
  return (
    <div className="before-submission">
      <p role="status" className={ready ? 'ready' : 'not-ready'}>
        {ready ? words.ready : words.notReady(left)}
      </p>
      {blanks > 0 ? <p className="late">{words.blanks(blanks)}</p> : null}
      <Group name={words.errors} count={errors.length}>
        {errors.map((finding) => (
          <FindingLine key={keyOf(finding)} finding={finding} goTo={goTo} />
        ))}
      </Group>
      <Group name={words.warnings} count={warnings.length}>
        {warnings.map((finding) => (
          <FindingLine key={keyOf(finding)} finding={finding} goTo={goTo} justifyIn={filingId} />
        ))}
      </Group>
      <Group name={words.answered} count={answered.length}>
        {answered.map(({ finding, answer }) => (
          <AnsweredLine key={keyOf(finding)} filingId={filingId} finding={finding} answer={answer} />
        ))}
      </Group>
    </div>
  )
}

function Group({ name, count, children }: Readonly<{ name: string; count: number; children: ReactNode }>) {
  if (count === 0) return null
  return (
    <section aria-label={name}>
      <h3>
        {name} <span className="count">{count}</span>
      </h3>
      <ul>{children}</ul>
    </section>
  )
}

function keyOf({ check, inputs, cells }: CellFinding): string {
  return [check, inputs, ...cells].join(' ')
}
