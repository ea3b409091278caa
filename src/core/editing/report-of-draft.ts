import type { Draft } from '../draft/draft.js'
import { joinRuns } from '../paper/join-runs.js'
import { cellOfFigure } from './cell-of-figure.js'
import type { FilingContent, ReportParagraph } from './content.js'

/**
 * A drafted report as paragraphs of the content whose filing it was drafted from. Figures that repeat a cell stay bound
 * to it; computed ones, last year's and the unit's own words become plain words that can be changed.
 */
export function reportOfDraft({ paragraphs }: Draft, { forms }: FilingContent): readonly ReportParagraph[] {
  return paragraphs.map(({ style, runs }, index) => ({
    id: `p${index + 1}`,
    style,
    runs: joinRuns(
      runs.map(({ text, field }) => ({ text, field: field && cellOfFigure(field, (at) => forms[at]) })),
    ),
  }))
}
