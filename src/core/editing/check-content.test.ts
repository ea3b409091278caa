import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import { largeContent } from '../../testing/large-content.js'
import { randomFrom } from '../../testing/random.js'
import { applyChanges } from './apply-changes.js'
import { checkContent, checkFormsFirst } from './check-content.js'
import type { CheckedContent } from './checked-content.js'
import type { ContentChange, FilingContent } from './content.js'
import { textAt } from './text-at.js'

const packs = loadPacks()

describe('a content checked', () => {
  it('points at cells and paragraphs, never at places alone', () => {
    const { findings } = checkContent(largeContent, packs)
    expect(findings.length).toBeGreaterThan(5)
    expect(findings.filter(({ cells, places }) => cells.length === 0 && places.length > 0)).toEqual([])
  })

  it('checks a form once: what follows for the report does not check it again', () => {
    const before = checkContent(largeContent, packs)
    const changed = typed(largeContent, 'f1/totalFunds.executedAmount', '83')
    const first = checkFormsFirst(changed, packs, before)
    const whole = new Set(checkContent(changed, packs).results)
    const ofForms = first.results.filter((result) => !first.ofFiling.includes(result))
    expect(ofForms.length).toBeGreaterThan(100)
    expect(ofForms.filter((result) => !whole.has(result))).toEqual([])
  })

  it('says where a suggested value goes', () => {
    const tooHigh = typed(largeContent, 'f1/indicators/r2/score', '3')
    const finding = checkContent(tooHigh, packs).findings.find(({ check }) => check === 'quantitative-score')
    expect(finding?.suggestion?.value).toBe('2.95')
    expect(finding?.suggestedCell).toBe('f1/indicators/r2/score')
  })

  it('keeps a stated value and checks it, where it would have computed another', () => {
    const wrong = typed(largeContent, 'f1/totalFunds.rate', '90%')
    const { computed, findings } = checkContent(wrong, packs)
    expect(computed['f1/totalFunds.rate']).toBeUndefined()
    expect(findings.map(({ check }) => check)).toContain('execution-rate')
  })

  it('gives places on the paper that the user sees', () => {
    const { printed, filing } = checkContent(largeContent, packs)
    const form = printed.blocks.find((block) => block.kind === 'form')
    if (form?.kind !== 'form') throw new Error('the form is not printed')
    const { place } = filing.forms[0]?.fields['totalFunds.executedAmount'] ?? {}
    const cell = form.cells.find(({ row, column }) => row === place?.row && column === place.column)
    expect(cell?.text).toBe('838.16')
    expect(place?.part).toBe('table 1')
  })

  it('finds words that do not belong into cells, and names the cell', () => {
    const phone = typed(
      largeContent,
      'f1/indicators/r3/reason',
      '联系电话：138****0000，负责人〔请填写：姓名〕XX县',
    )
    const finding = checkContent(phone, packs).findings.find(({ check }) => check === 'placeholders')
    expect(finding?.cells).toEqual(['f1/indicators/r3/reason'])
  })
})

describe('what a finding rests on', () => {
  const inputsOf = (content: FilingContent, check: string): string | undefined =>
    checkContent(content, packs).findings.find((finding) => finding.check === check)?.inputs

  it('stays while only other cells change, and when a row is put in before it', () => {
    const wrong = typed(largeContent, 'f1/totalFunds.rate', '90%')
    const before = inputsOf(wrong, 'execution-rate')
    expect(before).toMatch(/^[0-9a-f]{32}$/)
    expect(inputsOf(typed(wrong, 'f1/indicators/r2/reason', '按期完成'), 'execution-rate')).toBe(before)
    const row: ContentChange = {
      kind: 'addRow',
      form: 'f1',
      list: 'indicators',
      row: 'r99',
      after: undefined,
      cells: {},
    }
    expect(inputsOf(applyChanges(wrong, [row]), 'execution-rate')).toBe(before)
  })

  it('is another as soon as one of its cells says something else', () => {
    const wrong = typed(largeContent, 'f1/totalFunds.rate', '90%')
    const other = typed(wrong, 'f1/totalFunds.executedAmount', '838.17')
    expect(inputsOf(other, 'execution-rate')).not.toBe(inputsOf(wrong, 'execution-rate'))
  })
})

