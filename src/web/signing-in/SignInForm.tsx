import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../api.js'
import { ApiProblem, sentenceOf } from '../api-problem.js'
import type { Session } from '../session.js'
import { Button } from '../shell/Button.js'
import { Field } from '../shell/Field.js'
import { words } from './words.zh.js'

/** Name, password and, when the account has a second factor, the code. */
export function SignInForm({ onSignedIn }: Readonly<{ onSignedIn: (session: Session) => void }>) {
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const signIn = useMutation({
    mutationFn: () => call('signIn', { body: { login, password, ...(code === '' ? {} : { code }) } }),
    onSuccess: onSignedIn,
  })
  const asksCode = code !== '' || needsCode(signIn.error)
  const send = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate()
  }
  return (
    <form onSubmit={send}>
      <Field label={words.login} autoComplete="username" required value={login} onText={setLogin} />
      <Field
        label={words.password}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onText={setPassword}
      />
      {asksCode ? (
        <Field
          label={words.code}
          says={words.codeSays}
          inputMode="numeric"
          pattern="[0-9]{6}"
          autoComplete="one-time-code"
          required
          autoFocus
          value={code}
          onText={setCode}
        />
      ) : null}
      {signIn.isError ? (
        <p className="failure" role="alert">
          {sentenceOf(signIn.error)}
        </p>
      ) : null}
      <Button filled type="submit" className="whole" busy={signIn.isPending}>
        {words.signIn}
      </Button>
    </form>
  )
}

function needsCode(error: unknown): boolean {
  return error instanceof ApiProblem && /CODE|FACTOR/.test(error.code)
}
