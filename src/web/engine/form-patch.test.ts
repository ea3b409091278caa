import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../core/editing/apply-changes.js'
import { checkContent } from '../../core/editing/check-content.js'
import type { ContentChange, FilingContent } from '../../core/editing/content.js'
import type { PrintedForm } from '../../core/paper/printed.js'
import { loadPacks } from '../../packs/load-packs.js'
import { largeContent } from '../../testing/large-content.js'
import { randomFrom } from '../../testing/random.js'
import { applyPatch, patchBetween } from './form-patch.js'

const packs = loadPacks()

describe('what has changed of a printed form', () => {
  it('makes the form before into the form after, for 40 random cells', () => {
    const random = randomFrom(20_240_321)
    let content = largeContent
    let before = printed(content)
    for (let step = 0; step < 40; step += 1) {
      content = applyChanges(content, [randomCell(random)])
      const after = printed(content)
      const patch = patchBetween(before, after)
      const patched = patch === undefined ? after : applyPatch(before, structuredClone(patch))
      expect(patched).toEqual(after)
      before = after
    }
  })

  it('is a few cells when one figure is typed', () => {
    const typed = applyChanges(largeContent, [cell('f1/totalFunds.executedAmount', '1')])
    const patch = patchBetween(printed(largeContent), printed(typed))
    expect(patch?.cells.length).toBeLessThan(5)
    expect(Object.keys(patch?.fields ?? {})).toContain('totalFunds.executedAmount')
    expect(patch?.lists.indicators).toEqual([])
  })

  it('is the whole form when a row has come', () => {
    const row = { kind: 'addRow', form: 'f1', list: 'indicators', row: 'n1', after: 'r1', cells: {} } as const
    expect(patchBetween(printed(largeContent), printed(applyChanges(largeContent, [row])))).toBeUndefined()
  })
})

function printed(content: FilingContent): PrintedForm {
  const form = checkContent(content, packs).printed.blocks.find((block) => block.kind === 'form')
  if (form?.kind !== 'form') throw new Error('the form is not printed')
  return form
}

function cell(key: string, to: string): ContentChange {
  return { kind: 'cell', cell: key, from: '', to }
}

const texts = ['', '0', '12', '838.16', '98.48%', '约30', '数量指标']

function randomCell(random: () => number): ContentChange {
  const row = 1 + Math.floor(random() * 40)
  const column = ['actual', 'score', 'weight', 'dimension', 'adjustedTarget'][Math.floor(random() * 5)]
  const to = texts[Math.floor(random() * texts.length)] ?? ''
  return random() < 0.2
    ? cell('f1/totalFunds.executedAmount', to)
    : cell(`f1/indicators/r${row}/${column}`, to)
}
