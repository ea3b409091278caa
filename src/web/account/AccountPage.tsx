import { useSession } from '../session.js'
import { Loading } from '../shell/Loading.js'
import { PageHead } from '../shell/PageHead.js'
import './account.css'
import { PasswordSection } from './PasswordSection.js'
import { SecondFactorSection } from './SecondFactorSection.js'
import { TokensSection } from './TokensSection.js'
import { words } from './words.zh.js'

/** One's own account: password, second factor, and keys for programs. */
export function AccountPage() {
  const session = useSession().data
  if (session?.account == null) return <Loading />
  return (
    <div className="page account">
      <PageHead title={words.title} />
      {session.mustChangePassword ? (
        <p className="failure" role="alert">
          {words.mustChange}
        </p>
      ) : null}
      <section className="panel">
        <h2>{session.account.name}</h2>
        <p className="quiet">
          {words.login} {session.account.login}
        </p>
        <ul>
          {session.offices.map(({ officeId, unitName, roleName }) => (
            <li key={officeId}>
              {unitName} · {roleName}
            </li>
          ))}
        </ul>
      </section>
      <PasswordSection />
      {session.mustChangePassword ? null : (
        <>
          <SecondFactorSection isOn={session.secondFactor} />
          <TokensSection />
        </>
      )}
    </div>
  )
}
