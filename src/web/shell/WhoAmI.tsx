import { useMutation } from '@tanstack/react-query'
import { type FocusEvent, type KeyboardEvent, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { call } from '../api.js'
import { homeOf, type Session, useTakeSession } from '../session.js'
import { words } from '../words.zh.js'

/** Name and office of who is signed in; opens to change the office, see the account, and sign out. */
export function WhoAmI({ session }: Readonly<{ session: Session }>) {
  const [open, setOpen] = useState(false)
  const leave = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
  }
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside
    <div className="who" onBlur={leave} onKeyDown={escape}>
      <button type="button" aria-expanded={open} aria-controls="who-menu" onClick={() => setOpen(!open)}>
        {session.account?.name}
        {session.office === null ? null : <span className="who-role">{session.office.roleName}</span>}
        <span aria-hidden="true" className="caret" />
      </button>
      {open ? <WhoMenu session={session} close={() => setOpen(false)} /> : null}
    </div>
  )
}

function WhoMenu({ session, close }: Readonly<{ session: Session; close: () => void }>) {
  const take = useTakeSession()
  const navigate = useNavigate()
  const change = useMutation({
    mutationFn: (officeId: string) => call('chooseOffice', { body: { officeId } }),
    onSuccess: (next) => {
      take(next)
      close()
      void navigate(homeOf(next.office?.role))
    },
  })
  const signOut = useMutation({
    mutationFn: () => call('signOut'),
    onSettled: () => window.location.assign('/sign-in'),
  })
  return (
    <div className="who-menu" id="who-menu">
      <p>{words.actingAs}</p>
      {session.offices.map((office) => (
        <button
          type="button"
          key={office.officeId}
          aria-current={office.officeId === session.office?.officeId}
          onClick={() => change.mutate(office.officeId)}
        >
          {office.unitName}
          <span>{office.roleName}</span>
        </button>
      ))}
      <hr />
      <Link to="/account" onClick={close}>
        {words.account}
      </Link>
      <button type="button" onClick={() => signOut.mutate()}>
        {words.signOut}
      </button>
    </div>
  )
}
