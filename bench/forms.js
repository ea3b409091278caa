// @ts-check
import assert from 'node:assert/strict'
import { findCauses } from '../dist/core/checks/find-causes.js'
import { runFormChecks } from '../dist/core/checks/run-checks.js'
import { loadShipped } from '../dist/packs/load-shipped.js'
import { checkByHand } from './forms/by-hand.js'
import { makeRules, makeSheet } from './forms/other-engines.js'
import { makeFigures, readSample, withFigures } from './forms/sample-forms.js'

/**
 * Forms checked per second on one core, with findings, by the function that the server, the page and the command line
 * call, on the form of examples/sample-report.docx with other figures each time. Two lines: the sentence checks of its
 * pack alone, beside a hand-written loop, HyperFormula and json-rules-engine that must find the same; and all checks
 * of a form. Every form is new, and so is every cell of it: nothing that the program keeps of a form can answer.
 * Seconds are processor seconds, so that a busy machine does not change who is faster.
 * Plain JavaScript on the built program: `npm run build && node bench/forms.js`.
 * @typedef {import('./forms/sample-forms.js').PlainForm} PlainForm
 */
const rounds = 7
const bars = { sentences: 20_000, all: 2_000, ratio: 4 }

const { packs } = await loadShipped()
const sample = await readSample(packs)
const draw = makeFigures()
const sentences = [{ ...sample.pack, checks: sample.pack.checks.filter(({ sentence }) => sentence) }]

/** @param {readonly import('../dist/core/pack/pack.js').Pack[]} checks */
const findingsBy = (checks) => (/** @type {import('./forms/sample-forms.js').Filing} */ filing) =>
  findCauses(runFormChecks(filing, checks))
const toFiling = (/** @type {PlainForm} */ figures) => withFigures(sample, figures)

await demandTheSame()
const [ours, oursWorst] = await perSecond(4_000, toFiling, findingsBy(sentences))
const [all] = await perSecond(1_000, toFiling, findingsBy(packs))
const asTheyAre = (/** @type {PlainForm} */ figures) => figures
const [sheet] = await perSecond(200, asTheyAre, makeSheet())
const [rules] = await perSecond(200, asTheyAre, makeRules())
const [byHand] = await perSecond(50_000, asTheyAre, checkByHand)

const words = (/** @type {number} */ speed) => Math.round(speed).toLocaleString('en').padStart(10)
console.log(
  `sentence checks      ${words(ours)} forms/s   (slowest round ${words(oursWorst).trim()})   bar ${bars.sentences}`,
)
console.log(`all form checks      ${words(all)} forms/s   bar ${bars.all}`)
for (const [name, speed] of /** @type {const} */ ([
  ['HyperFormula', sheet],
  ['json-rules-engine', rules],
  ['hand-written loop', byHand],
]))
  console.log(
    `${name.padEnd(20)} ${words(speed)} forms/s   sentence checks ${ratio(ours, speed)} ×, all form checks ${ratio(all, speed)} × as fast`,
  )
console.log(`bar of both beside HyperFormula: ${bars.ratio} ×`)

/** @param {number} speed @param {number} reference */
function ratio(speed, reference) {
  return (speed / reference).toPrecision(2)
}

/** Each engine finds the very same in each of a thousand forms. */
async function demandTheSame() {
  const [bySheet, byRules] = [makeSheet(), makeRules()]
  let found = 0
  for (let form = 0; form < 1_000; form += 1) {
    const figures = draw()
    const expected = checkByHand(figures).sort()
    const filing = toFiling(figures)
    const results = runFormChecks(filing, sentences).filter(({ verdict }) => verdict === 'violated')
    assert.deepEqual(results.map((result) => nameOf(result, filing)).sort(), expected)
    assert.deepEqual(bySheet(figures).sort(), expected)
    assert.deepEqual((await byRules(figures)).sort(), expected)
    found += expected.length
  }
  console.log(`the same ${found} findings by each of the four in 1,000 forms`)
}

/** @param {import('../dist/core/law/check.js').CheckResult} result @param {import('./forms/sample-forms.js').Filing} filing */
function nameOf({ check, places: [first] }, { forms: [form] }) {
  const row = (form?.lists.indicators ?? []).findIndex((cells) =>
    Object.values(cells).some(({ place }) => place === first),
  )
  return check === 'score-within-weight' ? `${check} ${row}` : check
}

/**
 * Median and slowest of several rounds on new forms, after two to warm up. Forms are made before the clock starts.
 * @template T @param {number} count @param {(figures: PlainForm) => T} make
 * @param {(item: T) => readonly unknown[] | Promise<readonly unknown[]>} work
 */
async function perSecond(count, make, work) {
  const speeds = []
  for (let round = -2; round < rounds; round += 1) {
    const items = Array.from({ length: count }, () => make(draw()))
    const started = process.cpuUsage()
    for (const item of items) {
      const found = work(item)
      if (found instanceof Promise) await found
    }
    const { user, system } = process.cpuUsage(started)
    if (round >= 0) speeds.push((count * 1e6) / (user + system))
  }
  speeds.sort((left, right) => left - right)
  return [speeds[Math.floor(rounds / 2)] ?? Number.NaN, speeds[0] ?? Number.NaN]
}
