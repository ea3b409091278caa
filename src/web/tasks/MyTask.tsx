import { Link } from 'react-router'
import type { AnswerOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'
import { daysBetween, monthAndDay } from '../days.js'
import { pathOfFiling } from '../filing-place.js'
import { useSession } from '../session.js'
import { TaskName } from './TaskName.js'
import { words } from './words.zh.js'

type FilingShown = AnswerOf<Routes['readTasks']>['mine'][number]

/** One filing that is with me: how far it is, and the one thing to do next. */
export function MyTask({ filing, today }: Readonly<{ filing: FilingShown; today: string }>) {
  const role = useSession().data?.office?.role
  return (
    <li>
      <TaskName filing={filing} />
      <p className="task-state">{standing(filing).join(' · ')}</p>
      <DueOn dueOn={filing.dueOn} today={today} />
      <div className="buttons">
        <Link className="button filled" to={pathOfFiling(filing, role)}>
          {nextStep(filing)}
          <span className="only-read">{filing.projectName ?? filing.title}</span>
        </Link>
      </div>
    </li>
  )
}

/** Day until which something is due; silent when the head of the page already says so. */
export function DueOn({ dueOn, today }: Readonly<{ dueOn: string | null; today: string }>) {
  if (dueOn === null) return <p />
  const days = daysBetween(today, dueOn)
  return (
    <p className={days < 0 ? 'late' : 'quiet'}>
      {days < 0 ? words.overdue(-days, monthAndDay(dueOn)) : words.dueOn(monthAndDay(dueOn))}
    </p>
  )
}

function standing(filing: FilingShown): string[] {
  const { state, stateName, errors, warnings, flags, filled, required, waitingSince } = filing
  const found = [
    errors > 0 ? words.errors(errors) : '',
    warnings > 0 ? words.warnings(warnings) : '',
    errors + warnings === 0 && filled === required ? words.clean : '',
  ]
  const lines: Partial<Record<typeof state, string[]>> = {
    draft: [words.draft, required === 0 ? '' : words.filled(Math.floor((filled * 100) / required)), ...found],
    returned: [words.returned, words.flags(flags), words.returnedOn(monthAndDay(waitingSince)), ...found],
  }
  const line = lines[state] ?? [stateName, words.handedInOn(monthAndDay(waitingSince)), ...found]
  return line.filter((part) => part !== '')
}

function nextStep({ state, actions, errors, filled, required }: FilingShown): string {
  if (state === 'returned' && actions.includes('edit')) return words.mend
  if (actions.includes('edit'))
    return errors === 0 && filled === required ? words.readyToSubmit : words.continue
  if (actions.includes('publish')) return words.publish
  const reviews = actions.includes('acceptByDepartment') || actions.includes('acceptByBureau')
  return reviews ? words.review : words.look
}
