import { beforeAll, describe, expect, it } from 'vitest'
import { applyChanges } from '../../../core/editing/apply-changes.js'
import { checkContent } from '../../../core/editing/check-content.js'
import type { FilingContent } from '../../../core/editing/content.js'
import type { Pack } from '../../../core/pack/pack.js'
import { loadPacks } from '../../../packs/load-packs.js'
import { cursorOn, gridOf } from '../paper/grid.js'
import { paperCells } from '../paper/paper-cell.js'
import { copyBlock } from './copy-block.js'
import { pasteSentence } from './paste-words.js'
import { type PasteTarget, placeBlock } from './place-block.js'

let packs: readonly Pack[]
beforeAll(() => {
  packs = loadPacks()
})

const row = (id: string, aspect: string, name: string) => ({
  id,
  cells: { dimension: '产出指标', aspect, name, target: '≥10场', actual: '12场', weight: '10', score: '10' },
})
const content: FilingContent = {
  unit: '云溪县文化馆',
  budgetYear: 2024,
  report: [],
  forms: [
    {
      id: 'f1',
      pack: 'hunan/project-self-evaluation/2024',
      fields: { 'totalFunds.initialBudget': '10.00', 'totalFunds.adjustedBudget': '10.00' },
      lists: {
        indicators: [
          row('r1', '数量指标', '演出'),
          row('r2', '数量指标', '培训'),
          row('r3', '质量指标', '满座'),
        ],
      },
    },
  ],
}

describe('placeBlock', () => {
  it('runs on with new rows where the block is longer than the list', () => {
    const block = Array.from({ length: 20 }, (_, index) => [`指标${index}`, `≥${index}`, `${index}`])
    const placed = placeBlock(target('f1/indicators/r1/name'), block)
    expect(placed).toMatchObject({ taken: 60, addedRows: 17, computed: 0, closed: 0, outside: 0 })
    const rows = rowsAfter(placed.changes)
    expect(rows).toHaveLength(20)
    expect(rows[19]?.cells).toMatchObject({
      name: '指标19',
      target: '≥19',
      actual: '19',
      dimension: '产出指标',
    })
  })

  it('keeps numbers as they were typed', () => {
    const placed = placeBlock(target('f1/indicators/r1/actual'), [[' １，２３４．５０ '], ['1,234.50']])
    expect(rowsAfter(placed.changes).map(({ cells }) => cells.actual)).toEqual([
      '１，２３４．５０',
      '1,234.50',
      '12场',
    ])
  })

  it('repeats the words of a cell that was merged over several rows', () => {
    const placed = placeBlock(target('f1/indicators/r1/aspect'), [
      ['时效指标', '甲'],
      ['', '乙'],
      ['成本指标', '丙'],
    ])
    expect(rowsAfter(placed.changes).map(({ cells }) => cells.aspect)).toEqual([
      '时效指标',
      '时效指标',
      '成本指标',
    ])
  })

  it('leaves out the closing row and what is too wide, and says so', () => {
    const wide = ['戊', '≥1', '1', '1', '1', '无', '多出来']
    const placed = placeBlock(target('f1/indicators/r3/name'), [wide, ['总分', '', '', '100', '99']])
    expect(rowsAfter(placed.changes)).toHaveLength(3)
    expect(pasteSentence(placed)).toBe('已粘贴 6 格；没有采用：4 格超出表格范围。')
  })

  it('passes over computed and closed cells', () => {
    const paste = target('f1/totalFunds.initialBudget')
    const block = [['1', '2', '3', '10', '99%', '9']]
    const computed = new Set(['f1/totalFunds.rate', 'f1/totalFunds.score'])
    const placed = placeBlock(
      {
        ...paste,
        isComputed: (key) => computed.has(key),
        isOpen: (key) => key !== 'f1/totalFunds.executedAmount',
      },
      block,
    )
    expect(placed).toMatchObject({ taken: 3, computed: 2, closed: 1 })
    expect(placed.changes.map((change) => change.kind === 'cell' && change.to)).toEqual(['1', '2', '10'])
  })

  it('adds no rows to a filing that was sent back', () => {
    const placed = placeBlock({ ...target('f1/indicators/r3/name'), mayAddRows: false }, [['甲'], ['乙']])
    expect(placed).toMatchObject({ taken: 1, addedRows: 0, closed: 1 })
  })
})

describe('copyBlock', () => {
  it('gives back what placeBlock takes', () => {
    const { form, grid } = target('f1/indicators/r1/name')
    const first = grid.byId.get('f1/indicators/r1/name')
    const last = grid.byId.get('f1/indicators/r3/actual')
    if (first === undefined || last === undefined) throw new RangeError('no such cells')
    const block = { top: first.row, left: first.column, bottom: last.row, right: last.column }
    const copied = copyBlock(form, grid, block)
    expect(copied[1]).toEqual(['培训', '≥10场', '12场'])
    expect(placeBlock(target('f1/indicators/r1/name'), copied).changes).toEqual([])
  })
})

function target(key: string): PasteTarget {
  const [form] = content.forms
  const [printed] = checkContent(content, packs).printed.blocks
  if (form === undefined || printed?.kind !== 'form') throw new RangeError('no form is printed')
  const grid = gridOf(paperCells(printed, form), printed.rows, printed.widths.length)
  const cell = grid.byId.get(key)
  if (cell === undefined) throw new RangeError(`no cell ${key} among ${[...grid.byId.keys()].join(' ')}`)
  return { form, grid, cursor: cursorOn(cell), isComputed: () => false, isOpen: () => true, mayAddRows: true }
}

function rowsAfter(changes: PasteTargetChanges) {
  return applyChanges(content, changes).forms[0]?.lists.indicators ?? []
}

type PasteTargetChanges = ReturnType<typeof placeBlock>['changes']
