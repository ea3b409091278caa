import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * 1. Cold `check` of one .docx beside `node -e 0`; bar 0.5 s.
 * 2. Reports per second in one process: `reports.js`.
 * Several files as arguments are taken in turn. Run `npm run build` first: what users run is measured.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const file = process.argv[2] ?? 'examples/sample-report.docx'
const coldRuns = 15

const bare = coldMilliseconds(['-e', '0'])
const check = coldMilliseconds(['dist/program/main.js', 'check', file])
console.log(
  `cold check of one .docx   ${check.toFixed(0)} ms   node -e 0   ${bare.toFixed(0)} ms   bar 500 ms`,
)

spawnSync(process.execPath, ['bench/reports.js', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })

/** Median of several runs of a new process. */
function coldMilliseconds(args: readonly string[]): number {
  const times = Array.from({ length: coldRuns }, () => {
    const started = performance.now()
    spawnSync(process.execPath, [...args], { cwd: root, stdio: 'ignore' })
    return performance.now() - started
  })
  return times.sort((left, right) => left - right)[Math.floor(coldRuns / 2)] ?? Number.NaN
}
