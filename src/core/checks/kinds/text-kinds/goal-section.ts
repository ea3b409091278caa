import { placeInParagraph } from '../../../document/document.js'
import type { Section } from '../../../filing/narrative.js'
import type { CheckKind } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { contentPlaces, titlePlace } from './section-places.js'
import { holdsTable, sectionsAbout, textOf } from './section-text.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { anyOf, holdsAny } from './word-pattern.js'

/** 绩效目标 section: some sentence of it must say more than the score. A table below it counts as content. */
export const goalSection: CheckKind = (filing, definition) => {
  const except = anyOf(wordsOf(definition, 'otherTitles'))
  const scoreWords = wordsOf(definition, 'scoreWords')
  return sectionsAbout(filing, /目标/, except).flatMap((section) => {
    const text = textOf(section, filing.narrative.sections)
    const place = placeInParagraph(section.heading)
    if (text.trim() === '' || holdsTable(section, filing.document)) return [holdsAt(place)]
    const sentences = text.split(/[。；\n]/).filter((sentence) => sentence.trim() !== '')
    if (!sentences.every((sentence) => holdsAny(sentence, scoreWords))) return [holdsAt(place)]
    return [violatedAt([titlePlace(section), ...contentPlaces(section)], goalMessage(section))]
  })
}

function goalMessage({ title }: Section): string {
  return `“${title}”这一节只写了得分，没有写年度绩效目标。请补写年初设定的目标（要做什么、做到什么程度），再写开展情况。`
}
