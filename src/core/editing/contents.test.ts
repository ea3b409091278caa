import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import { largeContent } from '../../testing/large-content.js'
import { draftReport } from '../draft/draft-report.js'
import { applyChanges } from './apply-changes.js'
import { blankContent } from './blank-content.js'
import { cellsOnPaper } from './cells-on-paper.js'
import { checkContent } from './check-content.js'
import type { FilingContent } from './content.js'
import { contentFromLastYear } from './content-from-last-year.js'
import { textOfParagraph } from './filing-of-content.js'
import { refreshFigures } from './refresh-figures.js'
import { reportOfDraft } from './report-of-draft.js'
import { textAt } from './text-at.js'

const packs = loadPacks()
const packIds = ['hunan/department-self-evaluation/2024', 'hunan/base-data/2023']
const beginning = { unit: '云溪县文化馆', budgetYear: 2024, packIds }

describe('a filing begun with nothing', () => {
  it('has its name, the weight of budget execution and the usual levels of indicators', () => {
    const content = blankContent(beginning, packs)
    const [form, base] = content.forms
    expect(form?.fields).toEqual({ unitName: '云溪县文化馆', 'totalFunds.weight': '10' })
    expect(new Set(form?.lists.indicators?.map(({ cells }) => cells.dimension))).toEqual(
      new Set(['产出指标', '效益指标', '满意度指标']),
    )
    expect(base?.lists.projects).toHaveLength(3)
    expect(content.report).toEqual([])
  })

  it('can be checked and printed at once, for every pack', () => {
    const forms = packs.filter(({ form }) => form !== 'report')
    for (const { id } of forms) {
      const { printed, filled, findings } = checkContent(
        blankContent({ ...beginning, packIds: [id] }, packs),
        packs,
      )
      expect(printed.blocks, id).toHaveLength(1)
      expect(filled.filled, id).toBeLessThanOrEqual(filled.required)
      expect(
        findings.filter(({ severity, cells }) => severity === 'error' && cells.length === 0),
        id,
      ).toEqual([])
    }
  })

  it('is refused for a pack that is not there', () => {
    expect(() => blankContent({ ...beginning, packIds: ['hunan/none/2024'] }, packs)).toThrow(
      '没有这个模板包',
    )
  })
})

describe('a filing begun with last year', () => {
  const next = contentFromLastYear(largeContent, { packs, year: 2025, packIds })

  it('keeps names, targets and weights, and leaves this year to be filled in', () => {
    const cells = next.forms[0]?.lists.indicators?.[0]?.cells
    expect(cells).toEqual({
      dimension: '产出指标',
      aspect: '数量指标',
      name: '第1类灌区的维修养护',
      target: '≥10处',
      weight: '3',
    })
    expect(textAt(next, 'f1/totalFunds.weight')).toBe('10')
    expect(textAt(next, 'f1/totalFunds.executedAmount')).toBe('')
    expect(textAt(next, 'f1/actualAccomplishment')).toBe('')
    expect(next.budgetYear).toBe(2025)
    expect(next.report).toEqual([])
  })

  it('has last year’s final accounts as those of the year before', () => {
    expect(textAt(next, 'f2/threePublicExpenses.priorFinal')).toBe('4.50')
    expect(next.forms[1]?.lists.projects?.[0]?.cells).toEqual({
      name: '第1灌区维修养护',
      priorFinal: '21.20',
    })
  })

  it('goes on in this year’s edition of the form', () => {
    const older = contentFromLastYear(largeContent, {
      packs,
      year: 2025,
      packIds: ['hunan/department-self-evaluation/2023'],
    })
    expect(older.forms[0]?.pack).toBe('hunan/department-self-evaluation/2023')
    expect(older.forms[0]?.lists.indicators).toHaveLength(40)
  })
})

describe('figures of a report', () => {
  const bound = (content: FilingContent) =>
    content.report.flatMap(({ runs }) => runs.filter(({ field }) => field === 'f1/totalFunds.executedAmount'))

  it('take the present text of their cells, computed ones included', () => {
    const typed = applyChanges(largeContent, [
      { kind: 'cell', cell: 'f1/totalFunds.executedAmount', from: '838.16', to: '800.00' },
    ])
    const fresh = refreshFigures(typed, packs)
    expect(new Set(bound(fresh).map(({ text }) => text))).toEqual(new Set(['800.00']))
    const rates = fresh.report.flatMap(({ runs }) =>
      runs.filter(({ field }) => field === 'f1/totalFunds.rate'),
    )
    expect(new Set(rates.map(({ text }) => text))).toEqual(new Set(['94%']))
  })

  it('stay as they are, down to the object, when all say what their cells say', () => {
    const fresh = refreshFigures(largeContent, packs)
    expect(fresh).toBe(largeContent)
  })

  it('keep their own digits when only the writing differs', () => {
    const same = applyChanges(largeContent, [
      { kind: 'cell', cell: 'f1/totalFunds.executedAmount', from: '838.16', to: '838.160' },
    ])
    expect(new Set(bound(refreshFigures(same, packs)).map(({ text }) => text))).toEqual(new Set(['838.16']))
  })

  it('ask for a cell that has become blank, by its name', () => {
    const emptied = applyChanges(largeContent, [
      { kind: 'cell', cell: 'f1/totalFunds.executedAmount', from: '838.16', to: '' },
    ])
    const [first] = bound(refreshFigures(emptied, packs))
    expect(first?.text).toMatch(/^〔请填写：.*全年执行数〕$/)
  })

  it('are printed under the names that files use', () => {
    const { printed } = checkContent(largeContent, packs)
    const fields = printed.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.runs.flatMap(({ field }) => field ?? []) : [],
    )
    expect(new Set(fields)).toEqual(
      new Set([
        'forms[0].totalFunds.adjustedBudget',
        'forms[0].totalFunds.executedAmount',
        'forms[0].totalFunds.rate',
      ]),
    )
  })
})

describe('a drafted report', () => {
  it('is bound to cells of the content, and nothing is out of date in it', () => {
    const { filing } = checkContent({ ...largeContent, report: [] }, packs)
    const draft = draftReport({ filing, lastYear: undefined, packs })
    const report = reportOfDraft(draft, largeContent)
    expect(report.map(textOfParagraph)).toEqual(
      draft.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')),
    )
    const content = { ...largeContent, report }
    const fields = report.flatMap(({ runs }) => runs.flatMap(({ field }) => field ?? []))
    expect(fields.length).toBeGreaterThan(20)
    expect(fields.filter((field) => !/^f\d+\//.test(field))).toEqual([])
    expect(refreshFigures(content, packs).report.map(textOfParagraph)).toEqual(report.map(textOfParagraph))
  })
})

describe('cells on paper', () => {
  it('are all there: every cell of the content that says something is shown by some printed cell', () => {
    const { printed, content } = checkContent(largeContent, packs)
    for (const block of printed.blocks) {
      if (block.kind !== 'form') continue
      const form = content.forms[block.index]
      if (form === undefined) throw new Error('a form is missing')
      const shown = new Set([...cellsOnPaper(form, block).values()].flat())
      const typed = Object.entries(form.lists).flatMap(([list, rows]) =>
        rows.flatMap(({ id, cells }) =>
          Object.keys(cells).map((column) => `${form.id}/${list}/${id}/${column}`),
        ),
      )
      expect(typed.filter((cell) => !shown.has(cell) && textAt(content, cell) !== '')).toEqual([])
    }
  })
})
