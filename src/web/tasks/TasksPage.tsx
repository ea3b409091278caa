import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'
import { call } from '../api.js'
import { daysBetween, monthAndDay } from '../days.js'
import { type Session, useSession } from '../session.js'
import { Failure } from '../shell/Failure.js'
import { Loading } from '../shell/Loading.js'
import { PageHead } from '../shell/PageHead.js'
import { words as everywhere } from '../words.zh.js'
import { useYear } from '../year.js'
import { MyTask } from './MyTask.js'
import { NotBegunTask } from './NotBegunTask.js'
import { StartButton } from './StartButton.js'
import './tasks.css'
import { WaitingTask } from './WaitingTask.js'
import { words } from './words.zh.js'

type Tasks = AnswerOf<Routes['readTasks']>

/** Everyone's first page: what I have to do until when, and for whom the rest waits. */
export function TasksPage() {
  const year = useYear()
  const session = useSession().data
  const tasks = useQuery({
    queryKey: ['tasks', year],
    queryFn: ({ signal }) => call('readTasks', { query: year === undefined ? {} : { year }, signal }),
    refetchOnWindowFocus: true,
    staleTime: 0,
  })
  if (tasks.isPending) return <Loading />
  if (tasks.isError) return <Failure error={tasks.error} again={() => void tasks.refetch()} />
  const { mine, notBegun, waiting, today } = tasks.data
  const fillsIn = isFillingIn(session)
  return (
    <div className="page">
      <PageHead title={words.title}>
        <Deadline tasks={tasks.data} />
        {fillsIn && mine.length + notBegun.length > 0 ? <StartButton today={today} /> : null}
      </PageHead>
      <section className="panel" aria-labelledby="mine">
        <h2 id="mine">
          {words.mine} <span className="count">{mine.length + notBegun.length}</span>
        </h2>
        {mine.length + notBegun.length === 0 ? (
          <NothingMine waits={waiting.length > 0} today={today} />
        ) : null}
        <ul className="tasks">
          {mine.map((filing) => (
            <MyTask key={filing.filingId} filing={filing} today={today} />
          ))}
          {notBegun.map((entry) => (
            <NotBegunTask key={entry.entryId} entry={entry} today={today} />
          ))}
        </ul>
      </section>
      <section className="panel" aria-labelledby="waiting">
        <h2 id="waiting">
          {words.waiting} <span className="count">{waiting.length}</span>
        </h2>
        {waiting.length === 0 ? <p className="quiet">{words.nothingWaiting}</p> : null}
        <ul className="tasks">
          {waiting.map((filing) => (
            <WaitingTask key={filing.filingId} filing={filing} today={today} />
          ))}
        </ul>
      </section>
    </div>
  )
}

/** The nearest deadline of what is still with me. */
function Deadline({ tasks: { mine, notBegun, today } }: Readonly<{ tasks: Tasks }>) {
  const [next] = [...mine, ...notBegun].flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).toSorted()
  if (next === undefined) return null
  const days = daysBetween(today, next)
  const day = monthAndDay(next)
  if (days < 0) return <p className="late">{words.overdue(-days, day)}</p>
  return (
    <p className={days <= 3 ? 'late' : 'quiet'}>
      {days === 0 ? words.dueToday(day) : words.dueIn(days, day)}
    </p>
  )
}

function NothingMine({ waits, today }: Readonly<{ waits: boolean; today: string }>) {
  const year = useYear()
  if (!isFillingIn(useSession().data)) return <p className="quiet">{words.nothingToReview}</p>
  const says = waits
    ? `${words.nothingMine}${words.nothingMineWaits}`
    : words.nothingAtAll(year === undefined ? '' : everywhere.yearName(year))
  return (
    <>
      <p className="quiet">{says}</p>
      <StartButton today={today} primary={!waits} />
    </>
  )
}

function isFillingIn(session: Session | undefined): boolean {
  const role = session?.office?.role
  return role === 'preparer' || role === 'headOfUnit'
}
