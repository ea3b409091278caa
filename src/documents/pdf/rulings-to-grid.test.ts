import { describe, expect, it } from 'vitest'
import { horizontal, latticeOf, vertical } from '../../testing/drawn-page.js'
import type { Ruling } from './page-marks.js'
import { rulingsToGrids } from './rulings-to-grid.js'

describe('the lines of a page make tables', () => {
  it('a plain lattice has a cell for every square', () => {
    expect(cellsOf(latticeOf([100, 200, 300], [100, 120, 140]))).toEqual([
      '0,0 1×1',
      '0,1 1×1',
      '1,0 1×1',
      '1,1 1×1',
    ])
  })

  it('a missing line merges cells to the right and down', () => {
    const rulings = [
      ...[horizontal(100, 100, 400), horizontal(120, 200, 400), horizontal(140, 100, 400)],
      ...[vertical(100, 100, 140), vertical(200, 100, 140), vertical(300, 120, 140), vertical(400, 100, 140)],
    ]
    expect(cellsOf(rulings)).toEqual(['0,0 2×1', '0,1 1×2', '1,1 1×1', '1,2 1×1'])
  })

  it('borders drawn cell by cell, dotted or double are one line', () => {
    const pieces = latticeOf([100, 200, 300], [100, 120, 140]).flatMap((ruling) => cutUp(ruling))
    const doubled = [...pieces, ...latticeOf([101, 299], [101, 139])]
    expect(cellsOf(doubled)).toEqual(cellsOf(latticeOf([100, 200, 300], [100, 120, 140])))
  })

  it('an underline in a cell, or below a heading, is no border', () => {
    const table = latticeOf([100, 200], [100, 120, 140])
    const underlines = [horizontal(132, 110, 180), horizontal(136, 101, 150), horizontal(60, 100, 300)]
    expect(cellsOf([...table, ...underlines])).toEqual(['0,0 1×1', '1,0 1×1'])
  })

  it('a table without outer sides still has its outer columns', () => {
    const rulings = [100, 120, 140].map((y) => horizontal(y, 100, 400))
    const inner = [vertical(200, 100, 140), vertical(300, 100, 140)]
    expect(cellsOf([...rulings, ...inner])).toHaveLength(6)
  })

  it('a row that the page leaves open below is a row', () => {
    const rulings = [horizontal(100, 100, 300), horizontal(120, 100, 300)]
    const sides = [100, 200, 300].map((x) => vertical(x, 100, 160))
    const [grid] = rulingsToGrids([...rulings, ...sides])
    expect(grid?.rowEdges).toEqual([100, 120, 160])
    expect(grid?.cells.filter(({ row }) => row === 1).map(({ borders }) => borders.below)).toEqual([
      false,
      false,
    ])
  })

  it('two tables below each other stay two', () => {
    const grids = rulingsToGrids([...latticeOf([100, 200], [300, 320]), ...latticeOf([100, 200], [100, 120])])
    expect(grids.map(({ top }) => top)).toEqual([100, 300])
  })

  it('a drawing of thousands of lines is none', () => {
    const many = Array.from({ length: 1500 }, (_, at) => at * 3)
    expect(rulingsToGrids(latticeOf(many, many))).toEqual([])
  })
})

function cellsOf(rulings: readonly Ruling[]): string[] {
  const cells = rulingsToGrids(rulings).flatMap((grid) => grid.cells)
  return cells.map(({ row, column, rowSpan, columnSpan }) => `${row},${column} ${rowSpan}×${columnSpan}`)
}

/** The line in pieces of twenty points with gaps of one. */
function cutUp(ruling: Ruling): Ruling[] {
  const count = Math.ceil((ruling.to - ruling.from) / 20)
  return Array.from({ length: count }, (_, at) => {
    const from = ruling.from + at * 20
    return { ...ruling, from, to: Math.min(from + 19, ruling.to) }
  })
}
