import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Scope } from '../../contract/route.js'
import { isBusinessRole } from '../../core/workflow/role.js'
import { call } from '../api.js'
import { useSession } from '../session.js'
import { Button } from '../shell/Button.js'
import { Failure } from '../shell/Failure.js'
import { Field } from '../shell/Field.js'
import { words } from './words.zh.js'

const business: readonly Scope[] = ['filings:read', 'filings:write', 'uploads:write']

/** A new key: for what, what it may do, for how long; shown once. */
export function NewToken() {
  const [name, setName] = useState('')
  const [days, setDays] = useState('90')
  const [scopes, setScopes] = useState<readonly Scope[]>([])
  const client = useQueryClient()
  const create = useMutation({
    mutationFn: () => call('createToken', { body: { name, scopes: [...scopes], days: Number(days) } }),
    onSuccess: () => {
      setName('')
      return client.invalidateQueries({ queryKey: ['tokens'] })
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    create.mutate()
  }
  return (
    <form className="new-token" onSubmit={send}>
      <Field
        label={words.tokenName}
        says={words.tokenNameHint}
        required
        maxLength={100}
        value={name}
        onText={setName}
      />
      <Scopes chosen={scopes} choose={setScopes} />
      <Field label={words.days} type="number" min={1} max={365} required value={days} onText={setDays} />
      {create.isError ? <Failure error={create.error} /> : null}
      {create.data === undefined ? null : (
        <p role="status">
          {words.created}
          <code className="secret">{create.data.token}</code>
        </p>
      )}
      <Button type="submit" disabled={scopes.length === 0} busy={create.isPending}>
        {words.create}
      </Button>
    </form>
  )
}

function Scopes({
  chosen,
  choose,
}: Readonly<{ chosen: readonly Scope[]; choose: (scopes: readonly Scope[]) => void }>) {
  const role = useSession().data?.office?.role
  const offered: readonly Scope[] = role !== undefined && isBusinessRole(role) ? business : ['administration']
  const toggle = (scope: Scope) =>
    choose(chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope])
  return (
    <fieldset>
      <legend>{words.tokenScopes}</legend>
      {offered.map((scope) => (
        <label key={scope}>
          <input type="checkbox" checked={chosen.includes(scope)} onChange={() => toggle(scope)} />
          {words.scopes[scope]}
        </label>
      ))}
    </fieldset>
  )
}
