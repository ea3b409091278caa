import { describe, expect, it } from 'vitest'
import type { FilingContent } from '../../core/editing/content.js'
import { largeContent } from '../../testing/large-content.js'
import { shareParts } from './share-parts.js'

const parsed = () => JSON.parse(JSON.stringify(largeContent))
const before: FilingContent = parsed()

describe('sharing the parts that have not changed', () => {
  it('is the earlier object when nothing has changed', () => {
    expect(shareParts(parsed(), before)).toBe(before)
  })

  it('keeps what has not changed and nothing else', () => {
    const now = parsed()
    now.forms[0].fields.unitName = '云溪县林业局'
    const shared: typeof now = shareParts(now, before)
    expect(shared).toEqual(now)
    const [changed, untouched] = shared.forms
    const [form, other] = before.forms
    expect(changed).not.toBe(form)
    expect(changed.lists).toBe(form?.lists)
    expect(untouched).toBe(other)
    expect(shared.report).toBe(before.report)
  })

  it('finds rows and paragraphs by their id when one came or went before them', () => {
    const now = parsed()
    now.forms[0].lists.indicators.splice(1, 0, { id: 'r99', cells: {} })
    now.report.splice(3, 1)
    const shared: typeof now = shareParts(now, before)
    expect(shared).toEqual(now)
    const rows = before.forms[0]?.lists.indicators
    expect(shared.forms[0].lists.indicators[2]).toBe(rows?.[1])
    expect(shared.report[3]).toBe(before.report[4])
  })

  it('finds parts without an id by position', () => {
    const before = [{ text: '一' }, { text: '二' }]
    const shared = shareParts([{ text: '一' }, { text: '三' }], before)
    expect(shared).toEqual([{ text: '一' }, { text: '三' }])
    expect(shared).toHaveProperty('0', before[0])
  })

  it.each([
    ['a key fewer', { a: '1' }, { a: '1', b: '2' }],
    ['a key more', { a: '1', b: '2' }, { a: '1' }],
    ['another key', { b: '1' }, { a: '1' }],
    ['keys in another order', { b: '2', a: '1' }, { a: '1', b: '2' }],
    ['a list instead of a record', [], {}],
    ['a record instead of a list', {}, []],
    ['an element fewer', ['1'], ['1', '2']],
    ['null instead of a record', null, { a: '1' }],
    ['a record instead of null', { a: '1' }, null],
    ['a text instead of a record', '1', { a: '1' }],
    ['something where nothing was', { a: '1' }, undefined],
  ])('sees %s', (_what, now, before) => {
    const shared = shareParts(now, before)
    expect(JSON.stringify(shared)).toBe(JSON.stringify(now))
    expect(shared).not.toBe(before)
  })
})
