import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../api.js'
import { sessionQuery } from '../session.js'
import { Button } from '../shell/Button.js'
import { Failure } from '../shell/Failure.js'
import { Field } from '../shell/Field.js'
import { words } from './words.zh.js'

const empty = { current: '', next: '', again: '' }

const secret = { type: 'password', required: true } as const

/** Changing one's own password. */
export function PasswordSection() {
  const [given, setGiven] = useState(empty)
  const client = useQueryClient()
  const { current, next, again } = given
  const change = useMutation({
    mutationFn: () => call('changePassword', { body: { current, next } }),
    onSuccess: () => {
      setGiven(empty)
      return client.invalidateQueries(sessionQuery)
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (again === next) change.mutate()
  }
  const set = (name: keyof typeof empty) => (text: string) => setGiven({ ...given, [name]: text })
  return (
    <section className="panel" aria-labelledby="password">
      <h2 id="password">{words.password}</h2>
      <form onSubmit={send}>
        <Field
          {...secret}
          label={words.current}
          autoComplete="current-password"
          value={current}
          onText={set('current')}
        />
        <NewPassword given={given} set={set} />
        {change.isError ? <Failure error={change.error} /> : null}
        {change.isSuccess ? <p role="status">{words.changed}</p> : null}
        <Button filled type="submit" busy={change.isPending}>
          {words.change}
        </Button>
      </form>
    </section>
  )
}

function NewPassword({
  given: { next, again },
  set,
}: Readonly<{ given: typeof empty; set: (name: 'next' | 'again') => (text: string) => void }>) {
  const differs = again !== '' && again !== next
  return (
    <>
      <Field
        {...secret}
        label={words.next}
        says={words.nextSays}
        autoComplete="new-password"
        value={next}
        onText={set('next')}
      />
      <Field
        {...secret}
        label={words.again}
        wrong={differs ? words.differs : undefined}
        autoComplete="new-password"
        value={again}
        onText={set('again')}
      />
    </>
  )
}
