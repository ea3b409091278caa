import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import { largeContent } from '../../testing/large-content.js'
import { randomFrom } from '../../testing/random.js'
import type { Run } from '../paper/printed.js'
import { applyChanges } from './apply-changes.js'
import { cellsOfChanges, closedCells } from './cells-of-changes.js'
import { changesBetween } from './changes-between.js'
import type { CellKey, ContentChange, FilingContent } from './content.js'
import { labelOfCell } from './label-of-cell.js'
import { rebaseChanges } from './rebase-changes.js'
import { textAt } from './text-at.js'

const content: FilingContent = { ...largeContent, report: largeContent.report.slice(0, 12) }
const score = 'f1/indicators/r3/score'

describe('changes', () => {
  it('between two contents make one into the other, there and back, for 300 random pairs', () => {
    const random = randomFrom(7)
    for (let round = 0; round < 300; round += 1) {
      const [before, after] = [scrambled(content, random), scrambled(content, random)]
      expect(applyChanges(before, changesBetween(before, after))).toEqual(after)
      expect(applyChanges(after, changesBetween(after, before))).toEqual(before)
    }
  })

  it('between a content and itself are none', () => {
    expect(changesBetween(content, structuredClone(content))).toEqual([])
  })

  it('leave what they do not touch the same object', () => {
    const after = applyChanges(content, [cell(score, '1')])
    expect(after.forms[1]).toBe(content.forms[1])
    expect(after.report).toBe(content.report)
    expect(after.forms[0]?.lists.indicators?.[0]).toBe(content.forms[0]?.lists.indicators?.[0])
  })

  it('empty a cell by taking it out of the content', () => {
    const emptied = applyChanges(content, [cell('f1/unitName', '')])
    expect(Object.hasOwn(emptied.forms[0]?.fields ?? {}, 'unitName')).toBe(false)
  })

  it('keep an edited paragraph at its place, whatever stands before it now', () => {
    const [, second] = content.report
    if (second === undefined) throw new Error('the report is too short')
    const edited: ContentChange = { kind: 'paragraph', paragraph: { ...second, runs: [] }, after: 'gone' }
    expect(applyChanges(content, [edited]).report[1]).toEqual({ ...second, runs: [] })
  })

  it.each([
    ['a form', 'f9/unitName'],
    ['a row', 'f1/indicators/r99/score'],
    ['nothing that can be typed into', 'f1/indicators/r3'],
  ])('that name %s that is not there are refused', (_what, key) => {
    expect(() => applyChanges(content, [cell(key, '1')])).toThrow('没有地方放')
  })

  it('never reach the prototype of the records they change', () => {
    const changed = applyChanges(content, [cell('f1/__proto__', 'x')])
    expect(Object.getPrototypeOf(changed.forms[0]?.fields)).toBe(Object.prototype)
    expect(Object.prototype).not.toHaveProperty('x')
  })
})

