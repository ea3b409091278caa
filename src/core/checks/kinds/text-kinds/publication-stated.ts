import { placeInParagraph } from '../../../document/document.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { contentPlaces } from './section-places.js'
import { sectionsAbout, textOf } from './section-text.js'
import { cannotCheckAt, holdsAt, violatedAt } from './verdicts.js'
import { holdsAny } from './word-pattern.js'

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
