import type { Block, Cell } from '../../../core/document/document.js'
import { escapeHtml as escape } from '../../html-page/escape-html.js'
import { renderGrid } from '../../html-page/grid.js'
import { highlight, type Spot } from '../../html-page/highlight.js'
import { noteId, type PlacedMark } from './placed-marks.js'

/** A paragraph or a table with its words highlighted, and the notes on it. `marks` are those that stand in it. */
export function renderBlock(block: Block, marks: readonly PlacedMark[]): string {
  const whole = marks.filter(({ cell }) => block.kind === 'table' && cell === undefined)
  const links = whole.length === 0 ? '' : `<p>${whole.map(renderLink).join('')}</p>`
  return `<div class="block">${renderNotes(marks)}<div class="read">${links}${renderRead(block, marks)}</div></div>\n`
}

function renderRead(block: Block, marks: readonly PlacedMark[]): string {
  if (block.kind === 'paragraph') return `<p>${highlight(block.text, marks.map(spotOf))}</p>`
  const byCell = new Map<Cell, Spot[]>()
  for (const placed of marks) {
    if (placed.cell === undefined) continue
    byCell.set(placed.cell, [...(byCell.get(placed.cell) ?? []), spotOf(placed)])
  }
  return renderGrid({
    cells: block.cells,
    rows: Array.from({ length: block.rows }, (_, row) => row),
    heads: new Set(),
    spotsOf: (cell) => byCell.get(cell) ?? [],
    label: `第${block.index}张表`,
  })
}

function spotOf(placed: PlacedMark): Spot {
  const { place, isMain, severity } = placed.mark
  return { quote: place.quote, name: isMain ? severity : 'related', after: renderLink(placed) }
}

function renderLink({ id, mark: { number, severity } }: PlacedMark): string {
  return `<sup class="${severity}"><a id="${id}" href="#${noteId(number)}" aria-label="批注 ${number}">${number}</a></sup>`
}

/** One note for each finding, at its main place; the numbers at its other places lead to it. */
export function renderNotes(marks: readonly PlacedMark[]): string {
  const notes = marks.filter(({ mark }) => mark.isMain).map(renderNote)
  return notes.length === 0 ? '' : `<ol class="notes">${notes.join('')}</ol>`
}

function renderNote({ mark: { number, severity, title, lines }, block, siblings }: PlacedMark): string {
  const said = lines.map((line) => `<p>${escape(line)}</p>`).join('')
  const links = block === undefined ? '' : `<p>${renderPlaces(siblings, number)}</p>`
  return `<li class="${severity}" id="${noteId(number)}"><p class="title"><b>${number}</b> ${escape(title)}</p>${said}${links}</li>`
}

function renderPlaces([first, ...others]: readonly string[], number: number): string {
  const back = `<a href="#${first}" aria-label="批注 ${number} 的原处">看原处</a>`
  const more = others.map(
    (id, index) => `<a href="#${id}" aria-label="批注 ${number} 的第 ${index + 2} 处">${index + 2}</a>`,
  )
  return more.length === 0 ? back : `${back}，相关的地方 ${more.join(' ')}`
}
