import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkPacks } from '../cli/commands/pack-check.js'
import { problemText } from '../core/pack/source.js'
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
