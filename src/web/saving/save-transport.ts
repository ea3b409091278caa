import type { ContentChange } from '../../core/editing/content.js'
import { call, type InputOf } from '../api.js'
import { ApiProblem } from '../api-problem.js'
import type { SaveOutcome, SaveTransport } from './save-state.js'

type SentChange = NonNullable<InputOf<'changeContent'>['body']>['changes'][number]

/** Saves over the API; what it cannot know as saved or refused counts as unreachable and is sent again. */
export function savesTo(filingId: string): SaveTransport {
  return async ({ changeId, changes }, revision) => {
    try {
      const answer = await call('changeContent', {
        params: { filingId },
        headers: { 'if-match': `"${revision}"` },
        body: { changeId, changes: changes.map(parseSendable) },
      })
      return { kind: 'saved', ...answer }
    } catch (error) {
      return outcomeOf(error)
    }
  }
}

/** The same change as the contract writes it; both have one shape, the page's is read-only. */
function parseSendable(change: ContentChange): SentChange {
  return change as SentChange
}

function outcomeOf(error: unknown): SaveOutcome {
  if (!(error instanceof ApiProblem)) return { kind: 'unreachable' }
  const { status, detail, message } = error
  if (status === 412 && typeof detail.revision === 'string')
    return { kind: 'stale', revision: detail.revision, changes: parseChanges(detail.changes) }
  const passing = status === 0 || status === 401 || status === 408 || status === 429 || status >= 500
  return passing ? { kind: 'unreachable' } : { kind: 'refused', sentence: message }
}

function parseChanges(given: unknown): readonly ContentChange[] {
  return Array.isArray(given) ? (given as readonly ContentChange[]) : []
}
