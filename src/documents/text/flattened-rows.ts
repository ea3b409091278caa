import { DomainError } from '../../core/errors/errors.js'
import { cleanText } from '../clean-text.js'

/** `lines` names the line of each line of the text. */
export type RawCell = Readonly<{ text: string; line: number; lines: readonly number[] }>
export type RawRow = readonly RawCell[]
export type RawBlock =
  | Readonly<{ kind: 'paragraph'; text: string; line: number }>
  | Readonly<{ kind: 'rows'; rows: readonly RawRow[] }>

type Line = Readonly<{ text: string; number: number }>

const largestLineCount = 1_000_000
/** Between rows stands one empty line; two or more end the table. */
const emptyLinesThatEndATable = 2
/** A cell holds a few lines; a report's text is longer. */
const linesThatMakeAReport = 10
const reportHeading = /^\s*(第?[一二三四五六七八九十]+[、章]|[（(][一二三四五六七八九十]+[）)])/
const titleAfterTable =
  /^(附件|附表|附\s*\d|说明\s*[:：]|备注\s*[:：]|注\s*[:：]|填表|填报|.*年度.*(表|报告)$)/
/** A page break leaves a single space before the title of the next page. */
const pageBreak = /^(\f| (?=[^ ]))/

/**
 * Splits flattened text into paragraphs and table rows (rules.md section 10): a tab begins a cell, other lines
 * go on with it, an empty line and then a tab begin a row.
 */
export function parseFlattened(text: string): RawBlock[] {
  const lines = splitLines(text)
  const parser = new FlattenedParser()
  let at = 0
  while (at < lines.length) {
    const line = lines[at]
    if (line === undefined) break
    at += 1
    if (!line.text.startsWith('\t')) {
      parser.addParagraph(line)
      continue
    }
    const start = at
    while (at < lines.length && !lines[at]?.text.startsWith('\t')) at += 1
    parser.addCell(line, lines.slice(start, at), lines[at])
  }
  return parser.finish()
}

function splitLines(text: string): Line[] {
  const lines = text.split(/\r\n|\r|\n/, largestLineCount + 1)
  if (lines.length > largestLineCount) {
    throw new DomainError('FILE_TOO_COMPLEX', { where: `超过 ${largestLineCount} 行` })
  }
  return lines.map((line, index) => ({ text: line, number: index + 1 }))
}

class FlattenedParser {
  readonly #blocks: RawBlock[] = []
  #rows: RawRow[] = []
  #row: RawCell[] = []

  addParagraph(line: Line): void {
    const text = cleanText(line.text)
    if (text !== '') this.#blocks.push({ kind: 'paragraph', text, line: line.number })
  }

  /** Adds the cell of a tab line; `after` are the lines up to the next tab line, if there is one. */
  addCell(line: Line, after: readonly Line[], next: Line | undefined): void {
    const cut = endOfTable(after, next !== undefined)
    const own = after.slice(0, cut)
    const printed = [line, ...own].filter((each) => cleanText(each.text) !== '')
    const text = cleanText(printed.map((each) => each.text).join('\n'))
    this.#row.push({ text, line: line.number, lines: printed.map((each) => each.number) })
    const gap = emptyLinesAtEnd(own)
    const isCut = cut < after.length || next === undefined
    if (isCut || gap > 0) this.#endRow()
    if (isCut || (gap >= emptyLinesThatEndATable && !this.#goesOn(next))) this.#endTable()
    for (const rest of after.slice(cut)) this.addParagraph(rest)
  }

  finish(): RawBlock[] {
    this.#endRow()
    this.#endTable()
    return this.#blocks
  }

  /** A lone label, or an empty cell that needs the label above, keeps a table together over a wider gap. */
  #goesOn(next: Line | undefined): boolean {
    const isLabel = this.#rows.length > 1 && this.#rows.at(-1)?.length === 1
    return isLabel || (next !== undefined && cleanText(next.text) === '')
  }

  #endRow(): void {
    if (this.#row.length > 0) this.#rows.push(this.#row)
    this.#row = []
  }

  #endTable(): void {
    if (isIndentedText(this.#rows)) this.#addIndented()
    else if (this.#rows.length > 0) this.#blocks.push({ kind: 'rows', rows: this.#rows })
    this.#rows = []
  }

  #addIndented(): void {
    for (const { text, line } of this.#rows.flat()) {
      if (text !== '') this.#blocks.push({ kind: 'paragraph', text, line })
    }
  }
}

/** Where in the lines after a cell the text after the table begins; their number when all belong to the cell. */
function endOfTable(lines: readonly Line[], goesOn: boolean): number {
  const printed = lines.filter(({ text }) => cleanText(text) !== '')
  const isReport =
    printed.length >= linesThatMakeAReport && printed.some(({ text }) => reportHeading.test(text))
  let empty = 0
  for (const [index, { text }] of lines.entries()) {
    if (text === '') {
      empty += 1
      continue
    }
    const isTitle = titleAfterTable.test(cleanText(text)) && (empty > 0 || pageBreak.test(text))
    if (isReport || isTitle || empty >= emptyLinesThatEndATable || (empty > 0 && !goesOn)) return index
    empty = 0
  }
  return lines.length
}

function emptyLinesAtEnd(lines: readonly Line[]): number {
  let count = 0
  while (count < lines.length && lines[lines.length - 1 - count]?.text === '') count += 1
  return count
}

/** Some editors indent paragraphs with a tab: one row of long lines or headings is no table. */
function isIndentedText(rows: readonly RawRow[]): boolean {
  const [row, ...others] = rows
  if (row === undefined || others.length > 0) return false
  const length = row.reduce((sum, cell) => sum + cell.text.length, 0)
  return row.length === 1 || length > row.length * 40 || row.some(({ text }) => reportHeading.test(text))
}
