import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { problemText } from '../core/pack-source/source.js'
import { printFiling } from '../core/paper/print-filing.js'
import { fullFiling } from '../testing/full-filing.js'
import { checkPacks } from './check-packs.js'
import { loadPackFolder } from './load-packs.js'

const root = mkdtempSync(join(tmpdir(), 'packs-'))
afterAll(() => rmSync(root, { recursive: true }))

/** What is wrong in a shipped pack after one of its files was changed. */
function problemsAfter(file: string, change: (text: string) => string): readonly string[] {
  const folder = mkdtempSync(join(root, 'pack-'))
  cpSync('packs/any/task-budget/2020', folder, { recursive: true })
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')))
  const problems = loadPackFolder(folder, ['sum']).problems.map(problemText)
  return problems.map((problem) => problem.slice(problem.indexOf('/') + 1))
}

describe('a mistake in a pack is told with file, line and column', () => {
  it.each([
    [
      'an unknown key',
      (text: string) => text.replace('title:', 'titel:'),
      'pack.yaml:3:1 不认识“titel”这一项，是不是“title”？',
    ],
    ['a missing key', (text: string) => text.replace(/title: .*\n/, ''), 'pack.yaml:1:1 这里缺少“title”。'],
    ['a wrong type', (text: string) => text.replace('type: amount', 'type: amout'), 'amount、percent'],
    [
      'a number without quotes',
      (text: string) => text.replace('form: taskBudget', 'form: 12'),
      'pack.yaml:2:7 这里要写文字（数字要加引号）。',
    ],
    ['a doubled id', (text: string) => text.replace('id: task,', 'id: duty,'), 'id “duty”用了两次。'],
    ['a key written twice', (text: string) => text.replace('form:', 'title: 表\nform:'), '同一项写了两次'],
    [
      'a name that sentences cannot spell',
      (text: string) => text.replace('name: 执行数,', 'name: 执行数(万元),'),
      '不能有空格、括号',
    ],
  ])('%s', (_, change, problem) => {
    expect(problemsAfter('pack.yaml', change).join('\n')).toContain(problem)
  })
  it('a sentence with a wrong name, at its character', () => {
    const problems = problemsAfter('checks/sums.yaml', (text) =>
      text.replace('：执行数 ≤ 预算数', '：执行数 ≤ 预算敷'),
    )
    expect(problems.join('\n')).toMatch(
      /sums\.yaml:\d+:\d+ \[13-15\] 表里没有“预算敷”这一格，是不是“预算数”？/,
    )
  })
  it('an unknown kind of check', () => {
    const problems = problemsAfter('checks/sums.yaml', (text) => text.replace(/check: .*/, 'kind: sun'))
    expect(problems.join('\n')).toContain('没有叫“sun”的检查种类，是不是“sum”？')
  })
  it('practice that would be an error', () => {
    const change = (text: string) => text.replace(/basis: .*/, 'basis: [{ practice: 我们觉得 }]')
    expect(problemsAfter('checks/sums.yaml', change).join('\n')).toContain('不能定为“错误”')
  })
  it('a check without a basis', () => {
    const problems = problemsAfter('checks/sums.yaml', (text) => text.replace(/ {2}basis: .*\n/, ''))
    expect(problems.join('\n')).toContain('没有写依据')
  })
})

describe('a mistake in paper.yaml is told with file, line and column', () => {
  it.each([
    [
      'a field that the form does not have',
      ['=total.budget,', '=total.budgt,'],
      /paper\.yaml:\d+:\d+ 这张表没有“total\.budgt”这一栏（pack\.yaml 里没有），是不是“total\.budget”？/,
    ],
    ['a column that the list does not have', ['=completion', '=complete'], /没有“complete”这一栏/],
    [
      'a list that the form does not have',
      ['each: tasks', 'each: task'],
      /没有“task”这个清单，是不是“tasks”？/,
    ],
    [
      'an unknown key',
      ['header: true', 'heder: true'],
      /paper\.yaml:\d+:5 不认识“heder”这一项，是不是“header”？/,
    ],
    ['a width of nothing', ['{ width: 6,', '{ width: 0,'], /这里要写 1 或更大的整数/],
    [
      'a row that does not fill the paper',
      ["[{ label: 金额合计, span: 2 }, ''", '[{ label: 金额合计, span: 2 }'],
      /paper\.yaml:\d+:5 这一行的格子占 7 列，合起来应正好是 columns 的 8 列。/,
    ],
    [
      'a merged column that is not there',
      ['each: tasks', 'each: tasks\n    merge: [dutty]'],
      /是不是“duty”？/,
    ],
  ])('%s', (_, [from = '', to = ''], problem) => {
    expect(problemsAfter('paper.yaml', (text) => text.replace(from, to)).join('\n')).toMatch(problem)
  })
})

describe('a pack that goes without fields of the one it extends', () => {
  it('does not print their rows, and the spans over them shrink', () => {
    const folder = mkdtempSync(join(root, 'pack-'))
    const own = [
      'id: sample/department-self-evaluation/2025',
      'extends: any/department-self-evaluation/2020',
      'years: [2025]',
      'without: [otherSources, funds-by-source, source-executed-within-budget, appropriation-is-total]',
    ]
    writeFileSync(join(folder, 'pack.yaml'), own.join('\n'))
    const { packs, problems } = loadPackFolder(folder, undefined)
    expect(problems.map(problemText)).toEqual([])
    const [pack] = packs
    if (pack === undefined) throw new Error('no pack')
    const [printed] = printFiling(fullFiling(pack, packs), packs).blocks
    if (printed?.kind !== 'form') throw new Error('no form')
    const texts = printed.cells.map(({ text }) => text)
    expect(texts).toContain('上年结转资金')
    expect(texts).not.toContain('其他资金')
    expect(printed.cells.find(({ text }) => text.startsWith('部门预'))?.rowSpan).toBe(8)
  })
})

describe('a pack that prints some rows differently', () => {
  it('writes only those: its rows replace those with their ids, a new row stands after the one before it', () => {
    const folder = mkdtempSync(join(root, 'pack-'))
    const own = ['id: sample/task-budget/2025', 'extends: any/task-budget/2020', 'years: [2025]']
    const paper = [
      'rows:',
      '  - { id: columns }',
      '  - { id: note, cells: [{ label: 任务按职责填写, span: 8 }] }',
      "  - { id: total, cells: [{ label: 总计, span: 4 }, '', '', '', ''] }",
    ]
    writeFileSync(join(folder, 'pack.yaml'), own.join('\n'))
    writeFileSync(join(folder, 'paper.yaml'), paper.join('\n'))
    const { packs, problems } = loadPackFolder(folder, undefined)
    expect(problems.map(problemText)).toEqual([])
    const rows = packs[0]?.paper?.rows.map((row) => (row.kind === 'cells' ? row.cells[0]?.label : row.kind))
    expect(rows).toEqual(['序号', '任务按职责填写', 'each', '总计'])
  })
})

describe('a check without its cases', () => {
  it('is told which ones are missing', () => {
    const folder = mkdtempSync(join(root, 'pack-'))
    cpSync('packs/any/task-budget/2020', folder, { recursive: true })
    rmSync(join(folder, 'cases'), { recursive: true })
    const { problems } = checkPacks(folder, { kinds: [], checkDocument: () => ({ results: [] }) })
    expect(problems.map(problemText).join('\n')).toContain(
      '规则“budget-total”在 cases/ 里缺少一个成立的情形（expect: holds）和一个不成立的情形（expect: violated）。',
    )
  })
})
