import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'
import type { ReportParagraph } from '../../core/editing/content.js'
import { call } from '../api.js'

export type MissingFact = AnswerOf<Routes['draftReport']>['missing'][number]

export type Draft = Readonly<{ paragraphs: readonly ReportParagraph[]; missing: readonly MissingFact[] }>

/** What would be written for me, and what is missing for it; asked again on request. */
export function useDraft(filingId: string) {
  const query = useQuery({
    queryKey: ['report-draft', filingId],
    queryFn: async () => parseDraft(await call('draftReport', { params: { filingId } })),
    refetchOnWindowFocus: false,
    retry: false,
  })
  const ask = async (): Promise<Draft> => {
    const { data, error } = await query.refetch()
    if (data === undefined) throw error
    return data
  }
  return { ask, asking: query.isFetching, error: query.error, missing: query.data?.missing ?? [] }
}

function parseDraft({ paragraphs, missing }: AnswerOf<Routes['draftReport']>): Draft {
  const whole = paragraphs.map(({ id, style, runs }) => ({
    id,
    style,
    runs: runs.map(({ text, field }) => ({ text, field })),
  }))
  return { paragraphs: whole, missing }
}
