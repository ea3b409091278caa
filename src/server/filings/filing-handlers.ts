import type { ServedRoute } from '../routing/serve-route.js'
import { answerFinding, withdrawAnswer } from './answer-finding.js'
import { changeContent } from './change-content.js'
import { downloadFiling } from './download-filing.js'
import { draftFilingReport } from './draft-filing-report.js'
import { exportFilings } from './export-filings.js'
import { listFilingEvents } from './list-filing-events.js'
import { listFilings } from './list-filings.js'
import { listForms } from './list-forms.js'
import { moveFiling } from './move-filing.js'
import { readFiling } from './read-filing.js'
import { readPack, readPacks } from './read-packs.js'
import { readTasks } from './read-tasks.js'
import { listVersions, readReceipt, readVersion } from './read-versions.js'
import { startFiling } from './start-filing.js'
import { watchFiling } from './watch-filing.js'

/** The routes of filing-routes.ts. */
export const filingHandlers: readonly ServedRoute[] = [
  readTasks,
  listFilings,
  exportFilings,
  startFiling,
  listForms,
  readFiling,
  changeContent,
  moveFiling,
  readReceipt,
  listVersions,
  readVersion,
  listFilingEvents,
  answerFinding,
  withdrawAnswer,
  draftFilingReport,
  downloadFiling,
  watchFiling,
  readPack,
  readPacks,
]
