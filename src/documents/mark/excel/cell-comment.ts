import type { Severity } from '../../../core/law/check.js'
import { escapeXml } from '../../xml/escape-xml.js'

/** What is said of one cell: several findings may meet in it. */
export type CellComment = Readonly<{ row: number; column: number; said: readonly Said[] }>

/** A bold first line, then further lines; plain text. */
export type Said = Readonly<{ title: string; lines: readonly string[]; severity?: Severity }>

const colours = { error: 'FFC00000', warning: 'FF9C5700', info: 'FF1F4E79' } as const satisfies Record<
  Severity,
  string
>

/** Excel holds this many signs in a cell, and in its comment; some room is left for what was there before. */
const longestComment = 30_000

/** `B4` for row 3 and column 1, both counted from 0. */
export function referenceOf({ row, column }: Readonly<{ row: number; column: number }>): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return `${letters}${row + 1}`
}

/** The comment's text as runs; too long a text is cut at the end of a line, and says so. */
export function renderRuns({ said }: CellComment, prefix: string): string {
  const runs = fitting(said).flatMap(({ title, lines, severity }, index) => {
    const colour = severity === undefined ? '' : `<${prefix}color rgb="${colours[severity]}"/>`
    return [
      run((index === 0 ? '' : '\n\n') + title, `<${prefix}b/>`, { prefix, colour }),
      run(lines.map((line) => `\n${line}`).join(''), '', { prefix, colour: '' }),
    ]
  })
  return runs.join('')
}

/** The comment's text without bold and colours. */
export function plainTextOf({ said }: CellComment): string {
  return fitting(said)
    .map(({ title, lines }) => [title, ...lines].join('\n'))
    .join('\n\n')
}

function fitting(said: readonly Said[]): Said[] {
  let room = longestComment
  return said.map((one) => {
    const lines: string[] = []
    for (const line of one.lines) {
      room -= line.length + 1
      if (room > 0) lines.push(line)
    }
    return room > 0 ? one : { ...one, lines: [...lines, '……其余见各处批注。'] }
  })
}

function run(text: string, weight: string, { prefix, colour }: { prefix: string; colour: string }): string {
  if (text === '') return ''
  const font = `<${prefix}rFont val="宋体"/><${prefix}charset val="134"/>`
  const properties = `<${prefix}rPr>${weight}<${prefix}sz val="9"/>${colour}${font}</${prefix}rPr>`
  return `<${prefix}r>${properties}<${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`
}

/** How many lines a comment of this width (in signs) takes. */
export function lineCountOf({ said }: CellComment, width: number): number {
  const lines = said.flatMap(({ title, lines }) => [title, ...lines, ''])
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
}
