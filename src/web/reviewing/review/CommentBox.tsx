import { useState } from 'react'
import type { CellKey, FilingContent } from '../../../core/editing/content.js'
import { textAt } from '../../../core/editing/text-at.js'
import { Button } from '../../shell/Button.js'
import { Dialog } from '../../shell/Dialog.js'
import { words as everywhere } from '../../words.zh.js'
import { words } from '../words.zh.js'
import type { Review } from './use-review.js'

type Props = Readonly<{
  cell: CellKey | undefined
  content: FilingContent
  nameOf: (cell: CellKey) => string
  review: Review
  close: () => void
}>

/** A comment on the chosen cell or paragraph, or on the whole filing. */
export function CommentBox({ cell, content, nameOf, review, close }: Props) {
  const [anchor, setAnchor] = useState<CellKey>(cell ?? 'page')
  const [said, setSaid] = useState('')
  const quote = anchor === 'page' ? '' : textAt(content, anchor).slice(0, 500)
  const send = () => review.comment.mutate({ anchor, quote, words: said.trim() }, { onSuccess: close })
  return (
    <Dialog close={close} title={words.comment}>
      <label className="field">
        <span>{words.commentOn}</span>
        <select onChange={({ target }) => setAnchor(target.value)} value={anchor}>
          {cell === undefined ? null : <option value={cell}>{nameOf(cell)}</option>}
          <option value="page">{words.wholePage}</option>
        </select>
        {quote === '' ? null : <small>{quote}</small>}
      </label>
      <label className="field">
        <span>{words.commentWords}</span>
        <textarea maxLength={2000} onChange={({ target }) => setSaid(target.value)} rows={4} value={said} />
      </label>
      <div className="buttons">
        <Button disabled={said.trim() === ''} busy={review.comment.isPending} onClick={send} filled>
          {words.writeComment}
        </Button>
        <Button onClick={close}>{everywhere.cancel}</Button>
      </div>
    </Dialog>
  )
}
