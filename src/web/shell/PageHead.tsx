import { type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'
import { words } from '../words.zh.js'

export type Crumb = Readonly<{ words: string; to: string }>

/** Where am I: the way here, the title of the page (also of the window), and on the right what can be done. */
export function PageHead({
  title,
  crumbs = [],
  children,
}: Readonly<{ title: string; crumbs?: readonly Crumb[]; children?: ReactNode }>) {
  useEffect(() => {
    document.title = `${title} · ${words.product}`
  }, [title])
  return (
    <header className="page-head">
      <div>
        {crumbs.length === 0 ? null : (
          <nav aria-label={words.youAreHere} className="crumbs">
            {crumbs.map((crumb) => (
              <Link key={crumb.to} to={crumb.to}>
                {crumb.words}
              </Link>
            ))}
          </nav>
        )}
        <h1>{title}</h1>
      </div>
      <div className="page-actions">{children}</div>
    </header>
  )
}
