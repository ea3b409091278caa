import { applyChanges } from '../../core/editing/apply-changes.js'
import type { ContentChange, FilingContent } from '../../core/editing/content.js'
import { DomainError } from '../../core/errors/errors.js'
import type { FilingWhole } from './filing-whole.js'

/** A content as the API sends it, where a run without a field may lack the key. */
export function contentOf({ report, ...content }: FilingWhole['content']): FilingContent {
  return {
    ...content,
    report: report.map(({ id, style, runs }) => ({
      id,
      style,
      runs: runs.map(({ text, field }) => ({ text, field })),
    })),
  }
}

/** Applies changes one by one; those whose place is gone are left out. */
export function applyPossible(content: FilingContent, changes: readonly ContentChange[]): FilingContent {
  return changes.reduce((present, change) => {
    try {
      return applyChanges(present, [change])
    } catch (reason) {
      if (reason instanceof DomainError) return present
      throw reason
    }
  }, content)
}
