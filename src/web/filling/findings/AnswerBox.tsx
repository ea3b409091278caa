import { useId, useState } from 'react'
import type { FilingWhole } from '../../opening/filing-whole.js'
import { useAnswering } from '../../opening/use-answering.js'
import { Button } from '../../shell/Button.js'
import { words } from '../words.zh.js'
import type { AnsweredFinding } from './group-findings.js'

/** 说明: a warning is kept with a reason, for as long as what it rests on stays the same. */
export function AnswerBox({
  answered: { finding, answer },
  whole,
}: Readonly<{ answered: AnsweredFinding; whole: FilingWhole }>) {
  const { filingId, actions } = whole.filing
  const { check, inputs } = finding
  const { answer: keep, withdraw: takeBack } = useAnswering(filingId)
  const failure = keep.error ?? takeBack.error
  if (!actions.includes('edit')) return answer === undefined ? null : <p>{said(answer)}</p>
  return (
    <div className="finding-answer">
      {failure === null ? null : <p role="alert">{failure.message}</p>}
      {answer !== undefined ? (
        <p>
          {said(answer)}{' '}
          {answer.kind === 'justified' ? (
            <Button busy={takeBack.isPending} onClick={() => takeBack.mutate(answer.answerId)} small>
              {words.takeBack}
            </Button>
          ) : null}
        </p>
      ) : finding.severity === 'warning' ? (
        <Justify
          keep={(reason) => keep.mutate({ kind: 'justified', check, inputs, reason })}
          pending={keep.isPending}
        />
      ) : null}
    </div>
  )
}

function Justify({ keep, pending }: Readonly<{ keep: (reason: string) => void; pending: boolean }>) {
  const id = useId()
  const [reason, setReason] = useState('')
  return (
    <>
      <label htmlFor={id}>
        {words.justifySays}
        <textarea
          rows={2}
          id={id}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
          value={reason}
        />
      </label>
      <Button disabled={reason.trim().length < 2} busy={pending} onClick={() => keep(reason.trim())} small>
        {words.keep}
      </Button>
    </>
  )
}

function said({ reason, byName, kind }: NonNullable<AnsweredFinding['answer']>): string {
  return `${byName}${words[kind]}：${reason}`
}
