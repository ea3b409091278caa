import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AnswerOf } from '../../../contract/route.js'
import type { Routes } from '../../../contract/routes.js'
import type { FilingAction } from '../../../core/workflow/transition.js'
import { addressOf, call } from '../../api.js'
import type { FilingWhole } from '../../opening/filing-whole.js'
import { useStream } from '../../use-stream.js'

export type Comment = AnswerOf<Routes['listComments']>[number]
export type ProposedScore = AnswerOf<Routes['listProposedScores']>[number]
export type Move = Readonly<{
  action: FilingAction
  reason?: string
  flags?: readonly Readonly<{ cell: string; reason: string }>[]
}>

/** What people say and do about one filing, and the ways to say and do it oneself. */
export function useReview(whole: FilingWhole) {
  const client = useQueryClient()
  const { filingId } = whole.filing
  const params = { filingId }
  const refresh = () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey.includes(filingId) || queryKey[0] === 'filings',
    })
  const comments = useQuery({
    queryKey: ['comments', filingId],
    queryFn: () => call('listComments', { params }),
  })
  const scores = useQuery({
    queryKey: ['scores', filingId],
    queryFn: () => call('listProposedScores', { params }),
  })
  useStream(addressOf('watchFiling', { params }), { saved: refresh, moved: refresh, commented: refresh })
  const deeds = useDeeds(whole, refresh)
  const failure = Object.values(deeds).find(({ error }) => error !== null)?.error
  return {
    comments: comments.data ?? [],
    scores: scores.data ?? [],
    ...deeds,
    failure: failure ?? undefined,
  }
}

function useDeeds(whole: FilingWhole, refresh: () => Promise<void>) {
  const { filingId } = whole.filing
  const params = { filingId }
  const settled = { onSuccess: refresh }
  const move = useMutation({
    mutationFn: ({ action, reason = '', flags = [] }: Move) =>
      call('moveFiling', {
        params,
        body: { action, revision: whole.revision, reason, flags: [...flags], signedBy: '' },
      }),
    ...settled,
  })
  const comment = useMutation({
    mutationFn: (body: Readonly<{ anchor: string; quote: string; words: string }>) =>
      call('writeComment', { params, body }),
    ...settled,
  })
  const solve = useMutation({
    mutationFn: ({ commentId, solved }: Readonly<{ commentId: string; solved: boolean }>) =>
      call('solveComment', { params: { filingId, commentId }, body: { solved } }),
    ...settled,
  })
  const propose = useMutation({
    mutationFn: (body: Readonly<{ cell: string; points: string | null; reason: string }>) =>
      call('proposeScore', { params, body }),
    ...settled,
  })
  const waive = useMutation({
    mutationFn: (body: Readonly<{ check: string; inputs: string; reason: string }>) =>
      call('answerFinding', { params, body: { kind: 'waived', ...body } }),
    ...settled,
  })
  const takeBack = useMutation({
    mutationFn: (answerId: string) => call('withdrawAnswer', { params: { filingId, answerId } }),
    ...settled,
  })
  return { move, comment, solve, propose, waive, takeBack }
}

export type Review = ReturnType<typeof useReview>
