import { describe, expect, it } from 'vitest'
import type { ReportParagraph } from '../../core/editing/content.js'
import { regenerateSection } from './regenerate.js'
import { sentenceAround } from './sentence-around.js'

const draft = [
  paragraph('d1', 'heading1', ['一、预算执行情况']),
  paragraph('d2', 'body', ['全年预算', ['90.94', 'f1/total'], '万元。']),
  paragraph('d3', 'body', ['三公经费支出', ['4.76', 'f1/three'], '万元。']),
  paragraph('d4', 'heading1', ['二、绩效情况']),
  paragraph('d5', 'body', ['共培训', ['12', 'f1/trainings'], '场。']),
]

describe('regenerating a section', () => {
  it('renews figures inside the writer’s sentence and keeps the sentence', () => {
    const own = paragraph('p2', 'body', ['本年我局预算为', ['89.00', 'f1/total'], '万元，比较平稳。'])
    const report = [paragraph('p1', 'heading1', ['一、预算执行情况']), own]
    const { report: next } = regenerated(report, 'p2')
    expect(textOf(next[1])).toBe('本年我局预算为90.94万元，比较平稳。')
    expect(next[1]?.id).toBe('p2')
  })

  it('puts in what is missing where the draft has it, and keeps what only the writer says', () => {
    const report = [
      paragraph('p1', 'heading1', ['一、预算执行情况']),
      paragraph('p2', 'body', ['全年预算', ['90.94', 'f1/total'], '万元。']),
      paragraph('p3', 'body', ['今年暴雨多，抢险支出增加。']),
      paragraph('p4', 'heading1', ['二、绩效情况']),
    ]
    const { report: next, added } = regenerated(report, 'p3')
    expect(added).toBe(1)
    expect(next.map(textOf)).toEqual([
      '一、预算执行情况',
      '全年预算90.94万元。',
      '三公经费支出4.76万元。',
      '今年暴雨多，抢险支出增加。',
      '二、绩效情况',
    ])
  })

  it('adds nothing the second time', () => {
    const report = [paragraph('p1', 'heading1', ['一、预算执行情况'])]
    const first = regenerated(report, 'p1')
    expect(first.added).toBe(2)
    expect(regenerated(first.report, 'p1')).toEqual({ report: first.report, added: 0 })
  })

  it('leaves a section alone that the outline does not have', () => {
    const report = [paragraph('p1', 'heading1', ['三、其他需要说明的问题'])]
    expect(regenerateSection(report, draft, { within: 'p1', newId: ids() })).toBeUndefined()
  })
})

describe('the sentence around a quote', () => {
  it.each([
    ['预算90万元。执行80万元；结余10万元。', '80万元', '执行80万元；'],
    ['预算90万元。', undefined, '预算90万元。'],
    ['没有标点的一句话80', '80', '没有标点的一句话80'],
  ])('%s with %s is %s', (text, quote, sentence) => {
    const { from, to } = sentenceAround(text, quote)
    expect(text.slice(from, to)).toBe(sentence)
  })
})

function regenerated(report: readonly ReportParagraph[], within: string) {
  const done = regenerateSection(report, draft, { within, newId: ids() })
  if (done === undefined) throw new Error('no such section')
  return done
}

function ids(): () => string {
  let count = 0
  return () => {
    count += 1
    return `n${count}`
  }
}

function paragraph(
  id: string,
  style: ReportParagraph['style'],
  runs: readonly (string | readonly [string, string])[],
): ReportParagraph {
  return {
    id,
    style,
    runs: runs.map((run) =>
      typeof run === 'string' ? { text: run, field: undefined } : { text: run[0], field: run[1] },
    ),
  }
}

function textOf(given: ReportParagraph | undefined): string {
  return given?.runs.map(({ text }) => text).join('') ?? ''
}
