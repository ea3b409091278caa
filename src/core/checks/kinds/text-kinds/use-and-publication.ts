import { placeInParagraph } from '../../../document/document.js'
import type { CheckKind } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { contentPlaces, titlePlace } from './section-places.js'
import { sectionsAbout, textOf } from './section-text.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { holdsAny } from './word-pattern.js'

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
