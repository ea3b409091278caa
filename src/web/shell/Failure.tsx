import { sentenceOf } from '../api-problem.js'
import { words } from '../words.zh.js'
import { Button } from './Button.js'

/** The sentence of something that failed, and a button to try again where that makes sense. */
export function Failure({ error, again }: Readonly<{ error: unknown; again?: () => void }>) {
  return (
    <div className="failure" role="alert">
      <p>{sentenceOf(error)}</p>
      {again === undefined ? null : <Button onClick={again}>{words.tryAgain}</Button>}
    </div>
  )
}
