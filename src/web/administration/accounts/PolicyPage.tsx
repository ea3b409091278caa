import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnswerOf } from '../../../contract/route.js'
import type { Routes } from '../../../contract/routes.js'
import { call } from '../../api.js'
import { useSession } from '../../session.js'
import { Button } from '../../shell/Button.js'
import { Failure } from '../../shell/Failure.js'
import { Field } from '../../shell/Field.js'
import { Loading } from '../../shell/Loading.js'
import { PageHead } from '../../shell/PageHead.js'
import { useChange } from '../use-change.js'
import { words } from './words.zh.js'

type Policy = AnswerOf<Routes['readPolicy']>

const rules: readonly (readonly [keyof Policy, string, string])[] = [
  ['sessionMinutes', words.sessionMinutes, words.sessionMinutesSays],
  ['lockAfterAttempts', words.lockAfterAttempts, words.lockAfterAttemptsSays],
  ['lockMinutes', words.lockMinutes, words.lockMinutesSays],
  ['passwordDays', words.passwordDays, words.passwordDaysSays],
]

/** 登录规则 of the region; the security administrator changes them. */
export function PolicyPage() {
  const found = useQuery({ queryKey: ['policy'], queryFn: () => call('readPolicy') })
  if (found.isError) return <Failure error={found.error} />
  if (found.data === undefined) return <Loading />
  return <PolicyForm key={JSON.stringify(found.data)} policy={found.data} />
}

function PolicyForm({ policy }: Readonly<{ policy: Policy }>) {
  const [given, setGiven] = useState(policy)
  const change = useChange<unknown>('policy')
  const keeps = useSession().data?.office?.role === 'securityAdministrator'
  return (
    <>
      <PageHead title={words.policy} />
      <form
        className="panel"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate(() => call('changePolicy', { body: given }))
        }}
      >
        {rules.map(([name, label, says]) => (
          <Field
            disabled={!keeps}
            inputMode="numeric"
            key={name}
            label={label}
            onText={(text) => setGiven({ ...given, [name]: Number(text.replace(/\D/g, '')) })}
            says={says}
            value={String(given[name])}
          />
        ))}
        {change.error === null ? null : <Failure error={change.error} />}
        {keeps ? (
          <>
            <p className="quiet">{words.policySays}</p>
            <Button type="submit" busy={change.isPending} filled>
              {words.save}
            </Button>
          </>
        ) : (
          <p className="quiet">{words.policyReadOnly}</p>
        )}
        {change.isSuccess ? <p role="status">{words.saved}</p> : null}
      </form>
    </>
  )
}
