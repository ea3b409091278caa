import { Link } from 'react-router'
import type { AnswerOf } from '../../../contract/route.js'
import type { Routes } from '../../../contract/routes.js'
import type { Role } from '../../../core/workflow/role.js'
import { daysBetween, monthAndDay } from '../../days.js'
import { pathOfFiling } from '../../filing-place.js'
import { type Column, List } from '../../lists/List.js'
import type { ListFilter } from '../../lists/use-filter.js'
import { useSession } from '../../session.js'
import { words } from '../words.zh.js'

export type FilingShown = AnswerOf<Routes['listFilings']>['items'][number]

type Props = Readonly<{ items: readonly FilingShown[]; total: number; filter: ListFilter }>

/** The filings within reach, as a table. */
export function FilingList({ items, total, filter }: Props) {
  const role = useSession().data?.office?.role
  return (
    <List
      columns={columnsFor(role)}
      counted={words.counted}
      empty={<p>{filter.isSet ? words.nothing : words.nothingYet}</p>}
      filter={filter}
      items={items}
      keyOf={({ filingId }) => filingId}
      label={words.list}
      total={total}
    />
  )
}

function columnsFor(role: Role | undefined): readonly Column<FilingShown>[] {
  const today = new Date().toISOString()
  return [
    {
      id: 'unit',
      title: words.unit,
      of: (filing) => (
        <>
          <Link to={pathOfFiling(filing, role)}>{filing.unitName}</Link>
          {filing.departmentName === null || filing.departmentName === filing.unitName ? null : (
            <small>{filing.departmentName}</small>
          )}
        </>
      ),
    },
    { id: 'title', title: words.project, of: ({ projectName, title }) => projectName ?? title },
    { id: 'funds', title: words.funds, number: true, of: ({ totalFunds }) => totalFunds },
    { id: 'state', title: words.state, of: ({ stateName }) => stateName },
    { id: 'waits', title: words.waitsForWhom, of: ({ waitingForName }) => waitingForName ?? words.nobody },
    {
      id: 'days',
      title: words.days,
      number: true,
      of: ({ waitingForName, waitingSince }) =>
        waitingForName === null ? null : Math.max(0, daysBetween(waitingSince, today)),
    },
    { id: 'due', title: words.due, of: ({ dueOn }) => (dueOn === null ? null : monthAndDay(dueOn)) },
    { id: 'errors', title: words.errors, number: true, of: ({ errors }) => errors },
    { id: 'warnings', title: words.warnings, number: true, of: ({ warnings }) => warnings },
    { id: 'score', title: words.statedTotal, number: true, of: ({ statedTotal }) => statedTotal },
    { id: 'computed', title: words.computedTotal, number: true, of: ({ computedTotal }) => computedTotal },
    { id: 'proposed', title: words.proposedTotal, number: true, of: ({ proposedTotal }) => proposedTotal },
    {
      id: 'risk',
      title: words.risk,
      of: ({ risk, riskReasons }) =>
        risk === 0 ? null : (
          <>
            <span className={risk >= 50 ? 'tag bad' : 'tag soft'}>{risk}</span> {riskReasons.join('；')}
          </>
        ),
    },
  ]
}
