import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { call } from '../api.js'
import { ApiProblem } from '../api-problem.js'
import type { Saving } from '../saving/use-saving.js'
import { Button } from '../shell/Button.js'
import { Failure } from '../shell/Failure.js'
import { Field } from '../shell/Field.js'
import { words } from './words.zh.js'

/** The head of the unit's name under the statement; everything is saved first, then submitted, then the receipt. */
export function SignAndSubmit({ filingId, saving }: Readonly<{ filingId: string; saving: Saving }>) {
  const [signedBy, setSignedBy] = useState('')
  const client = useQueryClient()
  const navigate = useNavigate()
  const submit = useMutation({
    mutationFn: async () => {
      const { kind } = await saving.queue.flush()
      if (kind !== 'saved') throw new ApiProblem({ status: 0, code: 'NOT_SAVED', sentence: words.notSaved })
      const revision = saving.queue.revision()
      return call('moveFiling', {
        params: { filingId },
        body: { action: 'submit', revision, signedBy: signedBy.trim() },
      })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['filing', filingId] })
      await navigate(`/filings/${filingId}/receipt`)
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    submit.mutate()
  }
  return (
    <form className="sign" onSubmit={send}>
      <h3>{words.signTitle}</h3>
      <p>{words.signSays}</p>
      <Field
        label={words.signedBy}
        says={words.signHint}
        required
        maxLength={50}
        value={signedBy}
        onText={setSignedBy}
      />
      {submit.isError ? <Failure error={submit.error} /> : null}
      <Button filled type="submit" busy={submit.isPending}>
        {words.submitNow}
      </Button>
    </form>
  )
}
