import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { onSignedOut } from '../api.js'
import { type Session, useTakeSession } from '../session.js'
import { words } from '../words.zh.js'

const SignInForm = lazy(async () => ({ default: (await import('../signing-in/SignInForm.js')).SignInForm }))

/** When the session has ended: signing in over the open page, so that nothing typed in it is lost. */
export function SignInAgain({ accountId }: Readonly<{ accountId: string }>) {
  const [ended, setEnded] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const take = useTakeSession()
  useEffect(() => onSignedOut(() => setEnded(true)), [])
  useEffect(() => {
    if (ended) dialog.current?.showModal()
  }, [ended])
  const enter = (session: Session) => {
    take(session)
    if (session.account?.accountId !== accountId) window.location.assign('/')
    else setEnded(false)
  }
  if (!ended) return null
  return (
    <dialog ref={dialog} aria-labelledby="sign-in-again" onCancel={(event) => event.preventDefault()}>
      <h2 id="sign-in-again">{words.signInAgain}</h2>
      <p>{words.signInAgainSays}</p>
      <Suspense fallback={null}>
        <SignInForm onSignedIn={enter} />
      </Suspense>
    </dialog>
  )
}
