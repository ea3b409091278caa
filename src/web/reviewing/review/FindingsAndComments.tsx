import { useState } from 'react'
import type { CellFinding } from '../../../core/editing/checked-content.js'
import type { CellKey } from '../../../core/editing/content.js'
import type { Law } from '../../../core/law/law.js'
import { basisWords } from '../../filling/findings/basis-words.js'
import { type AnsweredFinding, type FindingGroup, findingId } from '../../filling/findings/group-findings.js'
import type { FilingWhole } from '../../opening/filing-whole.js'
import { useSession } from '../../session.js'
import { Button } from '../../shell/Button.js'
import { words } from '../words.zh.js'
import { Comments } from './Comments.js'
import type { Review } from './use-review.js'

type Props = Readonly<{
  whole: FilingWhole
  groups: readonly FindingGroup[]
  laws: readonly Law[]
  review: Review
  chosen: string | undefined
  choose: (finding: CellFinding | undefined) => void
  goTo: (cell: CellKey) => void
  nameOf: (cell: CellKey) => string
}>

/** What the engine and people say of the filing, the worst first. */
export function FindingsAndComments(props: Props) {
  const { groups, chosen, nameOf, review, goTo } = props
  const findings = groups.flatMap((group) => group.findings)
  return (
    <>
      {findings.length === 0 ? <p>{words.noFindings}</p> : null}
      <ul className="said">
        {findings.map((answered) => (
          <Said
            {...props}
            answered={answered}
            isChosen={findingId(answered.finding) === chosen}
            key={findingId(answered.finding)}
          />
        ))}
      </ul>
      <Comments goTo={goTo} nameOf={nameOf} review={review} />
    </>
  )
}

type SaidProps = Props & Readonly<{ answered: AnsweredFinding; isChosen: boolean }>

function Said({ answered, isChosen, choose, laws, nameOf, review, whole }: SaidProps) {
  const { finding, answer } = answered
  const [cell] = finding.cells
  const look = answer !== undefined ? 'good' : finding.severity === 'error' ? 'bad' : 'soft'
  return (
    <li className={isChosen ? 'chosen' : ''}>
      <button aria-expanded={isChosen} onClick={() => choose(isChosen ? undefined : finding)} type="button">
        <span className={`tag ${look}`}>{words[answer?.kind ?? finding.severity]}</span>{' '}
        {cell === undefined ? '' : `${nameOf(cell)}：`}
        {finding.message}
      </button>
      {isChosen ? (
        <div className="said-more">
          {finding.suggestion === undefined ? null : (
            <p>
              {words.likely}
              {finding.suggestion.because}
            </p>
          )}
          <p className="quiet">
            {words.basis}　{finding.basis.map((basis) => basisWords(basis, laws)).join('；')}
          </p>
          {answer === undefined ? (
            <Waive finding={finding} review={review} whole={whole} />
          ) : (
            <p>
              {answer.byName} {words[answer.kind]}：{answer.reason}{' '}
              <TakeBack answer={answer} review={review} />
            </p>
          )}
        </div>
      ) : null}
    </li>
  )
}

function TakeBack({
  answer,
  review,
}: Readonly<{ answer: NonNullable<AnsweredFinding['answer']>; review: Review }>) {
  const account = useSession().data?.account
  if (answer.kind !== 'waived' || account?.name !== answer.byName) return null
  return (
    <Button onClick={() => review.takeBack.mutate(answer.answerId)} small>
      {words.takeBack}
    </Button>
  )
}

/** 豁免: only errors, by whoever has the filing in hand for review, with a reason that is published. */
function Waive({
  finding,
  review,
  whole,
}: Readonly<{ finding: CellFinding; review: Review; whole: FilingWhole }>) {
  const [reason, setReason] = useState<string>()
  const role = useSession().data?.office?.role
  const reviews = role === 'departmentReviewer' || role === 'financeReviewer' || role === 'performanceSection'
  if (finding.severity !== 'error' || !reviews || whole.filing.state === 'published') return null
  if (reason === undefined)
    return (
      <Button onClick={() => setReason('')} small>
        {words.waive}
      </Button>
    )
  const { check, inputs } = finding
  return (
    <label className="field">
      <span>{words.reason}</span>
      <textarea maxLength={2000} onChange={({ target }) => setReason(target.value)} rows={2} value={reason} />
      <small>{words.waiveSays}</small>
      <Button
        disabled={reason.trim().length < 2}
        busy={review.waive.isPending}
        onClick={() => review.waive.mutate({ check, inputs, reason: reason.trim() })}
        small
      >
        {words.waiveNow}
      </Button>
    </label>
  )
}
