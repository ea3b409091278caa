import { useQuery } from '@tanstack/react-query'
import { isBusinessRole } from '../../core/workflow/role.js'
import { filingStates } from '../../core/workflow/transition.js'
import { addressOf, call } from '../api.js'
import { oneOf, useFilter } from '../lists/use-filter.js'
import { useSession } from '../session.js'
import { Failure } from '../shell/Failure.js'
import { Loading } from '../shell/Loading.js'
import { PageHead } from '../shell/PageHead.js'
import { useYear } from '../year.js'
import { Counts } from './desk/Counts.js'
import { DeskFilters } from './desk/DeskFilters.js'
import { FilingList } from './desk/FilingList.js'
import { LookFirst } from './desk/LookFirst.js'
import { NotBegunList } from './desk/NotBegunList.js'
import { sorts, waitingRoles } from './desk/sorts.js'
import './reviewing.css'
import { words } from './words.zh.js'

/** The reviewer's first page: what to look at first, and every filing of the year within reach. */
export function DeskPage() {
  const year = useYear()
  const role = useSession().data?.office?.role
  const filter = useFilter()
  const sort = oneOf(filter.get('sort'), sorts) ?? 'risk'
  const asked = {
    year,
    query: filter.get('query'),
    state: oneOf(filter.get('state'), filingStates),
    waitingFor: oneOf(filter.get('waitingFor'), waitingRoles),
    departmentId: filter.get('departmentId'),
    overdue: oneOf(filter.get('overdue'), ['yes']),
    sort,
  }
  const list = useQuery({
    queryKey: ['filings', asked, filter.page, filter.size],
    queryFn: ({ signal }) =>
      call('listFilings', { query: { ...asked, page: filter.page, size: filter.size }, signal }),
    placeholderData: (before) => before,
    enabled: role !== undefined && isBusinessRole(role),
  })
  if (list.isError) return <Failure again={() => void list.refetch()} error={list.error} />
  if (list.data === undefined) return <Loading />
  const isNotBegun = filter.get('show') === 'notBegun'
  return (
    <div className="page wide desk">
      <PageHead title={words.desk}>
        <a className="button" href={addressOf('exportFilings', { query: asked })}>
          {words.export}
        </a>
      </PageHead>
      <Counts counts={list.data.counts} filter={filter} notBegun={list.data.notBegun} />
      <LookFirst role={role} year={year} />
      <h2>{isNotBegun ? words.notBegun : words.list}</h2>
      {isNotBegun ? (
        <NotBegunList filter={filter} year={year} />
      ) : (
        <>
          <DeskFilters filter={filter} />
          <FilingList filter={filter} items={list.data.items} total={list.data.total} />
        </>
      )}
    </div>
  )
}
