import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { call } from '../api.js'
import type { FilingWhole } from '../opening/filing-whole.js'
import type { Placement } from './placements.js'

export type ImportAs = 'thisYear' | 'lastYear' | 'ledger'

/** Takes a file over into the draft and goes to the form. */
export function useImport(whole: FilingWhole, uploadId: string, placements: readonly Placement[]) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { filingId } = whole.filing
  return useMutation({
    mutationFn: (as: ImportAs) =>
      call('importUpload', {
        params: { filingId },
        body: {
          uploadId,
          revision: whole.revision,
          as,
          placements: placements.map(({ cell, text }) => ({ cell, text })),
        },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['filing', filingId] })
      await navigate(`/filings/${filingId}`)
    },
  })
}
