import type { Block, Cell } from '../../../core/document/document.js'
import { escapeHtml as escape } from '../../html-page/escape-html.js'
import { renderGrid } from '../../html-page/grid.js'
import { highlight, type Spot } from '../../html-page/highlight.js'
import { noteId, type PlacedMark } from './placed-marks.js'

/** A paragraph or a table with its words highlighted, and the notes on it. `marks` are those that stand in it. */
export function renderBlock(block: Block, marks: readonly PlacedMark[]): string {
  const notes = renderNotes(marks)
  const whole = marks.filter(({ cell }) => block.kind === 'table' && cell === undefined)
  const links = whole.length === 0 ? '' : `<p class="whole">${whole.map(renderLink).join('')}</p>`
  return `<div class="block" id="${block.kind}-${block.index}">${notes}<div class="read">${links}${renderRead(block, marks)}</div></div>\n`
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

function renderLink({ id, mark: { number } }: PlacedMark): string {
  return `<sup><a id="${id}" href="#${noteId(number)}" aria-label="批注 ${number}">${number}</a></sup>`
}

/** One note for each finding: all is said at its main place, elsewhere in the document it is only referred to. */
function renderNotes(marks: readonly PlacedMark[]): string {
  const main = new Set(marks.filter(({ mark }) => mark.isMain).map(({ mark }) => mark.number))
  const seen = new Set<number>()
  const notes = marks.map((placed) => {
    const { number, isMain } = placed.mark
    if (isMain) return renderMain(placed)
    if (main.has(number) || seen.has(number)) return ''
    seen.add(number)
    return renderReference(placed)
  })
  const html = notes.join('')
  return html === '' ? '' : `<ol class="notes">${html}</ol>`
}

function renderMain({ mark: { number, severity, title, lines }, siblings }: PlacedMark): string {
  const backs = siblings.map((id, index) => `<a href="#${id}">${index === 0 ? '看原处' : index + 1}</a>`)
  const more =
    backs.length > 1
      ? `<p class="soft">${backs[0]}，另见 ${backs.slice(1).join(' ')}</p>`
      : `<p class="soft">${backs[0]}</p>`
  const said = lines.map((line) => `<p>${escape(line)}</p>`).join('')
  return `<li class="${severity}" id="${noteId(number)}" value="${number}"><p class="title"><b>${number}</b> ${escape(title)}</p>${said}${more}</li>`
}

function renderReference({ id, mark: { number } }: PlacedMark): string {
  return `<li class="reference" value="${number}"><p><a href="#${id}"><b>${number}</b></a> 与<a href="#${noteId(number)}">批注 ${number}</a> 有关</p></li>`
}
