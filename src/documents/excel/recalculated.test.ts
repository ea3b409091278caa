import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Filing } from '../../core/filing/filing.js'
import { printFiling } from '../../core/paper/print-filing.js'
import { loadPacks } from '../../packs/load-packs.js'
import { agreeingFiling } from '../../testing/engine-values.js'
import { fullFiling } from '../../testing/full-filing.js'
import { baseDataForm, departmentForm, filingOf, projectForm } from '../../testing/sample-forms.js'
import { readSeedFilings } from '../../testing/seed-filings.js'
import { withoutResults, workbookCells } from '../../testing/workbook-cells.js'
import { findConverter } from '../convert/find-converter.js'
import { writeXlsx } from './write-xlsx.js'

const packs = loadPacks()
const converter = findConverter()
if (converter === undefined) console.log('.xlsx: 本机没有 LibreOffice，公式没有重算核对')

/** Scores in the middle between two printed ones, which are rounded up: 10 × 70.04 ÷ 80.00 is 8.755. */
const halves = [
  ['70.04', '8.76'],
  ['70.12', '8.77'],
  ['79.96', '10.00'],
  ['1.16', '0.15'],
  ['20.20', '2.53'],
  ['64.36', '8.05'],
  ['0.04', '0.01'],
].map(([executed, score]) =>
  projectForm.replace('100.00 | 90.00 | 10 | 90% | 9 ', `80.00 | ${executed} | 10 | | ${score} `),
)

/** Fewer would mean that formulas are no longer written. */
const fewestOfSamples = 160
const fewestOfSeeds = 60

describe.skipIf(converter === undefined)('a workbook that LibreOffice computes anew', () => {
  it('has the engine’s number in every formula cell', { timeout: 180_000 }, async () => {
    const seeds = await readSeedFilings()
    if (seeds.length === 0) console.log('样本报告不在旁边的文件夹里，只核对自拟的表')
    const samples = [projectForm, departmentForm, baseDataForm, ...halves].map(filingOf)
    const full = packs.map((pack) => agreeingFiling(fullFiling(pack, packs), packs))
    const written = await Promise.all([...samples, ...full, ...seeds.map(({ filing }) => filing)].map(write))
    const computed = recalculate(written.map(withoutResults))
    const compared = written.map((bytes, index) => compare(bytes, computed[index] ?? new Uint8Array()))
    expect(compared.flatMap(({ wrong }) => wrong)).toEqual([])
    const counts = compared.map(({ count }) => count)
    const ofSamples = sum(counts.slice(0, samples.length + full.length))
    expect(ofSamples).toBeGreaterThanOrEqual(fewestOfSamples)
    if (seeds.length > 0) expect(sum(counts) - ofSamples).toBeGreaterThanOrEqual(fewestOfSeeds)
  })
})

function write(filing: Filing): Promise<Uint8Array> {
  return writeXlsx(printFiling(filing, packs), packs)
}

/** The result that we wrote is the engine's; LibreOffice starts from files that have none. */
function compare(written: Uint8Array, computed: Uint8Array): { count: number; wrong: string[] } {
  const after = new Map(workbookCells(computed).map((cell) => [`${cell.sheet}!${cell.address}`, cell]))
  const formulas = workbookCells(written).filter(({ formula }) => formula !== undefined)
  const wrong = formulas.flatMap(({ sheet, address, value, formula }) => {
    const found = after.get(`${sheet}!${address}`)?.value
    const same = typeof found === 'number' && Math.abs(found - Number(value)) < 1e-9
    return same ? [] : [`${sheet}!${address} ${formula}: ${value} → ${found}`]
  })
  return { count: formulas.length, wrong }
}

/** One start of LibreOffice for all files, with settings of its own. */
function recalculate(files: readonly Uint8Array[]): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'hengxiao-recalculated-'))
  try {
    const names = files.map((_, index) => `${index}.xlsx`)
    for (const [index, bytes] of files.entries()) writeFileSync(join(folder, `${index}.xlsx`), bytes)
    mkdirSync(join(folder, 'out'))
    const settings = `-env:UserInstallation=file://${join(folder, 'settings')}`
    const how = ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', 'out', ...names]
    execFileSync(converter ?? '', [settings, ...how], { cwd: folder, stdio: 'ignore' })
    return names.map((name) => readFileSync(join(folder, 'out', name)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
