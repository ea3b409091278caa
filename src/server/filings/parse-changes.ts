import type { z } from 'zod'
import type {
  ContentChange as GivenChange,
  ReportParagraph as GivenParagraph,
} from '../../contract/shapes.js'
import type { ContentChange, ReportParagraph } from '../../core/editing/content.js'

/** Changes as they arrive, with what may be left out put in its place. */
export function parseChanges(given: readonly z.output<typeof GivenChange>[]): readonly ContentChange[] {
  return given.map(parseChange)
}

function parseChange(change: z.output<typeof GivenChange>): ContentChange {
  switch (change.kind) {
    case 'addRow':
      return { ...change, after: change.after }
    case 'paragraph':
      return { kind: 'paragraph', paragraph: parseParagraph(change.paragraph), after: change.after }
    default:
      return change
  }
}

function parseParagraph({ id, style, runs }: z.output<typeof GivenParagraph>): ReportParagraph {
  return { id, style, runs: runs.map(({ text, field }) => ({ text, field })) }
}
