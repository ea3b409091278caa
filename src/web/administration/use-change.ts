import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'

/** One change to the server at a time; lists are asked for again when it has been made. */
export function useChange<Answer>(key: string, done: (answer: Answer) => void = () => undefined) {
  const client = useQueryClient()
  const latest = useRef(done)
  latest.current = done
  return useMutation({
    mutationFn: (work: () => Promise<Answer>) => work(),
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: [key] })
      latest.current(answer)
    },
  })
}
