import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import type { AnswerOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'
import { call } from '../api.js'
import { Failure } from '../shell/Failure.js'
import { DueOn } from './MyTask.js'
import { TaskName } from './TaskName.js'
import { words } from './words.zh.js'

type NotBegun = AnswerOf<Routes['readTasks']>['notBegun'][number]
type Start = Readonly<{ from: 'blank' | 'lastYear'; then: string }>

/** Something to be filed that nobody has begun: from last year, from a file, or blank. */
export function NotBegunTask({ entry, today }: Readonly<{ entry: NotBegun; today: string }>) {
  const navigate = useNavigate()
  const start = useMutation({
    mutationFn: ({ from }: Start) => call('startFiling', { body: { entryId: entry.entryId, from } }),
    onSuccess: ({ filingId }, { then }) => navigate(`/filings/${filingId}${then}`),
  })
  const begin = (from: Start['from'], then = '') => ({
    disabled: start.isPending,
    onClick: () => start.mutate({ from, then }),
  })
  return (
    <li>
      <TaskName filing={entry} />
      <p className="task-state">{words.notBegun}</p>
      <DueOn dueOn={entry.dueOn} today={today} />
      <div className="buttons">
        {entry.hasLastYear ? (
          <Button type="primary" {...begin('lastYear')}>
            {words.fromLastYear}
          </Button>
        ) : null}
        <Button type={entry.hasLastYear ? 'default' : 'primary'} {...begin('blank', '/file')}>
          {words.importFile}
        </Button>
        <Button {...begin('blank')}>{words.blank}</Button>
      </div>
      {start.isError ? <Failure error={start.error} /> : null}
    </li>
  )
}
