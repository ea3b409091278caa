import { describe, expect, it } from 'vitest'
import { line, sampleForm, sampleLandscape, samplePrinted } from '../../testing/sample-printed.js'
import type { PrintedFiling } from './printed.js'
import { sectionsOf } from './sections.js'

describe('sectionsOf', () => {
  it('puts the report, each form with its 附件 line, and text after a form on pages of their own', () => {
    const note = line('body', '备注：每个项目一张表。')
    const blocks = [...samplePrinted().blocks, note, line('heading2', '（二）其他情况')]
    expect(outlineOf(blocks)).toEqual([
      ['report', 'portrait', 'title heading1 heading2 body heading3 body heading1 body×7 closing×2'],
      ['form', 'portrait', 'attachment form'],
      ['form', 'landscape', 'form body'],
      ['report', 'portrait', 'heading2'],
    ])
  })

  it('leaves a form without a title of its own inside the report', () => {
    const blocks = [line('body', '职责如下：'), { ...sampleForm(), title: '' }, line('body', '以上。')]
    expect(outlineOf(blocks)).toEqual([['report', 'portrait', 'body form body']])
  })

  it('begins a page with the next title, not with the second line of a title or after what stands above it', () => {
    const blocks = [line('body', '附 2'), line('title', '甲'), line('title', '乙'), line('body', '丙')]
    expect(outlineOf([...blocks, line('title', '丁')])).toEqual([
      ['report', 'portrait', 'body title×2 body'],
      ['report', 'portrait', 'title'],
    ])
  })

  it('turns the page for a landscape form alone', () => {
    expect(outlineOf([sampleLandscape(), sampleForm()]).map(([, turned]) => turned)).toEqual([
      'landscape',
      'portrait',
    ])
  })
})

function outlineOf(blocks: PrintedFiling['blocks']): readonly string[][] {
  return sectionsOf({ ...samplePrinted(), blocks }).map((section) => {
    const names = section.blocks.map((block) => (block.kind === 'paragraph' ? block.style : block.kind))
    return [section.kind, section.orientation, fold(names)]
  })
}

function fold(names: readonly string[]): string {
  const folded: [string, number][] = []
  for (const name of names) {
    const last = folded.at(-1)
    if (last?.[0] === name) last[1] += 1
    else folded.push([name, 1])
  }
  return folded.map(([name, times]) => (times === 1 ? name : `${name}×${times}`)).join(' ')
}
