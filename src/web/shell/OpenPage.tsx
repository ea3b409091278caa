import { Outlet } from 'react-router'

/** The frame of pages that need no sign-in. */
export function OpenPage() {
  return (
    <main id="work" className="open-page">
      <Outlet />
    </main>
  )
}
