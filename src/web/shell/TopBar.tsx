import { Link, NavLink } from 'react-router'
import { isBusinessRole, type Role } from '../../core/workflow/role.js'
import { homeOf, type Session } from '../session.js'
import { words } from '../words.zh.js'
import { chooseYear, useYear } from '../year.js'
import { Search } from './Search.js'
import { WhoAmI } from './WhoAmI.js'

/** Top of every page: the product, the places of the role, the year, the search, and who is signed in. */
export function TopBar({ session }: Readonly<{ session: Session }>) {
  const role = session.office?.role
  const business = role !== undefined && isBusinessRole(role)
  return (
    <header className="top-bar">
      <Link className="brand" to={homeOf(role)}>
        {words.product}
      </Link>
      {business ? <YearChoice years={session.years} /> : null}
      <nav aria-label={words.places}>
        {placesOf(role).map(({ to, name }) => (
          <NavLink key={to} to={to} end={to === '/'}>
            {name}
          </NavLink>
        ))}
      </nav>
      {session.demo ? (
        <span className="demo-mark" title={words.demoSays}>
          {words.demo}
        </span>
      ) : null}
      <span className="gap" />
      {business ? <Search role={role} /> : null}
      <WhoAmI session={session} />
    </header>
  )
}

function YearChoice({ years }: Readonly<{ years: readonly number[] }>) {
  const year = useYear()
  if (year === undefined) return null
  return (
    <select
      className="year"
      aria-label={words.year}
      value={year}
      onChange={({ target }) => chooseYear(Number(target.value))}
    >
      {years.map((one) => (
        <option key={one} value={one}>
          {words.yearName(one)}
        </option>
      ))}
    </select>
  )
}

function placesOf(role: Role | undefined): readonly { to: string; name: string }[] {
  if (role === undefined) return []
  if (!isBusinessRole(role)) return [{ to: '/administration', name: words.administration }]
  if (role === 'preparer' || role === 'headOfUnit') return [{ to: '/', name: words.myTasks }]
  return [
    { to: '/desk', name: words.desk },
    { to: '/', name: words.myTasks },
    ...(role === 'performanceSection' ? [{ to: '/administration/packs', name: words.packs }] : []),
  ]
}
