import { describe, expect, it } from 'vitest'
import { SentenceError } from '../language/syntax.js'
import { parseHole } from './hole.js'
import { parseTemplate } from './template.js'

const mistakeOf = (read: () => unknown): readonly [number, number, string] => {
  try {
    read()
  } catch (error) {
    if (error instanceof SentenceError) return [error.span.start, error.span.end, error.message]
    throw error
  }
  throw new Error('no mistake was found')
}

describe('the template of a report sentence', () => {
  it('is words, named fields and parts that may be left out', () => {
    expect(parseTemplate('支出{全年执行数}万元[，{比上年(全年执行数)}]。')).toEqual([
      { kind: 'words', text: '支出' },
      { kind: 'hole', text: '全年执行数', start: 3, end: 8 },
      { kind: 'words', text: '万元' },
      {
        kind: 'optional',
        parts: [
          { kind: 'words', text: '，' },
          { kind: 'hole', text: '比上年(全年执行数)', start: 14, end: 24 },
        ],
      },
      { kind: 'words', text: '。' },
    ])
  })

  it.each([
    ['支出{全年执行数万元。', 2, '这个“{”没有写“}”。'],
    ['支出全年执行数}万元。', 7, '多了一个“}”，前面没有“{”。'],
    ['支出[，{单位}。', 2, '这个“[”没有写“]”。'],
    ['支出，{单位}]。', 7, '多了一个“]”，前面没有“[”。'],
    ['[a[b]]', 2, '“[ ]”里面不能再套“[ ]”。'],
    ['支出{ }万元', 2, '“{}”里要写名称。'],
  ])('%s is told at sign %i: %s', (text, start, message) => {
    const [at, , told] = mistakeOf(() => parseTemplate(text))
    expect([at, told]).toEqual([start, message])
  })
})

describe('a field of a report sentence', () => {
  const names = ['全年执行数', '全年预算数']
  const hole = (text: string) => parseHole({ kind: 'hole', text, start: 10, end: 10 + text.length }, names)

  it('asks for what no form says', () => {
    expect(hole('请填写：单位主要职责')).toEqual({ kind: 'ask', name: '单位主要职责' })
  })

  it('is a figure, an expression, a rate or a comparison', () => {
    expect(hole('全年执行数').kind).toBe('value')
    expect(hole('全年预算数 - 全年执行数').kind).toBe('value')
    expect(hole('比率(全年执行数, 全年预算数)').kind).toBe('rate')
    expect(hole('比上年（全年执行数，人）')).toMatchObject({ kind: 'change', before: undefined, unit: '人' })
    expect(hole('比较(全年执行数, 全年预算数)')).toMatchObject({ kind: 'change', unit: '万元' })
  })

  it('tells a mistake inside at its sign of the whole sentence', () => {
    const [at, , message] = mistakeOf(() => hole('比率(全年执行数, +)'))
    expect([at, message]).toEqual([20, '这里要写一个名称或数，却写了“+”。'])
    expect(mistakeOf(() => hole('比率(全年执行数)'))[2]).toBe('“比率”后面的括号里要写两个名称，用逗号隔开。')
  })
})
