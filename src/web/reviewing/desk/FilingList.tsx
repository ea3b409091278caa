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
      counted="份"
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
      title: '单位',
      of: (filing) => (
        <>
          <Link to={pathOfFiling(filing, role)}>{filing.unitName}</Link>
          {filing.departmentName === null || filing.departmentName === filing.unitName ? null : (
            <small>{filing.departmentName}</small>
          )}
        </>
      ),
    },
    { id: 'title', title: '项目', of: ({ projectName, title }) => projectName ?? title },
    { id: 'funds', title: '金额（万元）', number: true, of: ({ totalFunds }) => totalFunds },
    { id: 'state', title: '状态', of: ({ stateName }) => stateName },
    { id: 'waits', title: '等谁', of: ({ waitingForName }) => waitingForName ?? words.nobody },
    {
      id: 'days',
      title: '几天',
      number: true,
      of: ({ waitingForName, waitingSince }) =>
        waitingForName === null ? null : Math.max(0, daysBetween(waitingSince, today)),
    },
    { id: 'due', title: '截止', of: ({ dueOn }) => (dueOn === null ? null : monthAndDay(dueOn)) },
    { id: 'errors', title: '错误', number: true, of: ({ errors }) => errors },
    { id: 'warnings', title: '提示', number: true, of: ({ warnings }) => warnings },
    { id: 'score', title: '自评得分', number: true, of: ({ statedTotal }) => statedTotal },
    { id: 'computed', title: '核算得分', number: true, of: ({ computedTotal }) => computedTotal },
    { id: 'proposed', title: '复核分', number: true, of: ({ proposedTotal }) => proposedTotal },
    {
      id: 'risk',
      title: '风险及原因',
      of: ({ risk, riskReasons }) =>
        risk === 0 ? null : (
          <>
            <span className={risk >= 50 ? 'tag bad' : 'tag soft'}>{risk}</span> {riskReasons.join('；')}
          </>
        ),
    },
  ]
}
