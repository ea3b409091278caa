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
import { openBrowser } from '../e2e/browser.js'
import type { FilingContent, FormContent } from '../src/core/editing/content.js'
import { contentOfFiling } from '../src/core/editing/content-of-filing.js'
import { recognise } from '../src/core/recognise/recognise.js'
import { readDocument } from '../src/documents/read-document.js'
import { loadShipped } from '../src/packs/load-shipped.js'
import { largeContent } from '../src/testing/large-content.js'
import { openFloor } from './keystroke/floor.js'
import { largeContent as draftedContent } from './keystroke/large-content.js'
import { onlyId, serveOneFiling } from './keystroke/one-filing-server.js'

const port = 6610
const keys = 200
const warmUp = 40
const stages = ['sent', 'answered', 'form', 'formShown', 'whole'] as const

type Latency = Partial<Record<(typeof stages)[number], number>>

const watch = { path: fileURLToPath(new URL('keystroke/watch-keys.js', import.meta.url)) }
const shipped = await loadShipped()
const pages = mkdtempSync(join(tmpdir(), 'hengxiao-keystroke-'))
await build({ logLevel: 'error', build: { outDir: pages, emptyOutDir: true } })
const browser = await openBrowser()
try {
  const floor = await newPage(browser)
  await openFloor(floor)
  print('floor', await pressKeys(floor))
  await floor.close()
  await measure('drafted report', draftedContent(shipped.packs), ['f2/totalFunds.executedAmount'])
  await measure('150 paragraphs', largeContent, ['f1/totalFunds.executedAmount', 'f1/indicators/r1/actual'])
  for (const file of process.argv.slice(2)) {
    const content = await contentIn(file)
    const [cell] = cellsOf(content)
    if (cell !== undefined) await measure(basename(file), content, [cell])
  }
} finally {
  await browser.close()
  rmSync(pages, { recursive: true, force: true })
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
      print(`${name}, ${cell}`, await pressKeys(page))
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

function print(name: string, latencies: readonly Latency[]): void {
  const figures = stages.map((stage) => {
    const times = latencies.flatMap((one) => one[stage] ?? []).toSorted((one, other) => one - other)
    const at = (part: number) =>
      (times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN).toFixed(1)
    return `${stage} ${at(0.5)} / ${at(0.95)} (${times.length})`
  })
  console.log(`${name}: ${figures.join(', ')}`)
}
console.log('milliseconds at the median / 95th percentile (keys answered); bar: form 16')