describe('two people changing one filing', () => {
  it('meet in the same content when they touch different cells, whoever saves first, for 200 random pairs', () => {
    const random = randomFrom(11)
    for (let round = 0; round < 200; round += 1) {
      const [mine, theirs] = disjoint(random)
      const left = rebaseChanges(mine, theirs)
      const right = rebaseChanges(theirs, mine)
      expect([...left.conflicts, ...right.conflicts]).toEqual([])
      const mineLast = applyChanges(applyChanges(content, theirs), left.changes)
      const theirsLast = applyChanges(applyChanges(content, mine), right.changes)
      expect(changesBetween(mineLast, theirsLast)).toEqual([])
    }
  })

  it('are asked which text to keep when both changed a cell differently', () => {
    const { changes, conflicts } = rebaseChanges(
      [cell(score, '1'), cell('f1/unitName', '乙')],
      [cell(score, '2')],
    )
    expect(conflicts).toEqual([{ cell: score, theirs: '2', yours: '1' }])
    expect(changes).toEqual([cell('f1/unitName', '乙')])
  })

  it('are not asked when both wrote the same', () => {
    expect(rebaseChanges([cell(score, '2')], [cell(score, '2')])).toEqual({ changes: [], conflicts: [] })
  })

  it('keep the words typed into a row that the other removed, as a conflict', () => {
    const { conflicts } = rebaseChanges([cell(score, '1')], [removeRow('r3')])
    expect(conflicts).toEqual([{ cell: score, theirs: '', yours: '1' }])
  })

  it('do not remove a row in which the other has just written', () => {
    const { changes, conflicts } = rebaseChanges([removeRow('r3')], [cell(score, '1.5')])
    expect(changes).toEqual([])
    expect(conflicts).toEqual([{ cell: 'f1/indicators/r3', theirs: '1.5', yours: '' }])
  })

  it('remove a row once when both do', () => {
    expect(rebaseChanges([removeRow('r3')], [removeRow('r3')])).toEqual({ changes: [], conflicts: [] })
  })

  it('both keep their new row when the two got the same id', () => {
    const mine = [addRow('r41', '甲的指标'), cell('f1/indicators/r41/weight', '1')]
    const theirs = [addRow('r41', '乙的指标')]
    const { changes, conflicts } = rebaseChanges(mine, theirs)
    expect(conflicts).toEqual([])
    const after = applyChanges(applyChanges(content, theirs), changes)
    expect(after.forms[0]?.lists.indicators?.slice(-2).map(({ cells }) => cells)).toEqual(
      expect.arrayContaining([{ name: '甲的指标', weight: '1' }, { name: '乙的指标' }]),
    )
  })

  it('see both paragraphs when they wrote the same one differently', () => {
    const { conflicts } = rebaseChanges([paragraph('甲写的')], [paragraph('乙写的')])
    expect(conflicts).toEqual([{ cell: 'report/p3', theirs: '乙写的', yours: '甲写的' }])
  })

  it('are not asked about a sentence whose figure alone differs: it follows the form', () => {
    const mine = [cell(score, '1'), paragraph('得分', { text: '1', field: score })]
    const theirs = [cell(score, '2'), paragraph('得分', { text: '2', field: score })]
    const { changes, conflicts } = rebaseChanges(mine, theirs)
    expect(changes).toEqual([])
    expect(conflicts).toEqual([{ cell: score, theirs: '2', yours: '1' }])
  })
})

describe('what changes touch', () => {
  it('is named by cells, rows, forms and paragraphs, each once', () => {
    const changes = [cell(score, '1'), cell(score, '2'), removeRow('r4'), paragraph('新')]
    expect(cellsOfChanges(changes)).toEqual([score, 'f1/indicators/r4', 'report/p3'])
  })

  it('is closed unless it, its row, its list or its form has been opened', () => {
    const changes = [cell(score, '1'), cell('f1/unitName', '甲'), removeRow('r4')]
    expect(closedCells(changes, null)).toEqual([])
    expect(closedCells(changes, [score])).toEqual(['f1/unitName', 'f1/indicators/r4'])
    expect(closedCells(changes, ['f1/indicators'])).toEqual(['f1/unitName'])
    expect(closedCells(changes, ['f1'])).toEqual([])
    expect(closedCells(changes, ['f1/indicators/r33'])).toHaveLength(3)
  })

  it('does not count figures of a closed paragraph that follow their cells', () => {
    const bound = largeContent.report.find(({ runs }) => runs.some(({ field }) => field !== undefined))
    if (bound === undefined) throw new Error('no figure in the report')
    const runs = bound.runs.map((run) => (run.field === undefined ? run : { ...run, text: '900.00' }))
    const follows: ContentChange = { kind: 'paragraph', paragraph: { ...bound, runs }, after: undefined }
    expect(closedCells([follows], [], largeContent)).toEqual([])
    const rewritten: ContentChange = {
      kind: 'paragraph',
      paragraph: { ...bound, runs: [{ text: '改写了', field: undefined }, ...runs] },
      after: undefined,
    }
    expect(closedCells([rewritten], [], largeContent)).toEqual([`report/${bound.id}`])
  })
})

