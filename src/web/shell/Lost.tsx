import { isRouteErrorResponse, Link, useRouteError } from 'react-router'
import { words } from '../words.zh.js'
import { PageHead } from './PageHead.js'

/** Shown for an address that leads nowhere, or a page that broke. */
export function Lost() {
  const error = useRouteError()
  const broken = error !== undefined && error !== null && !isRouteErrorResponse(error)
  return (
    <div className="page">
      <PageHead title={broken ? words.pageBroken : words.notFound} />
      <p>{broken ? words.pageFault : words.notFoundSays}</p>
      <p>{broken ? <a href={location.pathname}>{words.refresh}</a> : <Link to="/">{words.toTasks}</Link>}</p>
    </div>
  )
}
