// @ts-check
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
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
const rounds = 15
const bars = { sentences: 20_000, all: 2_000, ratio: 4 }

const { packs } = await loadShipped()
const sample = await readSample(packs)
const draw = makeFigures()
const sentences = [{ ...sample.pack, checks: sample.pack.checks.filter(({ sentence }) => sentence) }]

/** @param {readonly import('../dist/core/pack/pack.js').Pack[]} checks */
const findingsBy = (checks) => (/** @type {import('./forms/sample-forms.js').Filing} */ filing) =>
  findCauses(runFormChecks(filing, checks))
const toFiling = (/** @type {PlainForm} */ figures) => withFigures(sample, figures)

const asTheyAre = (/** @type {PlainForm} */ figures) => figures

/** @type {Readonly<Record<string, () => Promise<number>>>} */
const engines = {
  'sentence checks': () => perSecond(1_000, toFiling, findingsBy(sentences)),
  'all form checks': () => perSecond(500, toFiling, findingsBy(packs)),
  HyperFormula: () => perSecond(1_000, asTheyAre, makeSheet()),
  'json-rules-engine': () => perSecond(500, asTheyAre, makeRules()),
  'hand-written loop': () => perSecond(100_000, asTheyAre, checkByHand),
}

const [, , name] = process.argv
if (name === undefined) {
  await demandTheSame()
  compare()
} else console.log(await engines[name]?.())

/** Each engine has a process of its own, so that none works in the heap that another has left. */
function compare() {
  const speeds = Object.keys(engines).map((engine) => {
    const printed = execFileSync(process.execPath, [fileURLToPath(import.meta.url), engine])
    return /** @type {const} */ ([engine, Number(printed)])
  })
  const [ours = Number.NaN, all = Number.NaN] = speeds.map(([, speed]) => speed)
  for (const [engine, speed] of speeds)
    console.log(
      `${engine.padEnd(20)}${Math.round(speed).toLocaleString('en').padStart(12)} forms/s   ` +
        `sentence checks ${ratio(ours, speed)} × as fast, all form checks ${ratio(all, speed)} ×`,
    )
  console.log(
    `bars: sentence checks ${bars.sentences}, all form checks ${bars.all}, ${bars.ratio} × HyperFormula`,
  )
}

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
 * Median of several rounds on new forms, after as many to warm up. Forms are made before the clock starts,
 * and each is let go once it is checked.
 * @template T @param {number} count @param {(figures: PlainForm) => T} make
 * @param {(item: T) => readonly unknown[] | Promise<readonly unknown[]>} work
 */
async function perSecond(count, make, work) {
  const speeds = []
  for (let round = -rounds; round < rounds; round += 1) {
    const items = Array.from({ length: count }, () => make(draw()))
    const started = process.cpuUsage()
    for (let item = items.pop(); item !== undefined; item = items.pop()) {
      const found = work(item)
      if (found instanceof Promise) await found
    }
    const { user, system } = process.cpuUsage(started)
    if (round >= 0) speeds.push((count * 1e6) / (user + system))
  }
  speeds.sort((left, right) => left - right)
  return speeds[Math.floor(rounds / 2)] ?? Number.NaN
}
