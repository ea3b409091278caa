import { Link } from 'react-router'
import { ApiProblem, sentenceOf } from '../api-problem.js'
import { words } from './words.zh.js'

/** Why nothing was begun; where the same is there already, the way to it. */
export function StartFailure({ error }: Readonly<{ error: unknown }>) {
  const filingId = error instanceof ApiProblem ? error.detail.filingId : undefined
  return (
    <div className="failure" role="alert">
      <p>{sentenceOf(error)}</p>
      {typeof filingId === 'string' ? <Link to={`/filings/${filingId}`}>{words.openIt}</Link> : null}
    </div>
  )
}
