import { lazy, Suspense } from 'react'
import { Navigate, NavLink, Route, Routes } from 'react-router'
import type { Role } from '../../core/workflow/role.js'
import { useSession } from '../session.js'
import { Loading } from '../shell/Loading.js'
import './administration.css'
import { words } from './words.zh.js'

const UnitsPage = lazy(async () => ({ default: (await import('./units/UnitsPage.js')).UnitsPage }))
const AccountsPage = lazy(async () => ({
  default: (await import('./accounts/AccountsPage.js')).AccountsPage,
}))
const PolicyPage = lazy(async () => ({ default: (await import('./accounts/PolicyPage.js')).PolicyPage }))
const PacksPage = lazy(async () => ({ default: (await import('./packs/PacksPage.js')).PacksPage }))
const TrailPage = lazy(async () => ({ default: (await import('./running/TrailPage.js')).TrailPage }))
const BackupsPage = lazy(async () => ({ default: (await import('./running/BackupsPage.js')).BackupsPage }))
const HealthPage = lazy(async () => ({ default: (await import('./running/HealthPage.js')).HealthPage }))

type Place = Readonly<{ path: string; name: string; roles: readonly Role[] }>

const places: readonly Place[] = [
  { path: 'units', name: words.units, roles: ['systemAdministrator', 'securityAdministrator'] },
  { path: 'accounts', name: words.accounts, roles: ['systemAdministrator', 'securityAdministrator'] },
  { path: 'policy', name: words.policy, roles: ['securityAdministrator', 'systemAdministrator'] },
  { path: 'packs', name: words.packs, roles: ['performanceSection'] },
  { path: 'trail', name: words.trail, roles: ['trailReader'] },
  { path: 'backups', name: words.backups, roles: ['systemAdministrator'] },
  { path: 'health', name: words.health, roles: ['systemAdministrator'] },
]

/** Pages of the administrators and of those who keep packs: each sees the own ones only. */
export function AdministrationPages() {
  const role = useSession().data?.office?.role
  if (role === undefined) return <Loading />
  const own = places.filter(({ roles }) => roles.includes(role))
  const [first] = own
  if (first === undefined)
    return (
      <div className="page">
        <p>{words.notAllowed}</p>
      </div>
    )
  return (
    <div className="page wide administration">
      <nav aria-label={words.title} className="sections">
        {own.map(({ path, name }) => (
          <NavLink key={path} to={`/administration/${path}`}>
            {name}
          </NavLink>
        ))}
      </nav>
      <div className="section">
        <Suspense fallback={<Loading />}>
          <Routes>
            <Route element={<UnitsPage />} path="units" />
            <Route element={<AccountsPage />} path="accounts" />
            <Route element={<PolicyPage />} path="policy" />
            <Route element={<PacksPage />} path="packs" />
            <Route element={<TrailPage />} path="trail" />
            <Route element={<BackupsPage />} path="backups" />
            <Route element={<HealthPage />} path="health" />
            <Route element={<Navigate replace to={`/administration/${first.path}`} />} path="*" />
          </Routes>
        </Suspense>
      </div>
    </div>
  )
}
