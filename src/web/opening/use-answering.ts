import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type InputOf } from '../api.js'

type Answer = NonNullable<InputOf<'answerFinding'>['body']>

/** Giving and taking back answers to findings of one filing; its page is told to look again. */
export function useAnswering(filingId: string) {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: ['filing', filingId] })
  const answer = useMutation({
    mutationFn: (body: Answer) => call('answerFinding', { params: { filingId }, body }),
    onSuccess,
  })
  const withdraw = useMutation({
    mutationFn: (answerId: string) => call('withdrawAnswer', { params: { filingId, answerId } }),
    onSuccess,
  })
  return { answer, withdraw }
}
