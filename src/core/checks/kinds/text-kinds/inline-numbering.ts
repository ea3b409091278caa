import { type Paragraph, placeInParagraph } from '../../../document/document.js'
import { parseChineseNumber } from '../../../exact/chinese-number.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { numberWords } from './number-words.js'
import { paragraphsOf } from './pieces.js'
import { holdsAt, violatedAt } from './verdicts.js'

/** ① without ②, and 一是 … 三是 without 二是, inside one paragraph. */
export const inlineNumbering: CheckKind = (filing) => {
  const paragraphs = paragraphsOf(filing)
  const broken = paragraphs.flatMap((paragraph, position) => [
    ...lonelyCircle(paragraph, paragraphs[position + 1]),
    ...missingPoint(paragraph),
  ])
  return broken.length === 0 ? [holdsAt()] : broken
}

function lonelyCircle(paragraph: Paragraph, next: Paragraph | undefined): readonly Outcome[] {
  const { text } = paragraph
  if (!text.includes('①') || text.includes('②') || next?.text.trim().startsWith('②')) return []
  const at = text.indexOf('①')
  const place = placeInParagraph(paragraph, text.slice(at, at + 16))
  return [violatedAt([place], '这里只有“①”，没有“②”。只有一项时不必编号；若有漏写的项目请补上。')]
}

function missingPoint(paragraph: Paragraph): readonly Outcome[] {
  let last = 0
  for (const match of paragraph.text.matchAll(/(?<=^|[。；，：:,;、\s])([一二三四五六七八九十]{1,2})是/g)) {
    const ordinal = parseChineseNumber(match[1] ?? '') ?? 0
    if (ordinal !== 1 && ordinal !== last + 1 && last > 0) {
      const place = placeInParagraph(paragraph, paragraph.text.slice(match.index, match.index + 16))
      const message = `“${numberWords('chinese', last).replace('、', '是')}”后面是“${match[0]}”，中间的序号不连贯。请核对是否漏写或写重。`
      return [violatedAt([place], message)]
    }
    last = ordinal
  }
  return []
}