describe('checking again after a change', () => {
  it('says exactly what checking all of it for the first time says, for 24 random edits', () => {
    const random = randomFrom(20_240_315)
    let content = largeContent
    checkContent(content, packs)
    for (let step = 0; step < 24; step += 1) {
      content = applyChanges(content, [randomEdit(content, random)])
      const again = checkContent(content, packs)
      if (step % 4 === 0) expect(said(again)).toEqual(said(checkContent(structuredClone(content), packs)))
    }
  })
})

describe('the forms checked before the rest', () => {
  it('are what the whole check says of them, for 30 random edits of cells one after the other', () => {
    const random = randomFrom(20_240_319)
    let content = largeContent
    let before = checkContent(content, packs)
    for (let step = 0; step < 30; step += 1) {
      content = applyChanges(content, [randomCell(content, random)])
      const first = checkFormsFirst(content, packs, before)
      const fresh = checkContent(structuredClone(content), packs)
      expect(ofForms(first)).toEqual(ofForms(fresh))
      expect(first.results.slice(-first.ofFiling.length)).toEqual(before.ofFiling)
      if (step % 3 === 0) before = checkContent(content, packs)
    }
  })
})

/** What a content's forms are, and what is said of them alone. */
function ofForms({ computed, results, ofFiling, filled, scores, printed }: CheckedContent): unknown {
  return {
    computed,
    filled,
    results: results.slice(0, results.length - ofFiling.length),
    points: scores.map(({ rows, computedTotal, derivation }) => ({ rows, computedTotal, derivation })),
    forms: printed.blocks.filter(({ kind }) => kind === 'form'),
  }
}

/** Everything but the filing itself. */
function said({ computed, results, findings, counts, filled, scores, printed }: CheckedContent): unknown {
  const points = scores.map(({ rows, computedTotal, derivation }) => ({ rows, computedTotal, derivation }))
  return { computed, results, findings, counts, filled, points, printed }
}

const numbers = ['', '0', '12', '838.16', '851.06', '98.48%', '/', '约30', '改善']

function pickFrom<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

function randomEdit(content: FilingContent, random: () => number): ContentChange {
  if (random() < 0.2) {
    const { id, style } = pickFrom(content.report, random)
    const runs = [
      { text: `全年支出${Math.floor(random() * 900)}.16万元，比上年增加3.20万元。`, field: undefined },
    ]
    return { kind: 'paragraph', paragraph: { id, style, runs }, after: undefined }
  }
  const form = pickFrom(content.forms, random)
  const list = form.id === 'f1' ? 'indicators' : 'projects'
  const rows = form.lists[list] ?? []
  if (random() < 0.1)
    return {
      kind: 'addRow',
      form: form.id,
      list,
      row: `n${Math.floor(random() * 1e9)}`,
      after: pickFrom(rows, random).id,
      cells: {},
    }
  if (random() < 0.1) return { kind: 'removeRow', form: form.id, list, row: pickFrom(rows, random).id }
  return randomCell(content, random)
}

function randomCell(content: FilingContent, random: () => number): ContentChange {
  const form = pickFrom(content.forms, random)
  const list = form.id === 'f1' ? 'indicators' : 'projects'
  const rows = form.lists[list] ?? []
  const columns = form.id === 'f1' ? ['actual', 'target', 'weight', 'score', 'reason'] : ['budget', 'final']
  const fields = form.id === 'f1' ? ['totalFunds.executedAmount', 'totalFunds.rate'] : ['staff.staffInPost']
  const cell =
    random() < 0.3
      ? `${form.id}/${pickFrom(fields, random)}`
      : `${form.id}/${list}/${pickFrom(rows, random).id}/${pickFrom(columns, random)}`
  return { kind: 'cell', cell, from: textAt(content, cell), to: pickFrom(numbers, random) }
}

function typed(content: FilingContent, cell: string, to: string): FilingContent {
  return applyChanges(content, [{ kind: 'cell', cell, from: textAt(content, cell), to }])
}
