/**
 * Key press to checked form in a real Chromium: the built pages, the engine in its worker. Two filings, both larger
 * than any that was found published: 40 indicators with a drafted report, and 40 indicators, 20 projects and a report
 * of 150 paragraphs; figures that sums and sentences rest on, and one that nothing rests on but its own row.
 * `sent`: the page has told its worker; `answered`: it has heard from it; `form`: the form's computed cells, points and
 * findings of this key stand in the laid-out page; `formShown`: the frame with them has been painted; `whole`: so do
 * the findings of the whole filing. `floor` is a page that only sends each key to an empty worker and shows what comes
 * back, in the same minute on the same machine. Filings in files are measured after them, in the first amount executed
 * of each.
 * `npx tsx bench/keystroke-browser.ts [FILE.docx …]`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { contentOfFiling } from '../dist/core/editing/content-of-filing.js'
import { recognise } from '../dist/core/recognise/recognise.js'
import { readDocument } from '../dist/documents/read-document.js'
import { loadShipped } from '../dist/packs/load-shipped.js'
import { openBrowser } from '../e2e/browser.js'
import type { FilingContent, FormContent } from '../src/core/editing/content.js'
import { largeContent } from '../src/testing/large-content.js'
import { openFloor } from './keystroke/floor.js'
import { largeContent as draftedContent } from './keystroke/large-content.js'
import { onlyId, serveOneFiling } from './keystroke/one-filing-server.js'

const port = 6610
const keys = 150
const warmUp = 40
const rounds = 3
const stages = ['sent', 'answered', 'form', 'formShown', 'whole'] as const

type Latency = Partial<Record<(typeof stages)[number], number>>

const watch = { path: fileURLToPath(new URL('keystroke/watch-keys.js', import.meta.url)) }
const shipped = await loadShipped()
const pages = mkdtempSync(join(tmpdir(), 'hengxiao-keystroke-'))
await build({ logLevel: 'error', build: { outDir: pages, emptyOutDir: true } })
const browser = await openBrowser()
const files = await Promise.all(
  process.argv.slice(2).map(async (file) => [basename(file), await contentIn(file)] as const),
)
const measured = new Map<string, (readonly Latency[])[]>()
try {
  for (let round = 0; round < rounds; round++) {
    await measureFloor()
    await measure('drafted report', draftedContent(shipped.packs), ['f2/totalFunds.executedAmount'])
    await measure('150 paragraphs', largeContent, ['f1/totalFunds.executedAmount', 'f1/indicators/r1/actual'])
    for (const [name, content] of files) await measure(name, content, cellsOf(content).slice(0, 1))
  }
} finally {
  await browser.close()
  rmSync(pages, { recursive: true, force: true })
}
for (const [name, all] of measured) print(name, all)
console.log('milliseconds at the median / 95th percentile of a round, of all rounds the median; bar: form 16')

async function measureFloor(): Promise<void> {
  const page = await newPage(browser)
  await openFloor(page)
  keep('floor', await pressKeys(page))
  await page.close()
}

function keep(name: string, latencies: readonly Latency[]): void {
  measured.set(name, [...(measured.get(name) ?? []), latencies])
}

async function contentIn(file: string): Promise<FilingContent> {
  const { document } = await readDocument(await readFile(file))
  return contentOfFiling(recognise(document, shipped.packs), shipped.packs).content
}

/** The amounts executed of its forms, that of the form with most rows first. */
function cellsOf({ forms }: FilingContent): readonly string[] {
  const rowsOf = ({ lists }: FormContent) => Object.values(lists).flat().length
  return forms
    .toSorted((one, other) => rowsOf(other) - rowsOf(one))
    .flatMap(({ id, fields }) =>
      Object.keys(fields).flatMap((field) => (field.endsWith('.executedAmount') ? [`${id}/${field}`] : [])),
    )
}

async function newPage(of: Browser): Promise<Page> {
  const page = await of.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.addInitScript(watch)
  await page.goto('about:blank')
  return page
}

async function measure(name: string, content: FilingContent, cells: readonly string[]): Promise<void> {
  const server = serveOneFiling(pages, content, shipped).listen(port, '127.0.0.1')
  try {
    for (const cell of cells) {
      const page = await newPage(browser)
      await page.goto(`http://127.0.0.1:${port}/filings/${onlyId}`)
      await page.locator(`[data-cell="${cell}"]`).dblclick()
      keep(`${name}, ${cell}`, await pressKeys(page))
      await page.close()
    }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

/** Every second key makes a figure wrong, every other one right again, so that findings change each time. */
async function pressKeys(page: Page): Promise<readonly Latency[]> {
  const latencies: Latency[] = []
  for (let index = 0; index < warmUp + keys; index++) {
    await page.keyboard.press(index % 2 === 0 ? '5' : 'Backspace')
    await page.waitForTimeout(90)
    const latency = await page.evaluate<Latency | null>('takeLatency()')
    if (index >= warmUp && latency !== null) latencies.push(latency)
  }
  return latencies
}

function print(name: string, all: readonly (readonly Latency[])[]): void {
  const figures = stages.map((stage) => {
    const times = all.map((latencies) => sorted(latencies.flatMap((one) => one[stage] ?? [])))
    const at = (part: number) => valueAt(sorted(times.map((one) => valueAt(one, part))), 0.5).toFixed(1)
    return `${stage} ${at(0.5)} / ${at(0.95)}`
  })
  console.log(`${name}: ${figures.join(', ')} (${all.map(({ length }) => length).join(', ')} keys)`)
}

function sorted(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((one, other) => one - other)
}

function valueAt(numbers: readonly number[], part: number): number {
  return numbers[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? Number.NaN
}
