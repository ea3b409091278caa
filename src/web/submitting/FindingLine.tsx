import { type FormEvent, useId, useState } from 'react'
import type { CellFinding } from '../../core/editing/checked-content.js'
import { useAnswering } from '../opening/use-answering.js'
import { Button } from '../shell/Button.js'
import { Failure } from '../shell/Failure.js'
import { words } from './words.zh.js'

/** One open finding: what is wrong, what would mend it, the way to its cell, and for a warning a place for the reason. */
export function FindingLine({
  finding,
  goTo,
  justifyIn,
}: Readonly<{
  finding: CellFinding
  goTo: (finding: CellFinding) => void
  /** The filing whose warning may be justified here; without it the finding can only be mended. */
  justifyIn?: string
}>) {
  const { severity, message, suggestion } = finding
  return (
    <li className={`finding finding-${severity}`}>
      <div>
        <p>{message}</p>
        {suggestion === undefined ? null : (
          <p className="quiet">{words.suggestion(suggestion.value, suggestion.because)}</p>
        )}
      </div>
      <Button onClick={() => goTo(finding)}>{words.goTo}</Button>
      {justifyIn === undefined ? null : <Justify filingId={justifyIn} finding={finding} />}
    </li>
  )
}

function Justify({ filingId, finding }: Readonly<{ filingId: string; finding: CellFinding }>) {
  const [reason, setReason] = useState('')
  const id = useId()
  const { answer } = useAnswering(filingId)
  const send = (event: FormEvent) => {
    event.preventDefault()
    answer.mutate({ kind: 'justified', check: finding.check, inputs: finding.inputs, reason: reason.trim() })
  }
  return (
    <form className="justify" onSubmit={send}>
      <label htmlFor={id}>{words.reason}</label>
      <input
        id={id}
        required
        minLength={2}
        maxLength={2000}
        placeholder={words.reasonHint}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button type="submit" busy={answer.isPending}>
        {words.justify}
      </Button>
      {answer.isError ? <Failure error={answer.error} /> : null}
    </form>
  )
}
