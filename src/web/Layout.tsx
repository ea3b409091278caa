import { useEffect } from 'react'
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router'
import { useSession } from './session.js'
import { Failure } from './shell/Failure.js'
import { Loading } from './shell/Loading.js'
import { TopBar } from './shell/TopBar.js'
import { SignInAgain } from './signing-in/SignInAgain.js'
import { words } from './words.zh.js'

/** The frame of every page behind sign-in. */
export function Layout() {
  const session = useSession()
  const { pathname, search } = useLocation()
  useEffect(() => {
    document.title = words.product
  }, [])
  if (session.isPending) return <Loading />
  if (session.isError) return <Failure error={session.error} again={() => void session.refetch()} />
  if (session.data.account === null)
    return <Navigate replace to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} />
  if (session.data.mustChangePassword && pathname !== '/account') return <Navigate replace to="/account" />
  return (
    <>
      <a className="skip" href="#work">
        {words.skip}
      </a>
      <TopBar session={session.data} />
      <main id="work" tabIndex={-1}>
        <Outlet />
      </main>
      <SignInAgain accountId={session.data.account.accountId} />
      <ScrollRestoration />
    </>
  )
}
