import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { call } from '../api.js'
import { sessionQuery } from '../session.js'
import { chooseYear } from '../year.js'
import type { StartBody } from './start-choice.js'

/** Begins a filing and opens it; its year is looked at from then on, also where it is the region's first. */
export function useStart() {
  const navigate = useNavigate()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ to: _, ...body }: StartBody & Readonly<{ to: string }>) => call('startFiling', { body }),
    onSuccess: async ({ filingId }, given) => {
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      if ('budgetYear' in given) chooseYear(Number(given.budgetYear))
      await navigate(`/filings/${filingId}${given.to}`)
    },
  })
}
