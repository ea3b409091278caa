import { describe, expect, it } from 'vitest'
import { splice } from './splice.js'

const utf8 = (text: string) => Buffer.from(text, 'utf8')

describe('splice', () => {
  it('puts texts in at byte positions, from front to back whatever their order, and leaves the rest', () => {
    const text = '支出9万'
    const done = splice(utf8(text), [
      { at: 7, text: '<b>' },
      { at: 0, text: '【' },
      { at: 6, text: '<a>' },
    ])
    expect(Buffer.from(done).toString()).toBe('【支出<a>9<b>万')
  })

  it('keeps the order of texts at one position, and takes out what is replaced', () => {
    const done = splice(utf8('<w:p/>后'), [
      { at: 4, removed: 2, text: '></w:p>' },
      { at: 6, text: '一' },
      { at: 6, text: '二' },
    ])
    expect(Buffer.from(done).toString()).toBe('<w:p></w:p>一二后')
  })

  it('keeps a part in UTF-16 in its order of bytes', () => {
    const little = Buffer.from('\ufeff<a>支出</a>', 'utf16le')
    const written = Buffer.from('\ufeff<a>支9出</a>', 'utf16le')
    const insertion = [{ at: 6, text: '9' }]
    expect(Buffer.compare(splice(little, insertion), written)).toBe(0)
    expect(
      Buffer.compare(splice(Buffer.from(little).swap16(), insertion), Buffer.from(written).swap16()),
    ).toBe(0)
  })
})
