import { useNavigate, useSearchParams } from 'react-router'
import { signOnErrors } from '../../core/errors/sign-on-errors.js'
import { addressOf } from '../api.js'
import { homeOf, type Session, useSession, useTakeSession } from '../session.js'
import { words as everywhere } from '../words.zh.js'
import { DemoAccounts } from './DemoAccounts.js'
import { SignInForm } from './SignInForm.js'
import './signing-in.css'
import { words } from './words.zh.js'

/** Sign-in; in a demonstration also its people, each one click away. */
export function SignInPage() {
  const session = useSession().data
  const [search] = useSearchParams()
  const take = useTakeSession()
  const navigate = useNavigate()
  const enter = (next: Session) => {
    take(next)
    const asked = search.get('next') ?? ''
    void navigate(/^\/(?!\/)./.test(asked) ? asked : homeOf(next.office?.role), { replace: true })
  }
  const signOn = session?.signOn ?? null
  return (
    <div className={session?.demo === true ? 'sign-in with-demo' : 'sign-in'}>
      <section className="panel sign-in-box" aria-labelledby="sign-in">
        <p className="brand">{everywhere.product}</p>
        <p className="quiet">
          {session === undefined || session.title === everywhere.product ? words.says : session.title}
        </p>
        <h1 id="sign-in">{words.title}</h1>
        <Refusal code={search.get('refused')} />
        <SignInForm onSignedIn={enter} />
        {signOn === null ? null : (
          <a className="button sign-on" href={addressOf('startSignOn')}>
            {words.signOn(signOn)}
          </a>
        )}
      </section>
      {session?.demo === true ? <DemoAccounts onSignedIn={enter} /> : null}
    </div>
  )
}

/** Why the bureau's own sign-on sent the browser back here. */
function Refusal({ code }: Readonly<{ code: string | null }>) {
  if (code === null) return null
  const [, told] = Object.entries(signOnErrors).find(([known]) => known === code) ?? []
  return (
    <p className="failure" role="alert">
      {(told ?? signOnErrors.SIGN_ON_REFUSED).sentence}
    </p>
  )
}
