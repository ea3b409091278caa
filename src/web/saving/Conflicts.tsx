import { Button } from '../shell/Button.js'
import { Dialog } from '../shell/Dialog.js'
import type { OpenConflict } from './save-state.js'
import { words } from './words.zh.js'

/** Both texts of every place that two people wrote in, side by side. */
export function Conflicts({
  conflicts,
  nameOf,
  choose,
  close,
}: Readonly<{
  conflicts: readonly OpenConflict[]
  nameOf: (cell: string) => string
  choose: (cell: string, whose: 'theirs' | 'yours') => void
  close: () => void
}>) {
  return (
    <Dialog title={words.conflictTitle} close={close}>
      <p>{words.conflictSays}</p>
      {conflicts.map(({ cell, theirs, yours }) => (
        <section key={cell} className="conflict" aria-label={nameOf(cell)}>
          <h3>{nameOf(cell)}</h3>
          <div>
            <p>
              {words.theirs}
              <q>{theirs || words.blank}</q>
            </p>
            <Button onClick={() => choose(cell, 'theirs')}>{words.keepTheirs}</Button>
          </div>
          <div>
            <p>
              {words.yours}
              <q>{yours || words.blank}</q>
            </p>
            <Button onClick={() => choose(cell, 'yours')}>{words.keepYours}</Button>
          </div>
        </section>
      ))}
    </Dialog>
  )
}
