import { type Place, placeInParagraph } from '../../../document/document.js'
import type { Section } from '../../../filing/narrative.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { holdsTable, sectionsAbout, textOf } from './section-text.js'
import { cannotCheckAt, holdsAt, violatedAt } from './verdicts.js'
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

/** 拟应用和公开 section: must speak of the use of the results and of their publication. */
export const useAndPublication: CheckKind = (filing, definition) => {
  const publication = wordsOf(definition, 'publicationWords')
  const use = wordsOf(definition, 'useWords')
  return sectionsAbout(filing, /应用.*公开|公开.*应用/).map((section) => {
    const text = textOf(section, filing.narrative.sections)
    const missing = [
      ...(holdsAny(text, use) ? [] : ['结果怎样应用']),
      ...(holdsAny(text, publication) ? [] : ['怎样公开']),
    ]
    if (missing.length === 0) return holdsAt(placeInParagraph(section.heading))
    const written =
      missing.length === 2
        ? '都没有写'
        : `只写了${missing[0] === '怎样公开' ? '应用' : '公开'}，没有写${missing[0]}`
    const message = `“${section.title}”这一节${written}。请补写${missing.join('、')}。`
    return violatedAt([titlePlace(section), ...contentPlaces(section)], message)
  })
}

/** 公开 section: names a channel, a date or at least the intention to publish. */
export const publicationStated: CheckKind = (filing, definition) => {
  const publication = wordsOf(definition, 'publicationWords')
  const reasons = wordsOf(definition, 'reasonsNotToPublish')
  const channels = wordsOf(definition, 'channelWords')
  return sectionsAbout(filing, /公开/).map((section): Outcome => {
    const text = textOf(section, filing.narrative.sections)
    const place = placeInParagraph(section.heading)
    const refuses = /(?<!是否)(?:不|未|暂不|不予|尚未)(?:对外)?公开/.test(text)
    if (refuses && !holdsAny(text, reasons) && !holdsAny(text, channels)) {
      return violatedAt(
        contentPlaces(section),
        `“${section.title}”这一节写的是不公开或尚未公开，又没有写原因。请写明公开的渠道和时间；涉密的请写明依据。`,
      )
    }
    return holdsAny(text, publication) ? holdsAt(place) : cannotCheckAt(place)
  })
}

function titlePlace({ heading, title }: Section): Place {
  return placeInParagraph(heading, heading.text.includes(title) ? title : heading.text)
}

function contentPlaces({ paragraphs, heading }: Section): readonly Place[] {
  const [first] = paragraphs.filter((paragraph) => paragraph !== heading)
  return first === undefined ? [] : [placeInParagraph(first, first.text.slice(0, 30))]
}
