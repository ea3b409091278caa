import { useQuery } from '@tanstack/react-query'
import { call } from '../../api.js'
import { monthAndDay } from '../../days.js'
import { List } from '../../lists/List.js'
import type { ListFilter } from '../../lists/use-filter.js'
import { Failure } from '../../shell/Failure.js'
import { Loading } from '../../shell/Loading.js'

type Props = Readonly<{ filter: ListFilter; year: number | undefined }>

/** What is to be filed and nobody has begun. */
export function NotBegunList({ filter, year }: Props) {
  const tasks = useQuery({
    queryKey: ['tasks', year],
    queryFn: ({ signal }) => call('readTasks', { query: year === undefined ? {} : { year }, signal }),
  })
  if (tasks.isError) return <Failure error={tasks.error} />
  if (tasks.data === undefined) return <Loading />
  const all = tasks.data.notBegun
  const { page, size } = filter
  return (
    <List
      columns={[
        { id: 'unit', title: '单位', of: ({ unitName }) => unitName },
        { id: 'title', title: '项目', of: ({ projectName, title }) => projectName ?? title },
        { id: 'due', title: '截止', of: ({ dueOn }) => (dueOn === null ? '' : monthAndDay(dueOn)) },
      ]}
      counted="份"
      empty={<p>应报的都已经开始填报。</p>}
      filter={filter}
      items={all.slice((page - 1) * size, page * size)}
      keyOf={({ entryId }) => entryId}
      label="未报名单"
      total={all.length}
    />
  )
}
