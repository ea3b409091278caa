import { compileFormChecks } from '../src/core/pack/compile-form-checks.js'
import { compileRecordChecks } from '../src/core/pack/record/compile-record-checks.js'
import { readRecord } from '../src/core/pack/record/form-record.js'
import { findRecordLayout } from '../src/core/pack/record/record-layout.js'
import { scoreForm } from '../src/core/scoring/score-form.js'
import { compileRecordScore } from '../src/core/scoring/score-record.js'
import { checkByHand } from './forms/by-hand.js'
import { makeRules, makeSheet } from './forms/other-engines.js'
import { makeForm, makePack, makePlainForms, relationCount } from './forms/sample-forms.js'

/**
 * Forms per second scored and checked in memory (15 indicators, 60 relations, 16 scores, findings as objects) on one
 * core, beside a hand-written loop, HyperFormula and json-rules-engine on the same numbers. Seconds are processor
 * seconds, so that a busy machine does not change who is faster. `npx tsx bench/forms.ts`.
 */
const runs = 9
const bar = 250_000
const pack = makePack()
const layout = findRecordLayout(pack)
const check = compileRecordChecks(pack)
const score = compileRecordScore(pack)
const plain = makePlainForms(10_000)
const forms = plain.map(makeForm)
const records = forms.map((form) => readRecord(form, layout))

/** Everything that a run found, so that no engine can skip the work; also compared between engines. */
let sink = 0

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Median forms per processor second over several runs, after one to warm up. */
async function perSecond<T>(
  items: readonly T[],
  work: (item: T) => number | Promise<number>,
): Promise<number> {
  const speeds: number[] = []
  for (let run = 0; run <= runs; run += 1) {
    const start = process.cpuUsage()
    for (const item of items) {
      const found = work(item)
      sink += typeof found === 'number' ? found : await found
    }
    const { user, system } = process.cpuUsage(start)
    const seconds = (user + system) / 1e6
    if (run > 0) speeds.push(items.length / seconds)
  }
  return median(speeds)
}

function show(name: string, speed: number, reference: number): void {
  const ratio = speed >= reference ? speed / reference : -reference / speed
  const words = ratio > 0 ? `${ratio.toFixed(1)} × ours` : `ours is ${(-ratio).toFixed(1)} × faster`
  console.log(`${name.padEnd(44)}${Math.round(speed).toLocaleString('en').padStart(12)} forms/s   ${words}`)
}

const run = (record: (typeof records)[number]): number =>
  check(record).length + (score(record).total > 0 ? 0 : 1)

const wrong = records.reduce((sum, record) => sum + check(record).length, 0)
const wrongByHand = plain.reduce((sum, form) => sum + checkByHand(form).violated.length, 0)
const totals = plain.every(
  (form) => score(readRecord(makeForm(form), layout)).total === checkByHand(form).total * 10,
)
console.log(
  `${relationCount} relations and 16 scores on each form; findings ${wrong}, by hand ${wrongByHand}, scores equal: ${totals}`,
)

const ours = await perSecond(records, run)
console.log(
  `${'hengxiao, scored and checked'.padEnd(44)}${Math.round(ours).toLocaleString('en').padStart(12)} forms/s   bar ${bar.toLocaleString('en')}`,
)
show('hand-written loop', await perSecond(plain, (form) => checkByHand(form).violated.length), ours)
show(
  'hengxiao, from recognised form (with reading)',
  await perSecond(forms, (form) => run(readRecord(form, layout))),
  ours,
)
const exactly = compileFormChecks(pack)
show(
  'hengxiao, exact evaluator with messages',
  await perSecond(forms.slice(0, 200), (form) => exactly(form).length + scoreForm(form, pack).rows.length),
  ours,
)
const sheet = makeSheet()
show('HyperFormula 3.0.1', await perSecond(plain.slice(0, 100), sheet), ours)
const rules = makeRules()
show('json-rules-engine 7.3.1', await perSecond(plain.slice(0, 100), rules), ours)

console.log('growth:')
for (const count of [1_000, 10_000, 100_000]) {
  const many = Array.from({ length: Math.ceil(count / records.length) }, () => records)
    .flat()
    .slice(0, count)
  const speed = await perSecond(many, run)
  console.log(
    `  ${count.toLocaleString('en').padStart(9)} forms   ${((count / speed) * 1000).toFixed(1).padStart(8)} ms   ${Math.round(speed).toLocaleString('en')} forms/s`,
  )
}
if (sink < 0) console.log(sink)
