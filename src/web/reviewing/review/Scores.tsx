import { useState } from 'react'
import type { CellKey } from '../../../core/editing/content.js'
import { textAt } from '../../../core/editing/text-at.js'
import type { EngineChecked } from '../../engine/engine-messages.js'
import type { FilingWhole } from '../../opening/filing-whole.js'
import { useSession } from '../../session.js'
import { Button } from '../../shell/Button.js'
import { words } from '../words.zh.js'
import type { Review } from './use-review.js'

type Props = Readonly<{
  whole: FilingWhole
  checked: EngineChecked
  review: Review
  cell: CellKey | undefined
  nameOf: (cell: CellKey) => string
}>

/** 复核分 beside 自评分, each with its reason; a new one for the chosen cell of a score. */
export function Scores(props: Props) {
  const { whole, checked, review, cell, nameOf } = props
  const role = useSession().data?.office?.role
  const mayPropose =
    (role === 'departmentReviewer' || role === 'financeReviewer' || role === 'performanceSection') &&
    whole.filing.state !== 'published'
  const selfScore = (key: CellKey) => checked.computed[key] ?? textAt(checked.content, key)
  return (
    <section aria-labelledby="scores">
      <h3 id="scores">{words.scores}</h3>
      {review.scores.length === 0 ? <p className="quiet">{words.noScores}</p> : null}
      <ul className="said">
        {review.scores.map((score) => (
          <li key={score.cell}>
            <strong>{nameOf(score.cell)}</strong>：{words.selfScore} {selfScore(score.cell)} → {words.scores}{' '}
            {score.points}
            <p className="quiet">
              {score.byName}：{score.reason}
            </p>
          </li>
        ))}
      </ul>
      {mayPropose && cell !== undefined && isScore(cell) ? (
        <Propose key={cell} {...props} cell={cell} selfScore={selfScore(cell)} />
      ) : mayPropose ? (
        <p className="quiet">{words.chooseScore}</p>
      ) : null}
    </section>
  )
}

function isScore(cell: CellKey): boolean {
  return /(?:^|[./])(?:\w*[sS]core)$/.test(cell)
}

function Propose({
  cell,
  nameOf,
  review,
  selfScore,
}: Props & Readonly<{ cell: CellKey; selfScore: string }>) {
  const [points, setPoints] = useState('')
  const [reason, setReason] = useState('')
  const isNumber = /^\d{1,4}(\.\d{1,2})?$/.test(points)
  return (
    <form
      className="propose"
      onSubmit={(event) => {
        event.preventDefault()
        review.propose.mutate({ cell, points, reason: reason.trim() })
      }}
    >
      <p>
        {nameOf(cell)}　{words.selfScore} {selfScore}
      </p>
      <label>
        {words.scores}
        <input inputMode="decimal" onChange={({ target }) => setPoints(target.value)} value={points} />
      </label>
      <label>
        {words.reason}
        <input maxLength={2000} onChange={({ target }) => setReason(target.value)} value={reason} />
      </label>
      <Button
        disabled={!isNumber || reason.trim() === ''}
        type="submit"
        busy={review.propose.isPending}
        small
      >
        {words.propose}
      </Button>
    </form>
  )
}
