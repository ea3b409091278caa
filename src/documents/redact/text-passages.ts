import type { Table } from '../../core/document/document.js'
import type { Passage } from '../../core/redact/passage.js'
import { headingsInTable } from '../../core/redact/table-headings.js'
import { readText } from '../text/read-text.js'

/** A line of a text file as a passage; `from` is where it begins in the text. */
export type Line = Readonly<{ passage: Passage; from: number }>

/** The lines of a text, each with the line before it and what the table it belongs to says about it. */
export function passagesOfText(text: string): readonly Line[] {
  const inTables = headingsByLine(text)
  const lines: Line[] = []
  let from = 0
  let before: string | undefined
  for (const [index, line] of text.split(/(?<=\n|\r(?!\n))/).entries()) {
    const printed = line.replace(/[\r\n]+$/, '')
    const headings = [...(before === undefined ? [] : [before]), ...(inTables.get(index + 1) ?? [])]
    lines.push({ passage: { place: `第${index + 1}行`, text: printed, headings }, from })
    if (printed.trim() !== '') before = printed.trim()
    from += line.length
  }
  return lines
}

function headingsByLine(text: string): ReadonlyMap<number, readonly string[]> {
  const tables = readText(text).blocks.filter((block) => block.kind === 'table')
  return new Map(tables.flatMap(linesOf))
}

function linesOf({ cells }: Table): readonly (readonly [number, readonly string[]])[] {
  const headings = headingsInTable(cells)
  return cells.flatMap(({ line, lines }, index) =>
    (lines ?? (line === undefined ? [] : [line])).map((one) => [one, headings[index] ?? []] as const),
  )
}
