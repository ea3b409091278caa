import { useQuery } from '@tanstack/react-query'
import { call } from '../../api.js'
import { monthAndDay } from '../../days.js'
import { List } from '../../lists/List.js'
import type { ListFilter } from '../../lists/use-filter.js'
import { Failure } from '../../shell/Failure.js'
import { Loading } from '../../shell/Loading.js'
import { words } from '../words.zh.js'

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
        { id: 'unit', title: words.unit, of: ({ unitName }) => unitName },
        { id: 'title', title: words.project, of: ({ projectName, title }) => projectName ?? title },
        { id: 'due', title: words.due, of: ({ dueOn }) => (dueOn === null ? '' : monthAndDay(dueOn)) },
      ]}
      counted={words.counted}
      empty={<p>{words.allBegun}</p>}
      filter={filter}
      items={all.slice((page - 1) * size, page * size)}
      keyOf={({ entryId }) => entryId}
      label={words.notBegunList}
      total={all.length}
    />
  )
}
