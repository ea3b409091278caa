import { describe, expect, it } from 'vitest'
import { fitForm } from './fit-form.js'
import type { PrintedCell, PrintedForm } from './printed.js'
import { countLines } from './text-width.js'

describe('countLines', () => {
  it.each([
    ['a text that has room stays on one line', '得分', 1],
    ['nine characters in a line of eight need two', '一二三四五六七八九', 2],
    ['a number is not broken', '支出一二三四2227.73', 2],
    ['a number longer than the line is broken', '1234567890123456789', 2],
    ['a line does not begin with a full stop', '一二三四五六七八。', 2],
    ['printed lines each begin anew', '产出指标\n（40分）', 2],
    ['an empty cell has one line', '', 1],
  ])('%s', (_situation, text, lines) => {
    expect(countLines(text, { width: 80, fontSize: 10 })).toBe(lines)
  })
})

describe('fitForm', () => {
  it('leaves a short form in the usual letters', () => {
    const fit = fitOf(formOf(20))
    expect(fit).toMatchObject({ fontSize: 10.5, above: 3.5, fits: true })
  })

  it('makes the letters smaller until a longer form goes on one page', () => {
    const fit = fitOf(formOf(45))
    expect(fit.fits).toBe(true)
    expect(fit.fontSize).toBeLessThan(10)
  })

  it('gives a form of several pages letters that can be read', () => {
    expect(fitOf(formOf(120))).toMatchObject({ fontSize: 10, fits: false })
  })

  it('shares the whole width among the columns in twentieths of a point', () => {
    const { columnWidths } = fitOf(formOf(3))
    expect(columnWidths.reduce((sum, width) => sum + width, 0)).toBeCloseTo((166 / 25.4) * 72, 1)
    for (const width of columnWidths) expect(width * 20).toBeCloseTo(Math.round(width * 20), 6)
  })

  it('gives rows the height that a label over several rows needs', () => {
    const label: PrintedCell = { ...cellAt(0, 0), rowSpan: 2, text: '年\n度\n总\n体\n目\n标' }
    const fit = fitOf({ ...formOf(2), cells: [label, cellAt(0, 1), cellAt(1, 1)] })
    expect(fit.rowHeights.reduce((sum, height) => sum + height, 0)).toBeGreaterThan(6 * fit.linePitch)
  })
})

function fitOf(form: PrintedForm) {
  return fitForm(form, { kind: 'form', orientation: form.orientation, blocks: [form] })
}

function formOf(rows: number): PrintedForm {
  const cells = Array.from({ length: rows }, (_, row) => [cellAt(row, 0), cellAt(row, 1)]).flat()
  const printed = { title: '自评表', subtitle: undefined, header: undefined, signature: undefined }
  const form = { form: 'baseData', pack: '', title: '', titlePlace: undefined, table: 1, year: 2024 }
  return {
    ...printed,
    kind: 'form',
    index: 0,
    form: { ...form, fields: {}, lists: {}, signature: undefined },
    orientation: 'portrait',
    widths: [1, 2],
    rows,
    cells,
  }
}

function cellAt(row: number, column: number): PrintedCell {
  const place = { row, column, rowSpan: 1, columnSpan: 1 }
  return { ...place, text: '项目', kind: 'label', align: 'center', field: undefined, type: undefined }
}
