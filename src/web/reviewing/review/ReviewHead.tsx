import { useState } from 'react'
import { Link } from 'react-router'
import type { FilingAction } from '../../../core/workflow/transition.js'
import { addressOf } from '../../api.js'
import { dateAndTime, daysBetween, monthAndDay } from '../../days.js'
import type { FilingWhole } from '../../opening/filing-whole.js'
import { Button } from '../../shell/Button.js'
import { Dialog } from '../../shell/Dialog.js'
import { PageHead } from '../../shell/PageHead.js'
import { words as everywhere } from '../../words.zh.js'
import { words } from '../words.zh.js'
import type { Review } from './use-review.js'

type Props = Readonly<{
  whole: FilingWhole
  review: Review
  openErrors: number
  open: (what: 'return' | 'comment') => void
}>

const withReason: readonly FilingAction[] = ['withdrawAcceptance', 'correct']
const labels: Partial<Readonly<Record<FilingAction, string>>> = {
  acceptByDepartment: words.accept,
  acceptByBureau: words.accept,
  publish: words.publish,
  withdrawAcceptance: words.withdrawAcceptance,
  correct: words.correct,
}

/** What it is, for whom it waits since when, and the one next step. */
export function ReviewHead({ whole, review, openErrors, open }: Props) {
  const [asks, setAsks] = useState<FilingAction>()
  const { filing } = whole
  const { actions, filingId, unitName, projectName, title } = filing
  const next = actions.find((action) => labels[action] !== undefined && !withReason.includes(action))
  const more = actions.filter((action) => withReason.includes(action))
  const returns = actions.includes('sendBack')
  return (
    <>
      <PageHead crumbs={[{ words: words.desk, to: '/desk' }]} title={`${unitName}　${projectName ?? title}`}>
        <a
          className="button"
          href={addressOf('downloadFiling', { params: { filingId }, query: { as: 'docx' } })}
        >
          {words.download}
        </a>
        {more.map((action) => (
          <Button key={action} onClick={() => setAsks(action)}>
            {labels[action]}
          </Button>
        ))}
        {returns ? (
          <Button onClick={() => open('return')} filled={openErrors > 0}>
            {words.sendBack}
          </Button>
        ) : null}
        {next === undefined ? null : (
          <Button
            id="accept"
            busy={review.move.isPending}
            onClick={() => review.move.mutate({ action: next })}
            filled={!(openErrors > 0 && returns)}
          >
            {labels[next]}
          </Button>
        )}
      </PageHead>
      <Standing whole={whole} />
      {asks === undefined ? null : (
        <ReasonDialog
          ask={asks}
          close={() => setAsks(undefined)}
          done={(reason) =>
            review.move.mutate({ action: asks, reason }, { onSuccess: () => setAsks(undefined) })
          }
        />
      )}
    </>
  )
}

function Standing({ whole }: Pick<Props, 'whole'>) {
  const { filing } = whole
  const { filingId, budgetYear, projectName, title, departmentName } = filing
  return (
    <p className="review-standing">
      {[words.inYear(budgetYear), departmentName ?? '', projectName === null ? '' : title, filing.stateName]
        .filter((part) => part !== '')
        .join(' · ')}
      {' · '}
      <strong>{waiting(filing)}</strong>
      {filing.dueOn === null ? '' : ` · ${words.dueBy(monthAndDay(filing.dueOn))}`}
      {` · ${words.totals(filing.statedTotal ?? '—', filing.computedTotal ?? '—')}${reviewed(filing)}`}
      {` · ${words.version(whole.version, dateAndTime(filing.changedAt))} · `}
      <Link to={`/filings/${filingId}/receipt`}>{words.receipt}</Link>
    </p>
  )
}

function reviewed({ proposedTotal }: FilingWhole['filing']): string {
  return proposedTotal === null ? '' : words.reviewed(proposedTotal)
}

function waiting({ waitingForName, waitingSince }: FilingWhole['filing']): string {
  if (waitingForName === null) return words.nobody
  const days = Math.max(0, daysBetween(waitingSince, new Date().toISOString()))
  return words.waitsFor(waitingForName, words.waitsFrom(monthAndDay(waitingSince), words.since(days)))
}

type ReasonProps = Readonly<{ ask: FilingAction; close: () => void; done: (reason: string) => void }>

const consequences: Partial<Readonly<Record<FilingAction, string>>> = {
  withdrawAcceptance: words.withdrawSays,
  correct: words.correctSays,
}

function ReasonDialog({ ask, close, done }: ReasonProps) {
  const [reason, setReason] = useState('')
  return (
    <Dialog close={close} title={(labels[ask] ?? '').replace('…', '')}>
      <p>{consequences[ask]}</p>
      <label className="field">
        <span>{words.reason}</span>
        <textarea
          maxLength={2000}
          onChange={({ target }) => setReason(target.value)}
          rows={3}
          value={reason}
        />
      </label>
      <div className="buttons">
        <Button disabled={reason.trim().length < 2} onClick={() => done(reason.trim())} filled>
          {words.confirm}
        </Button>
        <Button onClick={close}>{everywhere.cancel}</Button>
      </div>
    </Dialog>
  )
}
