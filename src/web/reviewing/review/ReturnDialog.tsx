import { useState } from 'react'
import type { CellKey } from '../../../core/editing/content.js'
import type { FindingGroup } from '../../filling/findings/group-findings.js'
import { Button } from '../../shell/Button.js'
import { Dialog } from '../../shell/Dialog.js'
import { words as everywhere } from '../../words.zh.js'
import { words } from '../words.zh.js'
import { proposeFlags } from './propose-flags.js'
import type { Review } from './use-review.js'

type Props = Readonly<{
  groups: readonly FindingGroup[]
  review: Review
  toReturn: ReadonlySet<CellKey>
  nameOf: (cell: CellKey) => string
  close: () => void
}>

/** 退回: exactly the cells that will reopen, each with what is to be mended there. */
export function ReturnDialog({ groups, review, toReturn, nameOf, close }: Props) {
  const [flags, setFlags] = useState(() => proposeFlags(groups, review.comments, toReturn))
  const [reason, setReason] = useState('')
  const chosen = flags.filter(({ isChosen, reason: why }) => isChosen && why.trim() !== '')
  const change = (cell: CellKey, change: Partial<Flag>) =>
    setFlags(flags.map((flag) => (flag.cell === cell ? { ...flag, ...change } : flag)))
  const send = () =>
    review.move.mutate(
      {
        action: 'sendBack',
        reason: reason.trim(),
        flags: chosen.map((flag) => ({ cell: flag.cell, reason: flag.reason.trim() })),
      },
      { onSuccess: close },
    )
  return (
    <Dialog close={close} title={words.returnTitle} wide>
      <p>{flags.length === 0 ? words.returnNothing : words.returnSays}</p>
      <FlagChoices {...{ flags, nameOf, change }} />
      <label className="field">
        <span>{words.returnReason}</span>
        <textarea
          maxLength={2000}
          onChange={({ target }) => setReason(target.value)}
          rows={2}
          value={reason}
        />
      </label>
      {review.move.error === null ? null : <p role="alert">{review.move.error.message}</p>}
      <div className="buttons">
        <Button
          disabled={chosen.length === 0 || reason.trim() === ''}
          busy={review.move.isPending}
          onClick={send}
          filled
        >
          {words.sendBackCells(chosen.length)}
        </Button>
        <Button onClick={close}>{everywhere.cancel}</Button>
      </div>
    </Dialog>
  )
}

type Flag = ReturnType<typeof proposeFlags>[number]
type FlagsProps = Pick<Props, 'nameOf'> &
  Readonly<{ flags: readonly Flag[]; change: (cell: CellKey, change: Partial<Flag>) => void }>

function FlagChoices({ flags, nameOf, change }: FlagsProps) {
  return (
    <ul className="flags">
      {flags.map((flag) => (
        <li key={flag.cell}>
          <label>
            <input
              checked={flag.isChosen}
              onChange={({ target }) => change(flag.cell, { isChosen: target.checked })}
              type="checkbox"
            />{' '}
            {nameOf(flag.cell)}
          </label>
          <input
            aria-label={`${nameOf(flag.cell)}：${words.cellReason}`}
            disabled={!flag.isChosen}
            maxLength={500}
            onChange={({ target }) => change(flag.cell, { reason: target.value })}
            placeholder={words.cellReason}
            value={flag.reason}
          />
        </li>
      ))}
    </ul>
  )
}
