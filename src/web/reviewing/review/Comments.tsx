import { useState } from 'react'
import type { CellKey } from '../../../core/editing/content.js'
import { monthAndDay } from '../../days.js'
import { useSession } from '../../session.js'
import { Button } from '../../shell/Button.js'
import { words } from '../words.zh.js'
import type { Comment, Review } from './use-review.js'

type Props = Readonly<{ review: Review; goTo: (cell: CellKey) => void; nameOf: (cell: CellKey) => string }>
type Shown = 'open' | 'mine' | 'solved'

const names: Readonly<Record<Shown, string>> = {
  open: words.openComments,
  mine: words.mine,
  solved: words.solved,
}

/** 批注: what people say, open ones first; mine and the solved ones on their own. */
export function Comments({ review, goTo, nameOf }: Props) {
  const [shown, setShown] = useState<Shown>('open')
  const me = useSession().data?.account?.name
  const kept: Readonly<Record<Shown, (comment: Comment) => boolean>> = {
    open: ({ solvedAt }) => solvedAt === null,
    mine: ({ byName }) => byName === me,
    solved: ({ solvedAt }) => solvedAt !== null,
  }
  const found = review.comments.filter(kept[shown])
  return (
    <section aria-labelledby="comments">
      <h3 id="comments">{words.commentWords}</h3>
      <div className="buttons">
        {(['open', 'mine', 'solved'] as const).map((one) => (
          <button
            aria-pressed={shown === one}
            className="plain"
            key={one}
            onClick={() => setShown(one)}
            type="button"
          >
            {names[one]} {review.comments.filter(kept[one]).length}
          </button>
        ))}
      </div>
      {review.comments.length === 0 ? <p className="quiet">{words.noComments}</p> : null}
      <ul className="said">
        {found.map((comment) => (
          <li key={comment.commentId}>
            <button onClick={() => goTo(comment.anchor)} type="button">
              <strong>{nameOf(comment.anchor)}</strong>：{comment.words}
            </button>
            <p className="quiet">
              {comment.byName}（{comment.roleName}）{monthAndDay(comment.writtenAt)}{' '}
              <Button
                onClick={() =>
                  review.solve.mutate({ commentId: comment.commentId, solved: comment.solvedAt === null })
                }
                small
              >
                {comment.solvedAt === null ? words.solved : words.reopen}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
