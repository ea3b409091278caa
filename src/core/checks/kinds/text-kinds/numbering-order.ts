import { type Paragraph, type Place, placeInParagraph, placeInTable } from '../../../document/document.js'
import { parseChineseNumber } from '../../../exact/chinese-number.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { endsReport } from '../../../narrative/sections.js'
import { type Break, readLists } from './list-sequences.js'
import { numberWords } from './number-words.js'
import { paragraphsOf, tablesOf } from './pieces.js'
import { holdsAt, violatedAt } from './verdicts.js'

/** 序号: consecutive, not repeated, one style in one list; in the running text and inside every cell. */
export const numberingOrder: CheckKind = (filing) => {
  const broken = [
    ...reportRuns(paragraphsOf(filing)).flatMap((run) =>
      readLists(run).map((breaks) => listOutcome(breaks, paragraphPlace)),
    ),
    ...cellLists(filing),
  ]
  return broken.length === 0 ? [holdsAt()] : broken
}

/** ① without ②, and 一是 … 三是 without 二是, inside one paragraph. */
export const inlineNumbering: CheckKind = (filing) => {
  const paragraphs = paragraphsOf(filing)
  const broken = paragraphs.flatMap((paragraph, position) => [
    ...lonelyCircle(paragraph, paragraphs[position + 1]),
    ...missingPoint(paragraph),
  ])
  return broken.length === 0 ? [holdsAt()] : broken
}

/** Cuts the paragraphs where a report or an attachment ends; every part counts anew. */
function reportRuns(paragraphs: readonly Paragraph[]): readonly (readonly Paragraph[])[] {
  const runs: Paragraph[][] = [[]]
  for (const paragraph of paragraphs) {
    if (endsReport(paragraph.text)) runs.push([])
    else runs.at(-1)?.push(paragraph)
  }
  return runs
}

function paragraphPlace(paragraph: Paragraph): Place {
  return placeInParagraph(paragraph, paragraph.text.trim().slice(0, 20))
}

function listOutcome<Line>(breaks: readonly Break<Line>[], placeOf: (line: Line) => Place): Outcome {
  const lines = new Set(breaks.flatMap(({ before, item }) => [before.line, item.line]))
  const words = breaks.slice(0, 4).map(breakWords).join('；')
  return violatedAt([...lines].map(placeOf), `序号不连贯：${words}。请统一序号的写法，按顺序编号。`)
}

function breakWords<Line>({ kind, before, item, style, expected }: Break<Line>): string {
  const [first, second] = [before.numbering.printed.trim(), item.numbering.printed.trim()]
  if (kind === 'repeated') return `“${first}”用了两次`
  return `“${first}”后面是“${second}”，应为“${numberWords(style, expected)}”`
}

function cellLists(filing: Filing): readonly Outcome[] {
  return tablesOf(filing).flatMap((table) =>
    table.cells.flatMap((cell) => {
      if (!cell.text.includes('\n')) return []
      const lines = cell.text.split('\n').map((text) => ({ text }))
      return readLists(lines).map((breaks) =>
        listOutcome(breaks, ({ text }) => placeInTable(table, cell, text.trim().slice(0, 20))),
      )
    }),
  )
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
