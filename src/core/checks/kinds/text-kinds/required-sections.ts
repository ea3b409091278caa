import { placeInParagraph } from '../../../document/document.js'
import type { CheckKind } from '../../../law/check.js'
import { findTitles } from '../../../narrative/title.js'
import { recordsOf, wordIn } from './records.js'
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
