// @ts-check
import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { checkDocument } from '../dist/core/checks/check-document.js'
import { readDocument } from '../dist/documents/read-document.js'
import { loadShipped } from '../dist/packs/load-shipped.js'

/**
 * Reports per second in one process, .docx to findings, beside mammoth only reading the same files; bar 100.
 * The first hundred, before anything is compiled, are printed too.
 * Plain JavaScript on the built program: a loader that compiles on the way would be measured too.
 * `npm run build && node bench/reports.js [FILE.docx …]`, several files in turn.
 */
const files = process.argv.length > 2 ? process.argv.slice(2) : ['examples/sample-report.docx']
const reports = files.map((name) => readFileSync(name))
/** The compiler goes on optimising for more than a thousand reports; what a long run reaches is measured. */
const warmSeconds = 15
const rounds = 7
let turn = 0
const next = () => reports[turn++ % reports.length] ?? Buffer.alloc(0)

const { packs } = await loadShipped()
const check = async () => checkDocument((await readDocument(next())).document, packs)
const cold = await runTimes(100, check)
const whole = await perSecond(check)
const reading = await perSecond(() => readDocument(next()))
const reference = await perSecond(() => mammoth.convertToHtml({ buffer: next() }))
console.log(
  `.docx to findings   ${whole.toFixed(0)} reports/s (the first hundred ${cold.toFixed(0)}/s)   reading alone ${reading.toFixed(0)}/s   ` +
    `mammoth reading alone ${reference.toFixed(0)}/s   ratio ${(whole / reference).toFixed(1)}   bar 100`,
)

/** Median over several rounds, after the compiler has had time to warm up. @param {() => unknown} run */
async function perSecond(run) {
  await runFor(warmSeconds, run)
  const speeds = []
  for (let round = 0; round < rounds; round++) speeds.push(await runFor(1, run))
  return speeds.sort((left, right) => left - right)[Math.floor(rounds / 2)] ?? Number.NaN
}

/** @param {number} seconds @param {() => unknown} run */
async function runFor(seconds, run) {
  const started = performance.now()
  let done = 0
  while (performance.now() - started < seconds * 1000) {
    await run()
    done += 1
  }
  return (done * 1000) / (performance.now() - started)
}

/** @param {number} times @param {() => unknown} run */
async function runTimes(times, run) {
  const started = performance.now()
  for (let done = 0; done < times; done++) await run()
  return (times * 1000) / (performance.now() - started)
}
