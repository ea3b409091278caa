import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkDocument } from '../../core/checks/check-document.js'
import type { Finding } from '../../core/law/check.js'
import { parseCaseDocument } from '../../core/pack-check/case-document.js'
import { readDocument } from '../../documents/read-document.js'
import { loadPacks } from '../../packs/load-packs.js'
import { checkedFile, executionFinding } from '../../testing/checked-file.js'
import {
  brokenLinks,
  elementsNamed,
  foreignParts,
  hasClass,
  headingLevels,
  type PageElement,
  textOf,
} from '../../testing/page-elements.js'
import { projectForm } from '../../testing/sample-forms.js'
import type { CheckedFile, FileReport } from '../report.js'
import { reportOf } from '../report-of.js'
import { groupFindings } from './groups.js'
import { createHtmlOutput } from './html.js'

const unreadable: FileReport = {
  status: 'unreadable',
  file: '损坏.docx',
  sha256: undefined,
  error: { code: 'FILE_DAMAGED', message: '文件已损坏。' },
}

function render(...reports: readonly FileReport[]): string {
  const output = createHtmlOutput({ files: reports.length })
  return output.begin() + reports.map(output.file).join('') + output.end()
}

const packs = loadPacks()
const facts = {
  file: '样例.docx',
  sha256: 'ab'.repeat(32),
  readAs: 'docx',
  packs,
  laws: [],
  detail: 'page',
} as const

function checkText(text: string): CheckedFile {
  return reportOf(checkDocument(parseCaseDocument(text), packs), facts)
}

let sample: CheckedFile

beforeAll(async () => {
  const bytes = readFileSync(new URL('../../../examples/sample-report.docx', import.meta.url))
  const { document } = await readDocument(new Uint8Array(bytes))
  sample = reportOf(checkDocument(document, packs), facts)
})

/** The findings of a page with what was rendered for each. */
function shownFindings(report: CheckedFile): readonly Readonly<{ finding: Finding; item: PageElement }>[] {
  const items = elementsNamed(render(report), 'li', 'finding')
  const findings = groupFindings(report).flatMap((group) => group.findings)
  return findings.flatMap((finding, index) => {
    const item = items[index]
    return item === undefined ? [] : [{ finding, item }]
  })
}

describe('findings beside the place they speak of', () => {
  it('shows for every finding its words, highlighted, among what stands around them', () => {
    const shown = shownFindings(sample)
    expect(shown).toHaveLength(sample.findings.length)
    for (const { finding, item } of shown) {
      const marks = elementsNamed(item, 'mark', finding.severity).map(textOf)
      expect(marks).toContain(finding.places[0]?.quote.trim())
      expect(elementsNamed(item, 'figure').length).toBeGreaterThan(0)
    }
  })

  it('highlights the wrong cell in its own row, under the labels of its columns', () => {
    const shown = shownFindings(checkText(projectForm.replace('| 90% | 9 |', '| 90% | 8 |')))
    const wrong = shown.find(({ finding }) => finding.rule === 'EXE-02')
    const rows = elementsNamed(wrong?.item ?? raise(), 'tr').filter(
      (row) => elementsNamed(row, 'th', 'row').length > 0,
    )
    expect(rows.map((row) => textOf(elementsNamed(row, 'th', 'row')[0] ?? raise()))).toEqual(['3', '4'])
    const [heads = raise(), row = raise()] = rows
    expect(hasClass(heads, 'heads')).toBe(true)
    expect(elementsNamed(heads, 'th').map(textOf)).toEqual(
      expect.arrayContaining(['全年预算数', '执行率', '得分']),
    )
    const cells = elementsNamed(row, 'td')
    expect(cells.filter((cell) => hasClass(cell, 'error')).map(textOf)).toEqual(['8'])
    expect(cells.map(textOf)).toEqual(expect.arrayContaining(['120.00', '100.00', '90.00', '90%']))
  })

  it('shows an empty box where a blank is what is wrong', () => {
    const place = { part: 'table 1', row: 0, column: 1, quote: '' }
    const cells = [
      { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: '主管部门' },
      { row: 0, column: 1, rowSpan: 1, columnSpan: 1, text: '' },
    ]
    const excerpts = { tables: { 'table 1': { cells, labelRows: {} } }, paragraphs: {} }
    const report = checkedFile({
      findings: [{ ...executionFinding, places: [place] }],
      shown: { excerpts, unplaced: [] },
    })
    const [{ item } = raise()] = shownFindings(report)
    expect(elementsNamed(item, 'mark').map(({ attribs }) => attribs.class)).toEqual(['error blank'])
  })

  it('puts stated, expected and difference under one another’s names', () => {
    const html = render(checkedFile({ findings: [executionFinding] }))
    const [table = raise()] = elementsNamed(html, 'table', 'compared')
    expect(elementsNamed(table, 'th').map(textOf)).toEqual(['填写', '应为', '相差'])
    expect(elementsNamed(table, 'td').map(textOf)).toEqual(['10分', '9.92分', '多 0.08分'])
  })

  it('says of a clause that nobody has compared with the official text that it must be', () => {
    expect(elementsNamed(render(checkedFile()), 'span', 'unverified').map(textOf)).toEqual(['依据待核'])
  })

  it('does not carry on the names and numbers that it asks to be removed', () => {
    const text = `${projectForm}填表人：王小明 填报日期：2025年3月4日 联系电话：13800000000 单位负责人签字：李大山\n`
    const report = checkText(text)
    expect(report.findings.some(({ rule }) => rule === 'PUB-01')).toBe(true)
    const html = render(report)
    expect(html).toContain('填表人：王＊＊')
    for (const words of ['王小明', '李大山', '13800000000']) expect(html).not.toContain(words)
  })
})

