import type { CheckKind } from '../../../law/check.js'
import { absencesAgree } from './absences-agree.js'
import { accountCodes } from './account-codes.js'
import { allCompleted } from './all-completed.js'
import { balanceDate } from './balance-date.js'
import { balancedMarks } from './balanced-marks.js'
import { beyondTarget } from './beyond-target.js'
import { clippedWords } from './clipped-words.js'
import { concreteGoal } from './concrete-goal.js'
import { dayExists } from './day-exists.js'
import { documentNumberAgreement } from './document-number-agreement.js'
import { documentNumberFormat } from './document-number-format.js'
import { dotsAsText } from './dots-as-text.js'
import { doubledMarks } from './doubled-marks.js'
import { doubledWords } from './doubled-words.js'
import { dutiesCovered } from './duties-covered.js'
import { emptySections } from './empty-sections.js'
import { fullScoreAndProblems } from './full-score-and-problems.js'
import { goalSection } from './goal-section.js'
import { headerCells } from './header-cells.js'
import { headingContent } from './heading-content.js'
import { inlineNumbering } from './inline-numbering.js'
import { listedAttachments } from './listed-attachments.js'
import { noDeviation } from './no-deviation.js'
import { noOverrun } from './no-overrun.js'
import { nothingAfterReport } from './nothing-after-report.js'
import { numberingOrder } from './numbering-order.js'
import { oneUnit } from './one-unit.js'
import { oneYear } from './one-year.js'
import { periodOrder } from './period-order.js'
import { personalData } from './personal-data.js'
import { placeholders } from './placeholders.js'
import { publicationStated } from './publication-stated.js'
import { repeatedSentences } from './repeated-sentences.js'
import { reportDate } from './report-date.js'
import { reportTitle } from './report-title.js'
import { requiredSections } from './required-sections.js'
import { runningCostsInProject } from './running-costs-in-project.js'
import { sameObject } from './same-object.js'
import { satisfactionSurvey } from './satisfaction-survey.js'
import { signatures } from './signatures.js'
import { tasksAreIndicators } from './tasks-are-indicators.js'
import { useAndPublication } from './use-and-publication.js'
import { wrongWords } from './wrong-words.js'

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
