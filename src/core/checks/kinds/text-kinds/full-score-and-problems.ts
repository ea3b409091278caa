import { type Place, placeInParagraph } from '../../../document/document.js'
import { compare } from '../../../exact/decimal.js'
import type { Filing } from '../../../filing/filing.js'
import type { Section } from '../../../filing/narrative.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { numberOf, wordsOf } from '../../parameters.js'
import { totalsOf } from './form-values.js'
import { sectionsAbout, textOf } from './section-text.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { anyOf } from './word-pattern.js'

/** 问题节与得分: problems listed but nothing deducted, or a full score and no problem at all. */
export const fullScoreAndProblems: CheckKind = (filing, definition) => {
  const full = fullScorePlaces(filing, numberOf(definition, 'fullScore'))
  const none = anyOf(wordsOf(definition, 'noProblemWords'))
  return sectionsAbout(filing, /问题/).flatMap((section): readonly Outcome[] => {
    const text = textOf(section, filing.narrative.sections).trim()
    const place = firstPlace(section)
    if (/说明的?问题/.test(section.title)) return []
    if (text === '' || place === undefined) return []
    if (full.length === 0) return [holdsAt(place)]
    return [violatedAt([place, ...full], none.test(text) && text.length < 40 ? noProblem : listed)]
  })
}

const listed = '报告写了存在的问题，自评却是满分，没有一处扣分。请核对有问题的指标是否应当扣分。'

const noProblem = '自评满分，报告又写没有问题。请再核对各项指标的完成值和佐证，如实写出不足。'

function firstPlace({ paragraphs, heading }: Section): Place | undefined {
  const paragraph =
    paragraphs.find(({ text }) => text.length > 30) ?? paragraphs.find((one) => one !== heading)
  return paragraph && placeInParagraph(paragraph, paragraph.text.slice(0, 30))
}

function fullScorePlaces(
  { forms, narrative }: Filing,
  fullScore: ReturnType<typeof numberOf>,
): readonly Place[] {
  const printed = forms.flatMap((form) => {
    const totals = totalsOf(form)
    if (totals?.score.stated.kind !== 'number' || totals.full.stated.kind !== 'number') return []
    return compare(totals.score.stated.value, totals.full.stated.value) === 0 ? [totals.score.place] : []
  })
  const stated = narrative.claims.flatMap((claim) => {
    if (claim.kind !== 'score' || claim.total === undefined) return []
    return compare(claim.total.stated.value, fullScore) === 0 ? [claim.total.place] : []
  })
  const other = forms.some((form) => totalsOf(form) !== undefined) && printed.length === 0
  return other ? [] : [...stated, ...printed]
}