describe('the score as a table', () => {
  it('has each line of the derivation with its arithmetic, and their sum', () => {
    const html = render(sample)
    const form = sample.forms.find(({ rows }) => rows.length > 0)
    const [table = raise()] = elementsNamed(html, 'table', 'score')
    const lines = elementsNamed(table, 'tr').map((row) =>
      [...elementsNamed(row, 'th'), ...elementsNamed(row, 'td')].map(textOf),
    )
    for (const { label, weight, arithmetic, points } of form?.rows ?? []) {
      expect(lines).toContainEqual(expect.arrayContaining([label, weight, arithmetic, points]))
    }
    expect(lines.at(-1)).toEqual(expect.arrayContaining(['总分', form?.computedTotal, form?.statedTotal]))
  })

  it('gives no grade to a table that is only a part of the form', () => {
    const part = { ...(checkedFile().forms[0] ?? raise()), statedTotal: undefined }
    const [row = raise()] = part.rows
    const forms = [
      { ...part, part: 'table 2', rows: [{ ...row, weight: '60' }], computedTotal: '60' },
      { ...part, part: 'table 3', rows: [{ ...row, weight: '40' }], computedTotal: '39' },
    ]
    const html = render(checkedFile({ forms }))
    expect(html).not.toContain('等级')
    expect(elementsNamed(html, 'div', 'score').map(textOf)).toEqual([
      '部门整体支出绩效自评表（2张表合计）自评未填重算99',
    ])
  })
})

describe('what else was checked', () => {
  it('folds what holds, counted and named', () => {
    const html = render(checkedFile())
    expect(elementsNamed(html, 'summary').map(textOf)).toContain('已核对且相符 1 项')
    expect(html).toContain('合计等于各项之和')
  })

  it('says why something could not be checked', () => {
    const place = { part: 'table 2', row: 2, column: 3, quote: '' }
    const result = { ...executionFinding, verdict: 'cannotCheck', places: [place] } as const
    const html = render(checkedFile({ results: [result] }))
    expect(html).toContain('没有填：第2张表第3行第4列（空白）')
  })

  it('names the numbers that no field took, and what reading lost', () => {
    const unplaced = [{ part: 'table 1', row: 4, column: 2, quote: '77.7' }]
    const shown = { excerpts: { tables: {}, paragraphs: {} }, unplaced }
    const html = render(checkedFile({ unplaced: 1, shown, notes: ['第2页是图片，没有读出文字。'] }))
    expect(html).toContain('没有认出的数字 1 个')
    expect(html).toContain('第1张表第5行第3列“77.7”')
    expect(html).toContain('注意：第2页是图片')
  })
})

