import { lazy, Suspense } from 'react'
import { Navigate, NavLink, Route, Routes } from 'react-router'
import type { Role } from '../../core/workflow/role.js'
import { useSession } from '../session.js'
import { Loading } from '../shell/Loading.js'
import './administration.css'

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
  { path: 'units', name: '单位', roles: ['systemAdministrator', 'securityAdministrator'] },
  { path: 'accounts', name: '用户与岗位', roles: ['systemAdministrator', 'securityAdministrator'] },
  { path: 'policy', name: '登录规则', roles: ['securityAdministrator', 'systemAdministrator'] },
  { path: 'packs', name: '模板包', roles: ['performanceSection'] },
  { path: 'trail', name: '留痕', roles: ['trailReader'] },
  { path: 'backups', name: '备份', roles: ['systemAdministrator'] },
  { path: 'health', name: '系统状况', roles: ['systemAdministrator'] },
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
        <p>您的岗位没有系统管理的权限。需要时请找系统管理员。</p>
      </div>
    )
  return (
    <div className="page wide administration">
      <nav aria-label="系统管理" className="sections">
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
