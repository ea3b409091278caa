import { type Paragraph, type Place, placeInParagraph, placeInTable } from '../../../document/document.js'
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
