import { useMutation, useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../../contract/route.js'
import type { Routes } from '../../../contract/routes.js'
import { addressOf, call } from '../../api.js'
import { FilterChoice, FilterDay, Filters, FilterText } from '../../lists/Filters.js'
import { type Column, List } from '../../lists/List.js'
import { type ListFilter, useFilter } from '../../lists/use-filter.js'
import { Button } from '../../shell/Button.js'
import { Failure } from '../../shell/Failure.js'
import { Loading } from '../../shell/Loading.js'
import { PageHead } from '../../shell/PageHead.js'
import { words } from './words.zh.js'

type TrailShown = AnswerOf<Routes['listTrail']>

const columns: readonly Column<TrailShown['items'][number]>[] = [
  { id: 'sequence', title: words.sequence, number: true, of: ({ sequence }) => sequence },
  { id: 'year', title: words.day, of: ({ happenedAt }) => dayOf(happenedAt) },
  { id: 'words', title: words.event, of: (event) => event.words },
  { id: 'role', title: words.office, of: ({ roleName }) => roleName },
]

/** 留痕 of the whole region, and the proof that nothing of it was changed. */
export function TrailPage() {
  const filter = useFilter()
  const asked = {
    from: filter.get('from'),
    until: filter.get('until'),
    query: filter.get('query'),
    action: filter.get('action'),
  }
  const list = useQuery({
    queryKey: ['whole-trail', asked, filter.page, filter.size],
    queryFn: () => call('listTrail', { query: { ...asked, page: filter.page, size: filter.size } }),
    placeholderData: (before) => before,
  })
  const verify = useMutation({ mutationFn: () => call('checkTrail') })
  if (list.isError) return <Failure again={() => void list.refetch()} error={list.error} />
  if (list.data === undefined) return <Loading />
  const { items, total, actions } = list.data
  return (
    <>
      <PageHead title={words.trail}>
        <a className="button" href={addressOf('exportTrail', { query: asked })}>
          {words.export}
        </a>
        <Button busy={verify.isPending} onClick={() => verify.mutate()} filled>
          {words.verify}
        </Button>
      </PageHead>
      {verify.error === null ? null : <Failure error={verify.error} />}
      {verify.data === undefined ? null : (
        <p className={verify.data.intact ? 'panel' : 'failure'} role="status">
          {verify.data.words}
          {words.endsWith(verify.data.head.slice(0, 16))}
        </p>
      )}
      <TrailFilters actions={actions} filter={filter} />
      <List
        columns={columns}
        empty={<p>{filter.isSet ? words.noneFound : words.noneYet}</p>}
        filter={filter}
        items={items}
        keyOf={({ sequence }) => sequence}
        label={words.trail}
        total={total}
      />
    </>
  )
}

type FilterProps = Readonly<{ actions: TrailShown['actions']; filter: ListFilter }>

function TrailFilters({ actions, filter }: FilterProps) {
  return (
    <Filters filter={filter}>
      <FilterText filter={filter} label={words.whoOrWhat} name="query" />
      <FilterChoice
        choices={actions.map((one) => [one.action, one.words])}
        filter={filter}
        label={words.what}
        name="action"
      />
      <FilterDay filter={filter} label={words.from} name="from" />
      <FilterDay filter={filter} label={words.until} name="until" />
    </Filters>
  )
}

/** Day of an instant in the time of this machine, `2026-03-05`. */
function dayOf(instant: string): string {
  const date = new Date(instant)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
