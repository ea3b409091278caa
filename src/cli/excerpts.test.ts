import { describe, expect, it } from 'vitest'
import type { Finding } from '../core/law/check.js'
import { parseCaseDocument } from '../core/pack-check/case-document.js'
import { recognise } from '../core/recognise/recognise.js'
import { loadPacks } from '../packs/load-packs.js'
import { executionFinding } from '../testing/checked-file.js'
import { baseDataForm, projectForm } from '../testing/sample-forms.js'
import { excerptsOf } from './excerpts.js'
import { maskExcerpts, quoteIn } from './mask-excerpt.js'

const packs = loadPacks()

/** What is cut out of a document for a finding at some of its places. */
function cut(text: string, ...places: Finding['places']) {
  return excerptsOf(recognise(parseCaseDocument(text), packs), [{ ...executionFinding, places }])
}

describe('what is cut out around a finding', () => {
  it('is the row of the cell and the row of labels above it, and no other row', () => {
    const { tables } = cut(projectForm, { part: 'table 1', row: 3, column: 8, quote: '9' })
    expect(tables['table 1']?.labelRows).toEqual({ '3 8': 2 })
    const rows = new Set(
      tables['table 1']?.cells.filter(({ rowSpan }) => rowSpan === 1).map(({ row }) => row),
    )
    expect([...rows]).toEqual([2, 3])
  })

  it('finds the labels of an indicator above the rows of the other indicators', () => {
    const { tables } = cut(projectForm, { part: 'table 1', row: 9, column: 5, quote: '3100人' })
    expect(tables['table 1']?.labelRows).toEqual({ '9 5': 7 })
  })

  it('takes the nearest labels though they begin with a year', () => {
    const { tables } = cut(`2024年度绩效自评基础数据表\n${baseDataForm}`, {
      part: 'table 1',
      row: 9,
      column: 5,
      quote: '446.00',
    })
    expect(tables['table 1']?.labelRows).toEqual({ '9 5': 2 })
  })

  it('keeps of a long cell what stands around the quote', () => {
    const long = `${'管护河道。'.repeat(60)}清淤山塘42口${'。验收合格'.repeat(60)}`
    const { tables } = cut(`| 事项 | 情况 |\n| 一 | ${long} |`, {
      part: 'table 1',
      row: 1,
      column: 1,
      quote: '清淤山塘42口',
    })
    const text = tables['table 1']?.cells.at(-1)?.text ?? ''
    expect(text.length).toBeLessThan(100)
    expect(text).toMatch(/^….*清淤山塘42口.*…$/)
  })

  it('is the whole paragraph for a sentence', () => {
    const line = '全年清淤山塘42口。群众满意度93%。'
    expect(cut(line, { part: 'paragraph 1', quote: '93%' }).paragraphs).toEqual({ 'paragraph 1': line })
  })
})

describe('names and numbers in what is cut out', () => {
  it('leaves the first sign of each and everything else where it was', () => {
    const text = '填表人：王小明 联系电话：13800000000 金额812.60万元'
    const [masked = ''] = maskExcerpts([{ text, headings: [] }])
    expect(masked).toBe('填表人：王＊＊ 联系电话：1＊＊＊＊＊＊＊＊＊＊ 金额812.60万元')
  })

  it('knows a name by the label in the cell before it', () => {
    const [, masked] = maskExcerpts([
      { text: '填表人', headings: [] },
      { text: '王小明', headings: ['填表人'] },
    ])
    expect(masked).toBe('王＊＊')
  })

  it('finds a quote again in the masked text', () => {
    const masked = '填表人：王＊＊ 金额812.60万元'
    expect(quoteIn(masked, '填表人：王小明')).toBe('填表人：王＊＊')
    expect(quoteIn(masked, '812.60')).toBe('812.60')
    expect(quoteIn(masked, '另一处')).toBe('另一处')
  })
})