describe('a cell in words', () => {
  const packs = loadPacks()
  it.each([
    ['f1/indicators/r1/actual', '部门整体支出绩效自评表 · 绩效指标 · 第1类灌区的维修养护 · 实际完成值'],
    ['f2/projects/r3/final', '第3灌区维修养护'],
    ['f1/totalFunds.executedAmount', '全年执行数'],
    ['report/p3', '报告第 3 段'],
    ['f7/unitName', 'f7/unitName'],
  ])('%s is %s', (key, words) => {
    expect(labelOfCell(content, packs, key)).toContain(words)
  })

  it('leaves out the title of the only form', () => {
    const alone = { ...content, forms: content.forms.slice(0, 1) }
    expect(labelOfCell(alone, packs, 'f1/indicators/r1/actual')).toBe(
      '绩效指标 · 第1类灌区的维修养护 · 实际完成值',
    )
  })
})

function cell(key: CellKey, to: string): ContentChange {
  return { kind: 'cell', cell: key, from: textAt(content, key), to }
}

function removeRow(row: string): ContentChange {
  return { kind: 'removeRow', form: 'f1', list: 'indicators', row }
}

function addRow(row: string, name: string): ContentChange {
  return { kind: 'addRow', form: 'f1', list: 'indicators', row, after: 'r40', cells: { name } }
}

function paragraph(text: string, ...figures: readonly Run[]): ContentChange {
  return {
    kind: 'paragraph',
    paragraph: { id: 'p3', style: 'body', runs: [{ text, field: undefined }, ...figures] },
    after: 'p2',
  }
}

/** Rows and paragraphs dropped, added, moved and rewritten by chance. */
function scrambled(of: FilingContent, random: () => number): FilingContent {
  const some = <Item>(items: readonly Item[]): Item[] => {
    const kept = items.filter(() => random() < 0.8)
    const moved = random() < 0.5 ? kept.splice(Math.floor(random() * kept.length), 1) : []
    kept.splice(Math.floor(random() * (kept.length + 1)), 0, ...moved)
    return kept
  }
  const text = () => `${Math.floor(random() * 1000)}`
  const forms = of.forms.map((form) => ({
    ...form,
    fields: { ...form.fields, ...(random() < 0.5 ? { unitName: text() } : {}) },
    lists: Object.fromEntries(
      Object.entries(form.lists).map(([list, rows]) => [
        list,
        some(rows).map((row) => (random() < 0.1 ? { ...row, cells: { ...row.cells, name: text() } } : row)),
      ]),
    ),
  }))
  const report = some(of.report).map((one) =>
    random() < 0.1 ? { ...one, runs: [{ text: text(), field: undefined }] } : one,
  )
  return { ...of, forms: random() < 0.1 ? forms.slice(0, 1) : forms, report }
}

/** Two people's changes of different cells and paragraphs. */
function disjoint(random: () => number): [ContentChange[], ContentChange[]] {
  const sides: [ContentChange[], ContentChange[]] = [[], []]
  for (let row = 1; row <= 40; row += 1) {
    if (random() < 0.7) continue
    const side = sides[random() < 0.5 ? 0 : 1]
    if (random() < 0.2) side.push(removeRow(`r${row}`))
    else side.push(cell(`f1/indicators/r${row}/actual`, `${Math.floor(random() * 100)}`))
  }
  for (const { id } of content.report) {
    if (random() < 0.7) continue
    const text = `${Math.floor(random() * 100)}`
    sides[random() < 0.5 ? 0 : 1].push({
      kind: 'paragraph',
      paragraph: { id, style: 'body', runs: [{ text, field: undefined }] },
      after: undefined,
    })
  }
  return sides
}
