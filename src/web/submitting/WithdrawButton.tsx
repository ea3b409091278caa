import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../api.js'
import { Button } from '../shell/Button.js'
import { Dialog } from '../shell/Dialog.js'
import { Failure } from '../shell/Failure.js'
import { Field } from '../shell/Field.js'
import { words } from './words.zh.js'

/** Takes a submission back before anybody has acted on it, with a reason. Shown only to whom the table lets. */
export function WithdrawButton({
  filing,
  revision,
}: Readonly<{ filing: Readonly<{ filingId: string; actions: readonly string[] }>; revision: string }>) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const client = useQueryClient()
  const withdraw = useMutation({
    mutationFn: () =>
      call('moveFiling', {
        params: { filingId: filing.filingId },
        body: { action: 'withdraw', revision, reason: reason.trim() },
      }),
    onSuccess: async () => {
      setOpen(false)
      await client.invalidateQueries({ queryKey: ['filing', filing.filingId] })
    },
  })
  if (!filing.actions.includes('withdraw')) return null
  const send = (event: FormEvent) => {
    event.preventDefault()
    withdraw.mutate()
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.withdraw}</Button>
      {open ? (
        <Dialog title={words.withdrawTitle} close={() => setOpen(false)}>
          <form onSubmit={send}>
            <p>{words.withdrawSays}</p>
            <Field label={words.reason} required minLength={2} value={reason} onText={setReason} />
            {withdraw.isError ? <Failure error={withdraw.error} /> : null}
            <Button filled type="submit" busy={withdraw.isPending}>
              {words.withdraw}
            </Button>
          </form>
        </Dialog>
      ) : null}
    </>
  )
}
