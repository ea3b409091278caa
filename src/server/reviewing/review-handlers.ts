import type { ServedRoute } from '../routing/serve-route.js'
import { listComments, solveComment, writeComment } from './comments.js'
import { addEvidence, downloadEvidence, listEvidence, removeEvidence } from './evidence.js'
import { listProposedScores, proposeScore } from './proposed-scores.js'

/** The routes of review-routes.ts. */
export const reviewHandlers: readonly ServedRoute[] = [
  listComments,
  writeComment,
  solveComment,
  listProposedScores,
  proposeScore,
  listEvidence,
  addEvidence,
  downloadEvidence,
  removeEvidence,
]