describe('several files on one page', () => {
  it('puts an overview on top, each row leading to its file', () => {
    const html = render(checkedFile(), unreadable, sample)
    const [overview = raise()] = elementsNamed(html, 'table', 'overview')
    const rows = elementsNamed(overview, 'tr').slice(1).map(textOf)
    expect(rows[0]).toMatch(/^1云溪县水利局自评 报告\.txt202497\.594101$/)
    expect(rows[1]).toBe('2损坏.docx读不了：文件已损坏。')
    expect(elementsNamed(html, 'section', 'file')).toHaveLength(4)
    expect(textOf(elementsNamed(html, 'p', 'verdict')[0] ?? raise())).toBe('2 份有错误，1 份读不了。')
    expect(brokenLinks(html)).toEqual([])
  })

  it('shows of an unreadable file why', () => {
    expect(render(unreadable)).toContain('读不了：文件已损坏。')
  })

  it('says of a file that is no report that it is none', () => {
    const counts = { holds: 0, rounding: 0, violated: 0, cannotCheck: 0 }
    const html = render(
      checkedFile(),
      checkedFile({ findings: [], results: [], forms: [], counts, file: '菜谱.txt' }),
    )
    expect(html).toContain('1 份不像自评报告')
  })
})

describe('a page that can be sent on', () => {
  it('has headings in order', () => {
    const levels = headingLevels(render(sample, unreadable, checkedFile()))
    expect(levels[0]).toBe(1)
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
  })

  it('loads nothing from outside, runs no script and allows only its own style', () => {
    const html = render(sample, unreadable)
    expect(html).not.toMatch(/https?:|url\(|@import|<script/)
    expect(foreignParts(html)).toEqual([])
    const [style = raise()] = elementsNamed(html, 'style')
    const hash = createHash('sha256').update(textOf(style)).digest('base64')
    expect(html).toContain(`style-src 'sha256-${hash}'`)
    expect(html).toMatch(
      /content="default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'"/,
    )
  })

  it('keeps text that looks like markup text, wherever it stands', () => {
    const hostile = fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onmouseover='x",
      '</style><b>&amp;&#60;',
      '<!-- --><svg/onload=x>',
      ']]><a href="javascript:x">',
      '</table></main>',
    )
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 8, maxLength: 8 }), (words) => {
        const html = render(hostileReport(words), { ...unreadable, file: words[0] ?? '' })
        expect(foreignParts(html)).toEqual([])
        const [page = raise()] = elementsNamed(html, 'main')
        for (const word of words) expect(textOf(page)).toContain(word)
      }),
      { seed: 20240508, numRuns: 60 },
    )
  })
})

/** The words in every place of a report that comes from the user's file. */
function hostileReport(words: readonly string[]): CheckedFile {
  const [unit, file, message, quote, cell, note, title, value] = words.map((word) => `填${word}`)
  const place = { part: 'table 2', row: 1, column: 1, quote: quote ?? '' }
  const inText = { part: 'paragraph 3', quote: quote ?? '' }
  const finding: Finding = {
    ...executionFinding,
    message: message ?? '',
    stated: value ?? '',
    places: [place, inText],
    suggestion: { place, value: value ?? '', because: note ?? '' },
  }
  const cells = [
    { row: 0, column: 1, rowSpan: 1, columnSpan: 1, text: title ?? '' },
    { row: 1, column: 0, rowSpan: 1, columnSpan: 1, text: cell ?? '' },
    { row: 1, column: 1, rowSpan: 1, columnSpan: 1, text: `${cell}${quote}${cell}` },
  ]
  const shown = {
    excerpts: {
      tables: { 'table 2': { cells, labelRows: { '1 1': 0 } } },
      paragraphs: { 'paragraph 3': `${cell}。${note}${quote}；${title}` },
    },
    unplaced: [place],
  }
  const [form] = checkedFile().forms
  return checkedFile({
    unit,
    file: file ?? '',
    findings: [finding],
    forms:
      form === undefined
        ? []
        : [{ ...form, title: title ?? '', rows: form.rows.map((row) => ({ ...row, label: cell ?? '' })) }],
    headings: { 'table 2': title ?? '', 'paragraph 3': title ?? '' },
    cells: { 'table 2 1 1': cell ?? '' },
    basisWords: Object.fromEntries(Object.keys(checkedFile().basisWords).map((key) => [key, note ?? ''])),
    titles: { 'total-of-parts': title ?? '' },
    notes: [note ?? ''],
    unplaced: 1,
    shown,
  })
}

function raise(): never {
  throw new Error('not on the page')
}
