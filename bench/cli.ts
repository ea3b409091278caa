import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * 1. Cold `check` of one .docx beside `node -e 0`; bar 0.5 s.
 * 2. Reports per second in one process, .docx to findings, beside mammoth only reading the same file; bar 100.
 * Several files as arguments are taken in turn. Run `npm run build` first: what users run is measured.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const file = process.argv[2] ?? 'examples/sample-report.docx'
const coldRuns = 15
const warmSeconds = 6
const rounds = 5

const bare = coldMilliseconds(['-e', '0'])
const check = coldMilliseconds(['dist/program/main.js', 'check', file])
console.log(
  `cold check of one .docx   ${check.toFixed(0)} ms   node -e 0   ${bare.toFixed(0)} ms   bar 500 ms`,
)

const { readDocument } = await import(`${root}dist/documents/read-document.js`)
const { checkDocument } = await import(`${root}dist/core/check-document.js`)
const { loadShipped } = await import(`${root}dist/packs/load-shipped.js`)
const mammoth: { convertToHtml: (input: { buffer: Buffer }) => Promise<unknown> } = createRequire(
  import.meta.url,
)('mammoth')

/** One report, or each of several in turn. */
const files = process.argv.length > 2 ? process.argv.slice(2) : [file]
const reports = files.map((name) => readFileSync(resolve(root, name)))
let turn = 0
const next = (): Buffer => reports[turn++ % reports.length] ?? Buffer.alloc(0)
const { packs } = await loadShipped()
const whole = await perSecond(async () => checkDocument((await readDocument(next())).document, packs))
const reading = await perSecond(() => readDocument(next()))
const reference = await perSecond(() => mammoth.convertToHtml({ buffer: next() }))
console.log(
  `.docx to findings   ${whole.toFixed(0)} reports/s   reading alone ${reading.toFixed(0)}/s   ` +
    `mammoth reading alone ${reference.toFixed(0)}/s   ratio ${(whole / reference).toFixed(1)}   bar 100`,
)

/** Median of several runs of a new process. */
function coldMilliseconds(args: readonly string[]): number {
  const times = Array.from({ length: coldRuns }, () => {
    const started = performance.now()
    spawnSync(process.execPath, [...args], { cwd: root, stdio: 'ignore' })
    return performance.now() - started
  })
  return times.sort((left, right) => left - right)[Math.floor(coldRuns / 2)] ?? Number.NaN
}

/** Median over several rounds, after the compiler has had time to warm up. */
async function perSecond(run: () => unknown): Promise<number> {
  await runFor(warmSeconds, run)
  const speeds: number[] = []
  for (let round = 0; round < rounds; round++) speeds.push(await runFor(1, run))
  return speeds.sort((left, right) => left - right)[Math.floor(rounds / 2)] ?? Number.NaN
}

async function runFor(seconds: number, run: () => unknown): Promise<number> {
  const started = performance.now()
  let done = 0
  while (performance.now() - started < seconds * 1000) {
    await run()
    done += 1
  }
  return (done * 1000) / (performance.now() - started)
}
