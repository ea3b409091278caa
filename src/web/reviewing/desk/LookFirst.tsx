import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { isBusinessRole, type Role } from '../../../core/workflow/role.js'
import { call } from '../../api.js'
import { daysBetween, monthAndDay } from '../../days.js'
import { pathOfFiling } from '../../filing-place.js'
import { words } from '../words.zh.js'
import type { FilingShown } from './FilingList.js'

type Props = Readonly<{ role: Role | undefined; year: number | undefined }>

/** The few filings that wait for me and weigh most, with the reasons. */
export function LookFirst({ role, year }: Props) {
  const waitingFor = role !== undefined && isBusinessRole(role) ? role : undefined
  const mine = waitingFor === 'performanceSection' ? 'financeReviewer' : waitingFor
  const found = useQuery({
    queryKey: ['filings', 'first', year, mine],
    queryFn: () => call('listFilings', { query: { year, waitingFor: mine, sort: 'risk', size: 6 } }),
    enabled: mine !== undefined,
  })
  if (found.data === undefined) return null
  const { items, total } = found.data
  return (
    <section aria-labelledby="first" className="panel first">
      <h2 id="first">
        {words.first} <span className="quiet">{total}</span>
      </h2>
      <p className="quiet">{total === 0 ? words.nothingFirst : words.firstSays}</p>
      <ol>
        {items.map((filing) => (
          <First filing={filing} key={filing.filingId} role={role} />
        ))}
      </ol>
    </section>
  )
}

function First({ filing, role }: Readonly<{ filing: FilingShown; role: Role | undefined }>) {
  const { unitName, projectName, title, totalFunds, errors, warnings, riskReasons, waitingSince, dueOn } =
    filing
  const days = Math.max(0, daysBetween(waitingSince, new Date().toISOString()))
  const facts = [
    totalFunds === null ? '' : words.amount(totalFunds),
    errors === 0 ? '' : words.errorCount(errors),
    warnings === 0 ? '' : words.warningCount(warnings),
    words.since(days),
    dueOn === null ? '' : words.dueBy(monthAndDay(dueOn)),
  ]
  return (
    <li>
      <Link to={pathOfFiling(filing, role)}>
        {unitName}　{projectName ?? title}
      </Link>
      <span>{facts.filter((fact) => fact !== '').join(' · ')}</span>
      {riskReasons.length === 0 ? null : <small>{riskReasons.join('；')}</small>}
    </li>
  )
}
