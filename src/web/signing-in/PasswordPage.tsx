import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, useParams } from 'react-router'
import { call } from '../api.js'
import { Button } from '../shell/Button.js'
import { Failure } from '../shell/Failure.js'
import { Field } from '../shell/Field.js'
import { Loading } from '../shell/Loading.js'
import './signing-in.css'
import { words } from './words.zh.js'

/** Behind a one-time link: whoever has it sets the password of the account. */
export function PasswordPage() {
  const { token = '' } = useParams()
  const link = useQuery({
    queryKey: ['password-link', token],
    queryFn: () => call('readPasswordLink', { body: { token } }),
    retry: false,
    refetchOnWindowFocus: false,
  })
  if (link.isError)
    return (
      <div className="panel sign-in-box">
        <h1>{words.setPassword}</h1>
        <Failure error={link.error} />
        <p>
          {words.linkFailed}
          <Link to="/sign-in">{words.goSignIn}</Link>
          {words.noPassword}
        </p>
      </div>
    )
  if (link.data === undefined) return <Loading />
  return <PasswordForm token={token} name={link.data.name} login={link.data.login} />
}

type PasswordProps = Readonly<{ token: string; name: string; login: string }>

function PasswordForm({ token, name, login }: PasswordProps) {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const save = useMutation({ mutationFn: () => call('setPasswordByLink', { body: { token, password } }) })
  if (save.isSuccess)
    return (
      <p className="panel">
        {words.passwordSet}
        <Link to="/sign-in">{words.goSignIn}</Link>
      </p>
    )
  const differs = again !== '' && again !== password
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!differs && again !== '') save.mutate()
  }
  return (
    <form className="panel sign-in-box" onSubmit={send}>
      <h1>{words.setPassword}</h1>
      <p className="quiet">{words.accountOf(name, login)}</p>
      <input autoComplete="username" hidden readOnly value={login} />
      <Field
        autoComplete="new-password"
        label={words.newPassword}
        onText={setPassword}
        required
        says={words.newPasswordSays}
        type="password"
        value={password}
      />
      <Field
        autoComplete="new-password"
        label={words.onceMore}
        onText={setAgain}
        required
        type="password"
        value={again}
        wrong={differs ? words.notTheSame : undefined}
      />
      {save.isError ? <Failure error={save.error} /> : null}
      <Button className="whole" type="submit" busy={save.isPending} filled>
        {words.setPassword}
      </Button>
    </form>
  )
}
