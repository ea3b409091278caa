import type { Grid } from './grid.js'
import type { PaperCell } from './paper-cell.js'

/** What a cell is called on the form: the labels to its left and above it; 绩效指标 第3行 年度指标值. */
export function nameOfCell(grid: Grid, cell: PaperCell): string {
  if (cell.label !== '') return bare(cell.label)
  const left = labelToTheLeft(grid, cell)
  const above = labelAbove(grid, cell)
  const row = /\/([^/]+)\/[^/]+$/.test(cell.key ?? '') ? rowName(grid, cell) : left
  return [row, above].filter((words, index, all) => words !== '' && all.indexOf(words) === index).join(' ')
}

function labelToTheLeft(grid: Grid, { row, column }: PaperCell): string {
  for (let place = column - 1; place >= 0; place--) {
    const cell = grid.at(row, place)
    if (cell?.kind === 'label' && cell.text.trim() !== '') return bare(cell.text)
  }
  return ''
}

function labelAbove(grid: Grid, { row, column }: PaperCell): string {
  for (let place = row - 1; place >= 0; place--) {
    const cell = grid.at(place, column)
    if (cell?.kind === 'label' && cell.text.trim() !== '')
      return cell.column === 0 && column > 0 ? '' : bare(cell.text)
  }
  return ''
}

/** The row of a list is called by what stands in its cells to the left that is not merged: 培训场次. */
function rowName(grid: Grid, { row, column }: PaperCell): string {
  for (let place = column - 1; place >= 0; place--) {
    const cell = grid.at(row, place)
    if (cell?.key?.endsWith('/name') === true && cell.text.trim() !== '') return cell.text.trim()
  }
  return ''
}

function bare(text: string): string {
  return text.replace(/\s/g, '').replace(/[：:]$/, '')
}
