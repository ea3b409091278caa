import type { CheckKind } from '../../../law/check.js'
import { absencesAgree } from './absences.js'
import { accountCodes } from './account-codes.js'
import { allCompleted, beyondTarget, noDeviation } from './assertion-checks.js'
import { balancedMarks, repeatedSentences } from './balance.js'
import { balanceDate, dayExists, nothingAfterReport, periodOrder, reportDate } from './dates.js'
import { documentNumberAgreement, documentNumberFormat } from './document-numbers.js'
import { dutiesCovered } from './duties-covered.js'
import { oneUnit, oneYear } from './foreign-text.js'
import { fullScoreAndProblems } from './full-score.js'
import { concreteGoal } from './goal-content.js'
import { headerCells } from './header-cells.js'
import { headingContent } from './heading-content.js'
import { listedAttachments } from './listed-attachments.js'
import { inlineNumbering, numberingOrder } from './numbering-order.js'
import { sameObject } from './opposites.js'
import { noOverrun } from './overruns.js'
import { personalData } from './personal-data.js'
import { dotsAsText, placeholders } from './placeholders.js'
import { reportTitle } from './report-title.js'
import { emptySections, requiredSections } from './required-sections.js'
import { runningCostsInProject } from './running-costs.js'
import { tasksAreIndicators } from './same-lists.js'
import { goalSection, publicationStated, useAndPublication } from './section-content.js'
import { signatures } from './signatures.js'
import { satisfactionSurvey } from './survey.js'
import { clippedWords, doubledMarks, doubledWords, wrongWords } from './typos.js'

/** The kinds of checks about a report's structure and words, by the name that packs use. */
export const textKinds: Readonly<Record<string, CheckKind>> = {
  'absences-agree': absencesAgree,
  'account-codes': accountCodes,
  'all-completed': allCompleted,
  'balance-date': balanceDate,
  'balanced-marks': balancedMarks,
  'beyond-target': beyondTarget,
  'clipped-words': clippedWords,
  'concrete-goal': concreteGoal,
  'day-exists': dayExists,
  'document-number-agreement': documentNumberAgreement,
  'document-number-format': documentNumberFormat,
  'dots-as-text': dotsAsText,
  'doubled-marks': doubledMarks,
  'doubled-words': doubledWords,
  'duties-covered': dutiesCovered,
  'empty-sections': emptySections,
  'full-score-and-problems': fullScoreAndProblems,
  'goal-section': goalSection,
  'header-cells': headerCells,
  'heading-content': headingContent,
  'inline-numbering': inlineNumbering,
  'listed-attachments': listedAttachments,
  'no-deviation': noDeviation,
  'no-overrun': noOverrun,
  'nothing-after-report': nothingAfterReport,
  'numbering-order': numberingOrder,
  'one-unit': oneUnit,
  'one-year': oneYear,
  'period-order': periodOrder,
  'personal-data': personalData,
  placeholders,
  'publication-stated': publicationStated,
  'repeated-sentences': repeatedSentences,
  'report-date': reportDate,
  'report-title': reportTitle,
  'required-sections': requiredSections,
  'running-costs-in-project': runningCostsInProject,
  'same-object': sameObject,
  'satisfaction-survey': satisfactionSurvey,
  signatures,
  'tasks-are-indicators': tasksAreIndicators,
  'use-and-publication': useAndPublication,
  'wrong-words': wrongWords,
}
