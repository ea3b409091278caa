import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../../testing/random.js'
import { parseTabSeparated, renderTabSeparated } from './tab-separated.js'

describe('parseTabSeparated', () => {
  it.each([
    ['one cell', '90.94', [['90.94']]],
    [
      'rows and columns, with the line end that Excel adds',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'empty cells',
      '\t\r\n\t',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['a cell of several lines', '"甲\n乙"\t2', [['甲\n乙', '2']]],
    ['doubled quotes in a quoted cell', '"他说""好""\n了"', [['他说"好"\n了']]],
    ['quotes inside a plain cell', '名称"甲"\t1', [['名称"甲"', '1']]],
    ['a quote that is never closed', '"甲\t乙', [['"甲', '乙']]],
    ['a quoted word followed by more', '"甲"乙\t1', [['"甲"乙', '1']]],
    ['nothing', '', [['']]],
    ['an empty last row that is no row', 'a\n', [['a']]],
  ])('reads %s', (_situation, text, block) => {
    expect(parseTabSeparated(text)).toEqual(block)
  })

  it('reads back whatever was written', () => {
    const random = randomFrom(20)
    const signs = ['甲', '"', '\t', '\n', '1', ' ', '']
    for (let round = 0; round < 500; round++) {
      const cell = () => Array.from({ length: 4 }, () => signs[Math.floor(random() * signs.length)]).join('')
      const columns = 1 + Math.floor(random() * 3)
      const block = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
        Array.from({ length: columns }, cell),
      )
      expect(parseTabSeparated(`${renderTabSeparated(block)}\r\n`)).toEqual(block)
    }
  })
})
