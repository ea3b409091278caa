import { placeInParagraph } from '../../../document/document.js'
import type { Filing } from '../../../filing/filing.js'
import type { Section } from '../../../filing/narrative.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { holdsTable } from './section-text.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { holdsAny } from './word-pattern.js'

/** A chapter's heading with nothing below it. */
export const emptySections: CheckKind = (filing, definition) => {
  const titles = wordsOf(definition, 'titles')
  return filing.narrative.sections
    .filter(({ title, level }) => level === 1 && holdsAny(title, titles))
    .flatMap((section) => emptyOutcome(section, filing))
}

function emptyOutcome(section: Section, filing: Filing): readonly Outcome[] {
  const place = placeInParagraph(section.heading)
  const again = filing.narrative.sections.some((other) => other !== section && other.title === section.title)
  if (section.paragraphs.length > 0 || again || holdsTable(section, filing.document)) return [holdsAt(place)]
  return [violatedAt([place], `“${section.title}”这一节只有标题，没有内容。请补写。`)]
}
