import { filingRoutes } from '../../contract/filing-routes.js'
import type { Draft } from '../../core/draft/draft.js'
import { draftReport } from '../../core/draft/draft-report.js'
import { cellOfFigure } from '../../core/editing/cell-of-figure.js'
import { checkContent } from '../../core/editing/check-content.js'
import type { FilingContent, ReportParagraph } from '../../core/editing/content.js'
import { joinRuns } from '../../core/paper/join-runs.js'
import { findYearBefore } from '../../store/filing-store.js'
import { findStandingContent } from '../../store/version-store.js'
import { serveRoute } from '../routing/serve-route.js'
import { filingOf, getContent, getFiling } from './get-filing.js'

/** 报告初稿 from the forms as they are now and last year's filing; nothing is saved. */
export const draftFilingReport = serveRoute(
  filingRoutes.draftReport,
  async ({ params: { filingId }, caller, workplace }) => {
    const packs = await workplace.packs(caller.regionId)
    const { content, last } = await workplace.store.asActor(caller, async (trx) => {
      const filing = await getFiling(trx, filingOf(caller, filingId))
      const before = await findYearBefore(trx, filing)
      return {
        content: await getContent(trx, filing),
        last: before && (await findStandingContent(trx, filingOf(caller, before.filing_id))),
      }
    })
    const { filing } = checkContent(content, packs)
    const lastYear = last && checkContent(last, packs).filing
    const draft = draftReport({ filing, lastYear, packs })
    return { paragraphs: paragraphsOf(draft, content), missing: draft.missing.map((fact) => ({ ...fact })) }
  },
)

/** Figures of the draft name the cells that they repeat; what no cell says alone becomes words. */
function paragraphsOf({ paragraphs }: Draft, { forms }: FilingContent): ReportParagraph[] {
  return paragraphs.map(({ style, runs }, index) => ({
    id: `d${index + 1}`,
    style,
    runs: joinRuns(
      runs.map(({ text, field }) => ({
        text,
        field: field === undefined ? undefined : cellOfFigure(field, (at) => forms[at]),
      })),
    ),
  }))
}
