import { useMutation, useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'
import { call } from '../api.js'
import type { Session } from '../session.js'
import { Failure } from '../shell/Failure.js'
import { words } from './words.zh.js'

type DemoAccount = AnswerOf<Routes['listDemoAccounts']>[number]

/** The people of the demonstration by what they are; a card says what one can try as them. */
export function DemoAccounts({ onSignedIn }: Readonly<{ onSignedIn: (session: Session) => void }>) {
  const accounts = useQuery({
    queryKey: ['session', 'demo-accounts'],
    queryFn: () => call('listDemoAccounts'),
  })
  const enter = useMutation({
    mutationFn: (officeId: string) => call('signInDemo', { body: { officeId } }),
    onSuccess: onSignedIn,
  })
  return (
    <section className="demo" aria-labelledby="demo">
      <h2 id="demo">{words.demoTitle}</h2>
      <p className="quiet">{words.demoSays}</p>
      {accounts.isError ? <Failure error={accounts.error} again={() => void accounts.refetch()} /> : null}
      {enter.isError ? <Failure error={enter.error} /> : null}
      {groupsOf(accounts.data ?? []).map(({ name, members }) => (
        <div key={name}>
          <h3>{name}</h3>
          <ul>
            {members.map((one) => (
              <li key={one.officeId}>
                <button type="button" disabled={enter.isPending} onClick={() => enter.mutate(one.officeId)}>
                  <strong>{one.roleName}</strong> {one.name}
                  <span>{one.unitName}</span>
                  <span>{one.does}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function groupsOf(accounts: readonly DemoAccount[]) {
  const groups = [
    { name: words.unit, fits: /填报|单位负责/ },
    { name: words.department, fits: /主管/ },
    { name: words.bureau, fits: /财政|公开/ },
    { name: words.administration, fits: /./ },
  ]
  const nameOf = (one: DemoAccount) => groups.find(({ fits }) => fits.test(one.roleName))?.name
  return groups
    .map(({ name }) => ({ name, members: accounts.filter((one) => nameOf(one) === name) }))
    .filter(({ members }) => members.length > 0)
}
