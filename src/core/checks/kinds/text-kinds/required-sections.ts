import { placeInParagraph } from '../../../document/document.js'
import type { Filing } from '../../../filing/filing.js'
import type { Section } from '../../../filing/narrative.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { findTitles } from '../../../narrative/title.js'
import { wordsOf } from '../../parameters.js'
import { recordsOf, wordIn } from './records.js'
import { holdsTable } from './section-text.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { holdsAny } from './word-pattern.js'

const fewestChapters = 4

/** 报告提纲: some heading for each required part. Asked only of a report that has chapters at all. */
export const requiredSections: CheckKind = (filing, definition) => {
  const title = findTitles(filing.document).find(({ kind }) => kind === 'report')
  const sections = filing.narrative.sections
  if (title === undefined || sections.filter(({ level }) => level === 1).length < fewestChapters) return []
  return recordsOf(definition, 'parts').map((part) => {
    const found = sections.find((section) => holdsAny(section.title, part.words ?? []))
    if (found !== undefined) return holdsAt(placeInParagraph(found.heading))
    return violatedAt(
      [title.place],
      `报告里没有找到“${wordIn(part, 'name')}”这一节。如果通知的提纲要求写，请补上。`,
    )
  })
}

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
