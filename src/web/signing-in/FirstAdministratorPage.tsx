import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { call } from '../api.js'
import { homeOf, useTakeSession } from '../session.js'
import { Button } from '../shell/Button.js'
import { Failure } from '../shell/Failure.js'
import { Field } from '../shell/Field.js'
import './signing-in.css'
import { words } from './words.zh.js'

const empty = { regionName: '', name: '', login: '', password: '', again: '' }

/** Behind the one-time link of the first start: names the region and makes its first administrator. */
export function FirstAdministratorPage() {
  const { token = '' } = useParams()
  const [given, setGiven] = useState(empty)
  const take = useTakeSession()
  const navigate = useNavigate()
  const { again, ...body } = given
  const create = useMutation({
    mutationFn: () => call('createFirstAdministrator', { body: { token, ...body } }),
    onSuccess: (session) => {
      take(session)
      void navigate(homeOf(session.office?.role), { replace: true })
    },
  })
  const differs = again !== '' && again !== given.password
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!differs) create.mutate()
  }
  const set = (name: keyof typeof empty) => (text: string) => setGiven({ ...given, [name]: text })
  return (
    <form className="panel sign-in-box sign-in" onSubmit={send}>
      <div>
        <h1>{words.firstTitle}</h1>
        <p className="quiet">{words.firstSays}</p>
      </div>
      <div>
        <Field
          label={words.regionName}
          says={words.regionHint}
          required
          value={given.regionName}
          onText={set('regionName')}
        />
        <Field label={words.name} autoComplete="name" required value={given.name} onText={set('name')} />
        <Field
          label={words.login}
          autoComplete="username"
          required
          value={given.login}
          onText={set('login')}
        />
        <NewPassword given={given} differs={differs} set={set} />
        {create.isError ? <Failure error={create.error} /> : null}
        <Button filled type="submit" className="whole" busy={create.isPending}>
          {words.create}
        </Button>
      </div>
    </form>
  )
}

function NewPassword({
  given,
  differs,
  set,
}: Readonly<{
  given: typeof empty
  differs: boolean
  set: (name: 'password' | 'again') => (text: string) => void
}>) {
  return (
    <>
      <Field
        label={words.password}
        says={words.passwordSays}
        type="password"
        autoComplete="new-password"
        required
        value={given.password}
        onText={set('password')}
      />
      <Field
        label={words.again}
        wrong={differs ? words.differs : undefined}
        type="password"
        autoComplete="new-password"
        required
        value={given.again}
        onText={set('again')}
      />
    </>
  )
}
