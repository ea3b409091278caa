import { queryOptions } from '@tanstack/react-query'
import type { AnswerOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'
import type { Law } from '../../core/law/law.js'
import type { Pack } from '../../core/pack/pack.js'
import { call } from '../api.js'
import { settleSaving } from '../saving/use-saving.js'

/** One filing with everything its page needs. */
export type FilingWhole = AnswerOf<Routes['readFiling']>
export type LedgerAmount = FilingWhole['ledger'][number]
export type Answer = FilingWhole['answers'][number]

export function filingQuery(filingId: string) {
  return queryOptions({
    queryKey: ['filing', filingId],
    queryFn: async () => {
      await settleSaving(filingId)
      return call('readFiling', { params: { filingId } })
    },
    staleTime: 0,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  })
}

/** The packs that check a filing, with the laws that their checks name. */
export type PackSet = Readonly<{ packs: readonly Pack[]; laws: readonly Law[] }>

export function packsQuery(ids: readonly string[]) {
  return queryOptions({
    queryKey: ['packs', ...ids],
    queryFn: async () => parsePackSet(await call('readPacks', { query: { ids: ids.join(',') } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Packs were parsed when they were loaded by the server; the page takes them as they are. */
function parsePackSet(answer: AnswerOf<Routes['readPacks']>): PackSet {
  return answer as unknown as PackSet
}
