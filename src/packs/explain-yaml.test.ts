import { describe, expect, it } from 'vitest'
import { problemText } from '../core/pack-source/source.js'
import { readYaml } from './read-yaml.js'

const right = "- id: share\n  rule: AMT-06\n  severity: error\n  check: '得分 ≤ 分值'\n"

function problemsAfter(change: (text: string) => string): readonly string[] {
  return readYaml('checks.yaml', change(right)).problems.map(problemText)
}

describe('a file that is not YAML', () => {
  it('is right before it is spoilt', () => {
    expect(problemsAfter((text) => text)).toEqual([])
  })
  it.each([
    [
      'a line too far left',
      (text: string) => text.replace('  severity', ' severity'),
      '3:2 缩进不对：这一行开头空了 1 格，上一行的文字前面有 2 格',
    ],
    [
      'a line too far right',
      (text: string) => text.replace('  severity', '    severity'),
      '3:5 缩进不对：这一行开头空了 4 格，上一行的文字前面有 2 格',
    ],
    ['a tab', (text: string) => text.replace('  severity', '\tseverity'), '3:2 行首是制表符（Tab）'],
    ['a Chinese colon', (text: string) => text.replace('severity: ', 'severity：'), '3:3 这里用了中文冒号'],
    [
      'no space after a colon',
      (text: string) => text.replace('severity: ', 'severity:'),
      '3:3 冒号后面要空一格',
    ],
    ['no space after a dash', (text: string) => text.replace('- id', '-id'), '1:1 短横“-”后面要空一格'],
    ['a quotation mark left open', (text: string) => text.replace("分值'", '分值'), '引号、括号有没有成对'],
    ['a key twice', (text: string) => text.replace('  rule', '  id: other\n  rule'), '同一项写了两次'],
  ])('gets one sentence for %s, at its line', (_situation, change, sentence) => {
    const problems = problemsAfter(change)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(sentence)
  })
})
