import { useQuery } from '@tanstack/react-query'
import { roleNames } from '../../../core/workflow/role.js'
import { call } from '../../api.js'
import { FilterChoice, Filters, FilterText } from '../../lists/Filters.js'
import type { ListFilter } from '../../lists/use-filter.js'
import { words } from '../words.zh.js'
import { sorts, waitingRoles } from './sorts.js'

/** What the list can be narrowed to, and its order. */
export function DeskFilters({ filter }: Readonly<{ filter: ListFilter }>) {
  const departments = useQuery({
    queryKey: ['units', 'departments'],
    queryFn: () => call('listUnits', { query: { kind: 'department', size: 200 } }),
    staleTime: 300_000,
  })
  const found = departments.data?.items ?? []
  return (
    <Filters filter={filter}>
      <FilterText filter={filter} label={words.unitOrProject} name="query" />
      {found.length < 2 ? null : (
        <FilterChoice
          choices={found.map(({ unitId, name }) => [unitId, name])}
          filter={filter}
          label={words.department}
          name="departmentId"
        />
      )}
      <FilterChoice
        choices={waitingRoles.map((role) => [role, roleNames[role]])}
        filter={filter}
        label={words.waitsForWhom}
        name="waitingFor"
      />
      <FilterChoice choices={[['yes', words.overdue]]} filter={filter} label={words.term} name="overdue" />
      <FilterChoice
        all={null}
        choices={sorts.map((one) => [one === 'risk' ? '' : one, words.sorts[one]])}
        filter={filter}
        label={words.order}
        name="sort"
      />
    </Filters>
  )
}
