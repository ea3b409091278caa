import { describe, expect, it } from 'vitest'
import { readLists } from './list-sequences.js'

function breaksOf(...texts: string[]): readonly string[] {
  return readLists(texts.map((text) => ({ text }))).flatMap((breaks) =>
    breaks.map(({ kind, before, item }) => `${kind} ${before.numbering.printed}${item.numbering.printed}`),
  )
}

describe('lists', () => {
  it('consecutive numbers on several levels have no breaks', () => {
    expect(breaksOf('一、甲', '（一）乙', '1.丙', '2.丁', '（二）戊', '1.己', '二、庚', '三、辛')).toEqual([])
  })

  it('a list of the same style inside an item is a list of its own', () => {
    expect(breaksOf('1.职责', '1.甲', '2.乙', '3.丙', '2.机构')).toEqual([])
    expect(breaksOf('1.职责', '1.甲', '2.乙', '2.目标', '3.措施')).toEqual([])
  })

  it('a sister style in the middle of a list is a break at each change', () => {
    expect(breaksOf('一、甲', '二、乙', '3、丙', '四、丁')).toEqual(['style 二、3、'])
    expect(breaksOf('（1）甲', '（2）乙', '（三）丙')).toEqual(['style （2）（三）'])
  })

  it('a missing and a repeated number are breaks', () => {
    expect(breaksOf('一、甲', '三、乙')).toEqual(['gap 一、三、'])
    expect(breaksOf('一、甲', '二、乙', '二、丙')).toEqual(['repeated 二、二、'])
  })

  it('amounts and years at the head of a line are no numbers of a list', () => {
    expect(breaksOf('一、甲', '3.5万元用于培训', '2023年预算', '二、乙')).toEqual([])
  })
})
