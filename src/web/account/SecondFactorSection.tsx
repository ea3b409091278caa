import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { call } from '../api.js'
import { sessionQuery } from '../session.js'
import { Button } from '../shell/Button.js'
import { Failure } from '../shell/Failure.js'
import { Field } from '../shell/Field.js'
import { words } from './words.zh.js'

const QrCode = lazy(async () => ({ default: (await import('./QrCode.js')).QrCode }))

/** The second factor: turned on with a code of the app, turned off with the password. */
export function SecondFactorSection({ isOn }: Readonly<{ isOn: boolean }>) {
  return (
    <section className="panel" aria-labelledby="second-factor">
      <h2 id="second-factor">{words.secondFactor}</h2>
      <p className="quiet">{words.secondFactorSays}</p>
      {isOn ? <TurnOff /> : <TurnOn />}
    </section>
  )
}

function TurnOn() {
  const [code, setCode] = useState('')
  const client = useQueryClient()
  const start = useMutation({ mutationFn: () => call('startSecondFactor') })
  const confirm = useMutation({
    mutationFn: () => call('confirmSecondFactor', { body: { code } }),
    onSuccess: () => client.invalidateQueries(sessionQuery),
  })
  if (start.data === undefined)
    return (
      <>
        {start.isError ? <Failure error={start.error} /> : null}
        <Button busy={start.isPending} onClick={() => start.mutate()}>
          {words.turnOn}
        </Button>
      </>
    )
  const send = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate()
  }
  return (
    <form onSubmit={send}>
      <p>{words.scan}</p>
      <Suspense fallback={null}>
        <QrCode text={start.data.address} />
      </Suspense>
      <p className="secret">{start.data.secret}</p>
      <Field
        label={words.code}
        inputMode="numeric"
        pattern="[0-9]{6}"
        autoComplete="one-time-code"
        required
        value={code}
        onText={setCode}
      />
      {confirm.isError ? <Failure error={confirm.error} /> : null}
      <Button filled type="submit" busy={confirm.isPending}>
        {words.confirm}
      </Button>
    </form>
  )
}

function TurnOff() {
  const [password, setPassword] = useState('')
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => call('removeSecondFactor', { body: { password } }),
    onSuccess: () => client.invalidateQueries(sessionQuery),
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    remove.mutate()
  }
  return (
    <form onSubmit={send}>
      <p>{words.isOn}</p>
      <Field
        label={words.current}
        says={words.turnOffSays}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onText={setPassword}
      />
      {remove.isError ? <Failure error={remove.error} /> : null}
      <Button type="submit" busy={remove.isPending}>
        {words.turnOff}
      </Button>
    </form>
  )
}
