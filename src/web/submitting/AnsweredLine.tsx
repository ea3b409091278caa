import type { CellFinding } from '../../core/editing/checked-content.js'
import { useAnswering } from '../opening/use-answering.js'
import { Button } from '../shell/Button.js'
import { Failure } from '../shell/Failure.js'
import type { FilingAnswer } from './open-findings.js'
import { words } from './words.zh.js'

/** A finding that somebody has answered for: who, and why. One's own reason can be taken back. */
export function AnsweredLine({
  filingId,
  finding,
  answer,
}: Readonly<{ filingId: string; finding: CellFinding; answer: FilingAnswer }>) {
  const { withdraw } = useAnswering(filingId)
  const who = answer.kind === 'waived' ? words.waived(answer.byName) : words.justified(answer.byName)
  return (
    <li className="finding">
      <div>
        <p>{finding.message}</p>
        <p className="quiet">
          {who}：{answer.reason}
        </p>
      </div>
      {answer.kind === 'justified' ? (
        <Button busy={withdraw.isPending} onClick={() => withdraw.mutate(answer.answerId)}>
          {words.takeBack}
        </Button>
      ) : null}
      {withdraw.isError ? <Failure error={withdraw.error} /> : null}
    </li>
  )
}
