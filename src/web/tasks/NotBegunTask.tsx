import type { AnswerOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'
import { Button } from '../shell/Button.js'
import { DueOn } from './MyTask.js'
import { StartFailure } from './StartFailure.js'
import { TaskName } from './TaskName.js'
import { useStart } from './use-start.js'
import { words } from './words.zh.js'

type NotBegun = AnswerOf<Routes['readTasks']>['notBegun'][number]

/** Something to be filed that nobody has begun: from last year, from a file, or blank. */
export function NotBegunTask({ entry, today }: Readonly<{ entry: NotBegun; today: string }>) {
  const start = useStart()
  const begin = (from: 'blank' | 'lastYear', to = '') => ({
    disabled: start.isPending,
    onClick: () => start.mutate({ entryId: entry.entryId, from, to }),
  })
  return (
    <li>
      <TaskName filing={entry} />
      <p className="task-state">{words.notBegun}</p>
      <DueOn dueOn={entry.dueOn} today={today} />
      <div className="buttons">
        {entry.hasLastYear ? (
          <Button filled {...begin('lastYear')}>
            {words.fromLastYear}
          </Button>
        ) : null}
        <Button filled={!entry.hasLastYear} {...begin('blank', '/file')}>
          {words.importFile}
        </Button>
        <Button {...begin('blank')}>{words.blank}</Button>
      </div>
      {start.isError ? <StartFailure error={start.error} /> : null}
    </li>
  )
}
