import { useQuery } from '@tanstack/react-query'
import { call } from '../../api.js'
import { dateAndTime } from '../../days.js'
import { Button } from '../../shell/Button.js'
import { Failure } from '../../shell/Failure.js'
import { Loading } from '../../shell/Loading.js'
import { PageHead } from '../../shell/PageHead.js'
import '../../lists/lists.css'
import { words } from './words.zh.js'

const states = {
  well: [words.well, 'good'],
  attention: [words.attention, 'soft'],
  broken: [words.broken, 'bad'],
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
      <PageHead title={words.health}>
        <Button busy={found.isFetching} onClick={() => void found.refetch()} filled>
          {words.lookAgain}
        </Button>
      </PageHead>
      <p role="status">
        {wrong === 0 ? words.allWell : words.attend(wrong)}
        <span className="quiet">{words.lookedAt(dateAndTime(checkedAt))}</span>
      </p>
      <ul className="panel health">
        {items.map(({ id, title, state, words: said }) => (
          <li key={id}>
            <strong>{title}</strong>
            <span>
              <span className={`tag ${states[state][1]}`}>{states[state][0]}</span>
            </span>
            <span>{said}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
