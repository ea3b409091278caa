import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import { parseFiling } from '../filing-json/parse-filing.js'
import { printFiling } from './print-filing.js'
import type { PrintedParagraph } from './printed.js'

const packs = loadPacks()

describe('the paragraphs of a report', () => {
  it('are set as title, headings, body, closing and attachment', () => {
    const texts = [
      '云溪县文化馆',
      '2024年度部门整体支出绩效自评报告',
      '一、部门基本情况',
      '（一）主要职能',
      '负责全县群众文化工作。',
      '1.机构设置',
      '内设三个部室。',
      '云溪县文化馆',
      '2025年5月6日',
      '附件1',
    ]
    expect(print(texts).map(({ style }) => style)).toEqual([
      'title',
      'title',
      'heading1',
      'heading2',
      'body',
      'heading3',
      'body',
      'closing',
      'closing',
      'attachment',
    ])
  })

  it('leave a heading that runs on into its text in the body', () => {
    const texts = [
      '一、基本情况',
      '（一）机构设置。本单位内设三个部室，核定编制12人，另有辅助人员。',
      '全年开放。',
    ]
    expect(print(texts).map(({ style }) => style)).toEqual(['heading1', 'body', 'body'])
  })

  it('name the field of a figure that says what a form says', () => {
    const [paragraph] = print(['2024年“三公”经费决算数为1,234.50万元，公务接待费2万元。'])
    expect(paragraph?.runs).toEqual([
      { text: '2024年“三公”经费决算数为', field: undefined },
      { text: '1,234.50', field: 'forms[0].threePublicExpenses.final' },
      { text: '万元，公务接待费2万元。', field: undefined },
    ])
  })

  it('leave a figure alone that differs from the form, or is only about as much', () => {
    for (const figure of ['1234.60万元', '约1234.5万元']) {
      const [paragraph] = print([`2024年“三公”经费决算数为${figure}。`])
      expect(paragraph?.runs.map(({ field }) => field)).toEqual([undefined])
    }
  })
})

function print(texts: readonly string[]): readonly PrintedParagraph[] {
  const form = { pack: 'any/base-data/2020', fields: { 'threePublicExpenses.final': '1234.5' } }
  const blocks = texts.map((paragraph) => ({ paragraph }))
  const filing = parseFiling({ budgetYear: 2024, blocks, forms: [form] }, packs)
  return printFiling(filing, packs).blocks.filter((block) => block.kind === 'paragraph')
}
