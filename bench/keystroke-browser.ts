/**
 * Key press to checked form in a real Chromium, on a form with 40 indicators: the built pages, the engine in its
 * worker. Every second key makes a figure wrong, every other one right again, so that findings change each time.
 * `drawn`: the findings stand in the laid-out page; `shown`: the frame with them has been painted.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { openBrowser } from '../e2e/browser.js'
import { loadShipped } from '../src/packs/load-shipped.js'
import { largeContent } from './keystroke/large-content.js'
import { onlyId, serveOneFiling } from './keystroke/one-filing-server.js'

const port = 6610
const cell = 'f2/totalFunds.executedAmount'
const keys = 200

type Latency = Readonly<{ drawn: number; shown: number }>

const shipped = await loadShipped()
const pages = mkdtempSync(join(tmpdir(), 'hengxiao-keystroke-'))
await build({ logLevel: 'error', build: { outDir: pages, emptyOutDir: true } })
const server = serveOneFiling(pages, largeContent(shipped.packs), shipped).listen(port, '127.0.0.1')
const browser = await openBrowser()
try {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.addInitScript({ path: fileURLToPath(new URL('keystroke/watch-keys.js', import.meta.url)) })
  await page.goto(`http://127.0.0.1:${port}/filings/${onlyId}`)
  await page.locator(`[data-cell="${cell}"]`).dblclick()
  await pressKeys(page, 20)
  const latencies = await pressKeys(page, keys)
  const cells = await page.locator('.paper-table .cell').count()
  console.log(`${cells} cells, ${latencies.length} of ${keys} keys answered`)
  for (const measure of ['drawn', 'shown'] as const)
    print(
      measure,
      latencies.map((one) => one[measure]),
    )
} finally {
  await browser.close()
  server.closeAllConnections()
  server.close()
  rmSync(pages, { recursive: true, force: true })
}

async function pressKeys(page: Page, count: number): Promise<readonly Latency[]> {
  const latencies: Latency[] = []
  for (let index = 0; index < count; index++) {
    await page.keyboard.press(index % 2 === 0 ? '5' : 'Backspace')
    await page.waitForTimeout(120)
    const latency = await page.evaluate<Latency | null>('takeLatency()')
    if (latency !== null) latencies.push(latency)
  }
  return latencies
}

function print(measure: string, times: readonly number[]): void {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (part: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1)
  console.log(`${measure}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, bar 16 ms`)
}
