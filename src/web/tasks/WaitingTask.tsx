import { Link } from 'react-router'
import type { AnswerOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'
import { daysBetween } from '../days.js'
import { pathOfFiling } from '../filing-place.js'
import { useSession } from '../session.js'
import { TaskName } from './TaskName.js'
import { words } from './words.zh.js'

type FilingShown = AnswerOf<Routes['readTasks']>['waiting'][number]

/** One filing that somebody else has in hand: who, and for how long. */
export function WaitingTask({ filing, today }: Readonly<{ filing: FilingShown; today: string }>) {
  const role = useSession().data?.office?.role
  const { waitingForName, waitingSince, stateName, actions } = filing
  const days = Math.max(0, daysBetween(waitingSince, today))
  const parts = waitingForName === null ? [stateName] : [words.waitsFor(waitingForName), words.since(days)]
  const withdrawable = actions.some((action) => action === 'withdraw' || action === 'withdrawAcceptance')
  return (
    <li>
      <TaskName filing={filing} />
      <p className="task-state">{[...parts, ...(withdrawable ? [words.withdrawable] : [])].join(' · ')}</p>
      <p />
      <div className="buttons">
        <Link className="button" to={pathOfFiling(filing, role)}>
          {words.look}
          <span className="only-read">{filing.projectName ?? filing.title}</span>
        </Link>
      </div>
    </li>
  )
}
