import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { call, onSignedOut } from '../api.js'
import { type Session, useSession, useTakeSession } from '../session.js'
import { Button } from '../shell/Button.js'
import { words } from '../words.zh.js'

const SignInForm = lazy(async () => ({ default: (await import('./SignInForm.js')).SignInForm }))

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
    window.dispatchEvent(new Event('online'))
  }
  const before = useSession().data
  const demoOffice = before?.demo === true ? before.office : null
  if (!ended) return null
  return (
    <dialog ref={dialog} aria-labelledby="sign-in-again" onCancel={(event) => event.preventDefault()}>
      <h2 id="sign-in-again">{words.signInAgain}</h2>
      <p>{words.signInAgainSays}</p>
      {demoOffice === null ? null : (
        <Button
          filled
          className="whole"
          onClick={() => void call('signInDemo', { body: { officeId: demoOffice.officeId } }).then(enter)}
        >
          {words.continueAs(demoOffice.unitName, demoOffice.roleName)}
        </Button>
      )}
      <Suspense fallback={null}>
        <SignInForm onSignedIn={enter} />
      </Suspense>
    </dialog>
  )
}
