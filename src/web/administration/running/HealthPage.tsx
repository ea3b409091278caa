import { useQuery } from '@tanstack/react-query'
import { call } from '../../api.js'
import { dateAndTime } from '../../days.js'
import { Button } from '../../shell/Button.js'
import { Failure } from '../../shell/Failure.js'
import { Loading } from '../../shell/Loading.js'
import { PageHead } from '../../shell/PageHead.js'
import '../../lists/lists.css'

const states = {
  well: ['正常', 'good'],
  attention: ['请留意', 'soft'],
  broken: ['要处理', 'bad'],
} as const

/** 系统状况: what runs, and what to do where something does not. */
export function HealthPage() {
  const found = useQuery({ queryKey: ['health'], queryFn: () => call('readHealth') })
  if (found.isError) return <Failure again={() => void found.refetch()} error={found.error} />
  if (found.data === undefined) return <Loading />
  const { items, checkedAt } = found.data
  const wrong = items.filter(({ state }) => state !== 'well').length
  return (
    <>
      <PageHead title="系统状况">
        <Button busy={found.isFetching} onClick={() => void found.refetch()} filled>
          再查一次
        </Button>
      </PageHead>
      <p role="status">
        {wrong === 0 ? '一切正常。' : `有 ${wrong} 项要留意。`}
        <span className="quiet">{dateAndTime(checkedAt)} 查</span>
      </p>
      <ul className="panel health">
        {items.map(({ id, title, state, words }) => (
          <li key={id}>
            <strong>{title}</strong>
            <span>
              <span className={`tag ${states[state][1]}`}>{states[state][0]}</span>
            </span>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
