import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { AnswerOf } from '../contract/route.js'
import type { Routes } from '../contract/routes.js'
import { isBusinessRole, type Role } from '../core/workflow/role.js'
import { call, keepCsrfToken } from './api.js'

export type Session = AnswerOf<Routes['readSession']>
export type OfficeShown = NonNullable<Session['office']>

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => keepToken(await call('readSession')),
  staleTime: 60_000,
})

/** Who is signed in; pending while it is asked for. */
export function useSession() {
  return useQuery(sessionQuery)
}

/** Takes a fresh session over; when somebody else or another office is meant, everything fetched is forgotten. */
export function useTakeSession(): (session: Session) => void {
  const client = useQueryClient()
  return useCallback(
    (session) => {
      const before = client.getQueryData(sessionQuery.queryKey)
      keepToken(session)
      if (before?.office?.officeId !== session.office?.officeId)
        client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      client.setQueryData(sessionQuery.queryKey, session)
    },
    [client],
  )
}

/** First page of a role. */
export function homeOf(role: Role | undefined): string {
  if (role === undefined) return '/account'
  if (!isBusinessRole(role)) return '/administration'
  return role === 'preparer' || role === 'headOfUnit' ? '/' : '/desk'
}

function keepToken(session: Session): Session {
  keepCsrfToken(session.csrfToken)
  return session
}
