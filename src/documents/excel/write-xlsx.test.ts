import { strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { printFiling } from '../../core/paper/print-filing.js'
import type { PrintedFiling } from '../../core/paper/printed.js'
import { loadPacks } from '../../packs/load-packs.js'
import { baseDataForm, departmentForm, filingOf } from '../../testing/sample-forms.js'
import { line, sampleForm, samplePrinted } from '../../testing/sample-printed.js'
import { type WorkbookCell, workbookCells } from '../../testing/workbook-cells.js'
import { openArchive } from '../gate/archive.js'
import { readDocument } from '../read-document.js'
import { writeXlsx } from './write-xlsx.js'

const packs = loadPacks()

describe('a filing as .xlsx', () => {
  it('gives the same bytes for the same filing', async () => {
    expect(await writeXlsx(samplePrinted(), packs)).toEqual(await writeXlsx(samplePrinted(), packs))
  })

  it('has a sheet for the report and one for each form, with names that Excel takes', async () => {
    const twice = { ...samplePrinted(), blocks: [line('body', '正文'), longTitle(), longTitle()] }
    const names = await sheetsOf(twice)
    expect(names[0]).toBe('报告')
    expect(new Set(names).size).toBe(3)
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/)
  })

  it('is a workbook even of a filing without a word', async () => {
    expect(await sheetsOf({ ...samplePrinted(), blocks: [] })).toEqual(['报告'])
  })

  it('keeps figures as numbers shown as printed and words as words', async () => {
    const cells = await cellsOf(samplePrinted())
    const shown = (text: string) => cells.find((cell) => cell.text === text)?.value
    expect(shown('1,234.56')).toBe(1234.56)
    expect(shown('97.20%')).toBe(0.972)
    expect(shown('≥1200人')).toBe('≥1200人')
    expect(shown('99.50')).toBe(99.5)
  })

  it('draws borders around every cell of a merged area and names the fonts of the form', async () => {
    const archive = openArchive(await writeXlsx({ ...samplePrinted(), blocks: [sampleForm()] }, packs))
    const part = (name: string) => strFromU8(archive.read(name) ?? new Uint8Array())
    const sheet = part('xl/worksheets/sheet1.xml')
    const [, style = ''] = /<c r="D3" s="(\d+)"/.exec(sheet) ?? []
    for (const column of 'EFGHI') expect(sheet).toContain(`<c r="${column}3" s="${style}"/>`)
    expect(sheet).toContain('<mergeCell ref="D3:I3"/>')
    expect(sheet).toContain('fitToWidth="1"')
    expect(sheet).toContain('paperSize="9" orientation="portrait"')
    expect(part('xl/styles.xml')).toContain('<name val="宋体"/>')
    expect(part('xl/workbook.xml')).toMatch(/Print_Titles" localSheetId="0">'[^']+'!\$8:\$8</)
    expect(part('docProps/core.xml')).not.toMatch(/creator|lastModifiedBy/)
  })

  it('makes no row taller than Excel can, however long the text', async () => {
    const long = '按月足额发放优抚对象抚恤补助，落实退役军人安置政策。'.repeat(90)
    const form = sampleForm()
    const cells = form.cells.map((cell) =>
      cell.row === 4 && cell.column === 1 ? { ...cell, text: long } : cell,
    )
    const printed = { ...samplePrinted(), blocks: [line('body', long), { ...form, cells }] }
    const archive = openArchive(await writeXlsx(printed, packs))
    for (const name of ['sheet1', 'sheet2']) {
      const sheet = strFromU8(archive.read(`xl/worksheets/${name}.xml`) ?? new Uint8Array())
      const heights = [...sheet.matchAll(/ ht="([\d.]+)"/g)].map(([, height]) => Number(height))
      expect(Math.max(...heights)).toBeLessThanOrEqual(409)
      expect(Math.max(...heights)).toBeGreaterThan(300)
    }
  })

  it('refuses a text that no cell can hold', async () => {
    const printed = { ...samplePrinted(), blocks: [line('body', '字'.repeat(32_768))] }
    await expect(writeXlsx(printed, packs)).rejects.toMatchObject({ code: 'CELL_TOO_LONG' })
  })
})

describe('words of users in a workbook', () => {
  it.each([
    '=1+1',
    '+SUM(A1:A9)',
    '-2+3',
    '@SUM(1)',
    "'=1",
    '=cmd|"/c calc"!A1',
    '<b>&amp;</b>',
    '_x000D_ 和 _x0041_',
    '{=1}',
    ']]>',
    '第一行\n=第二行',
  ])('“%s” stays text', async (text) => {
    const form = sampleForm()
    const cells = form.cells.map((cell) => (cell.row === 4 && cell.column === 1 ? { ...cell, text } : cell))
    const bytes = await writeXlsx(
      { ...samplePrinted(), blocks: [line('body', text), { ...form, cells }] },
      packs,
    )
    const found = workbookCells(bytes)
    expect(found.filter(({ formula }) => formula !== undefined)).toEqual([])
    const { document } = await readDocument(bytes)
    const texts = document.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block.text] : block.cells.map((cell) => cell.text),
    )
    expect(texts.filter((one) => one === text)).toHaveLength(2)
  })
})

describe('formulas in a workbook', () => {
  it('stand in the cells of rates, scores and totals with the printed result', async () => {
    const cells = await cellsOf(printFiling(filingOf(departmentForm), packs))
    const formulas = cells.filter(({ formula }) => formula !== undefined)
    expect(formulas.map(({ text }) => text)).toEqual(['98.48%', '9.85', '100', '99.85'])
    expect(formulas[0]?.formula).toMatch(/^IF\(AND\(COUNT\(F\d,E\d\)=2,E\d<>0\),ROUND\(F\d\/E\d,4\),""\)$/)
  })

  it('take columns as ranges', async () => {
    const cells = await cellsOf(printFiling(filingOf(baseDataForm), packs))
    const formulas = cells.flatMap(({ formula }) => formula ?? [])
    expect(
      formulas.some((formula) => /^IF\(COUNT\(B\d+:B\d+\)>0,ROUND\(SUM\(B\d+:B\d+\),2\),""\)$/.test(formula)),
    ).toBe(true)
  })

  it('are not written where the stated figure is another one; a note says what it should be', async () => {
    const wrong = departmentForm.replace('| 9.85 |', '| 9 |').replace('| 99.85 |', '| 99 |')
    const cells = await cellsOf(printFiling(filingOf(wrong), packs))
    const noted = cells.filter(({ note }) => note !== undefined)
    expect(noted.map(({ text, formula }) => [text, formula])).toEqual([['9', undefined]])
    expect(noted[0]?.note).toContain('9.85')
  })
})

async function cellsOf(printed: PrintedFiling): Promise<readonly WorkbookCell[]> {
  return workbookCells(await writeXlsx(printed, packs))
}

async function sheetsOf(printed: PrintedFiling): Promise<string[]> {
  const archive = openArchive(await writeXlsx(printed, packs))
  const workbook = strFromU8(archive.read('xl/workbook.xml') ?? new Uint8Array())
  return [...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name = '']) => name)
}

function longTitle(): ReturnType<typeof sampleForm> {
  return { ...sampleForm(), title: '云溪县退役军人事务局[2023年度]部门（单位）整体支出绩效自评表/附件：之一' }
}
