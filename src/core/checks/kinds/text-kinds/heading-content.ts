import { placeInParagraph } from '../../../document/document.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { recordsOf, wordIn } from './records.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { holdsAny } from './word-pattern.js'

/** 节标题与内容: a section on effects must not lead in with 产出指标, and the like. */
export const headingContent: CheckKind = (filing, definition) => {
  const entries = recordsOf(definition, 'entries')
  return filing.narrative.sections.flatMap((section) =>
    entries
      .filter(
        (entry) =>
          holdsAny(section.title, entry.titles ?? []) && !holdsAny(section.title, entry.otherTitles ?? []),
      )
      .flatMap((entry): readonly Outcome[] => {
        const lead = section.paragraphs[0]
        if (lead === undefined) return []
        const wrong = (entry.wrong ?? []).find((word) => lead.text.includes(word))
        if (wrong === undefined || holdsAny(lead.text, entry.right ?? []))
          return [holdsAt(placeInParagraph(section.heading))]
        const expected = wordIn(entry, 'right')
        const message = `“${section.title}”这一节应写${expected}，开头却写的是“${wrong}”。请核对是不是抄错了。`
        return [violatedAt([placeInParagraph(lead, wrong)], message, { expected, stated: wrong })]
      }),
  )
}
