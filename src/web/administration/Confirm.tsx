import type { ReactNode } from 'react'
import { sentenceOf } from '../api-problem.js'
import { Button } from '../shell/Button.js'
import { Dialog } from '../shell/Dialog.js'
import { words } from '../words.zh.js'

type Props = Readonly<{
  title: string
  /** What exactly will happen. */
  says: ReactNode
  /** The verb on the button. */
  verb: string
  isReady?: boolean
  change: Readonly<{ isPending: boolean; error: unknown }>
  act: () => void
  close: () => void
  children?: ReactNode
}>

/** Asks before something is changed, and says what will happen in full. */
export function Confirm({ title, says, verb, isReady = true, change, act, close, children }: Props) {
  return (
    <Dialog close={close} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !change.isPending) act()
        }}
      >
        {children}
        <p>{says}</p>
        {change.error === null ? null : (
          <p className="failure" role="alert">
            {sentenceOf(change.error)}
          </p>
        )}
        <div className="buttons">
          <Button disabled={!isReady} type="submit" busy={change.isPending} filled>
            {verb}
          </Button>
          <Button onClick={close}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
