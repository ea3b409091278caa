import { applyChanges } from '../dist/core/editing/apply-changes.js'
import { checkContent, checkFormsFirst } from '../dist/core/editing/check-content.js'
import { textAt } from '../dist/core/editing/text-at.js'
import { loadPacks } from '../dist/packs/load-packs.js'
import type { ContentChange, FilingContent } from '../src/core/editing/content.js'
import { largeContent } from '../src/testing/large-content.js'

/**
 * From a key press to a checked form, in processor milliseconds, so that a busy machine does not change the answer;
 * threads of the compiler and the collector count too. 40 indicators, 20 projects, a report of 150
 * paragraphs; `form`: the forms, which the page is told first; `whole`: all of the filing; `report`: all of it after
 * words of the report. Numbers typed sign by sign into scores, amounts and actual values, words into the report.
 * `npx tsx bench/keystroke.ts`.
 */
const frame = 16
const warmUp = 60
const presses = 600

const cells = [
  'f1/indicators/r1/actual',
  'f1/totalFunds.executedAmount',
  'f1/indicators/r20/weight',
  'f2/projects/r3/final',
  'f1/indicators/r40/reason',
  'f2/staff.staffInPost',
]

const typed = ['8', '83', '838', '838.', '838.1', '838.16', '']

const packs = loadPacks()

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function measure(
  changeAt: (press: number, at: (cell: string) => string) => ContentChange,
  check: (content: FilingContent) => void,
): readonly number[] {
  let content = largeContent
  const times: number[] = []
  for (let press = 0; press < warmUp + presses; press += 1) {
    const change = changeAt(press, (cell) => textAt(content, cell))
    const start = process.cpuUsage()
    content = applyChanges(content, [change])
    check(content)
    const { user, system } = process.cpuUsage(start)
    if (press >= warmUp) times.push((user + system) / 1000)
  }
  return times
}

const before = checkContent(largeContent, packs)

function checkForms(content: FilingContent): void {
  checkFormsFirst(content, packs, before)
}

function checkWhole(content: FilingContent): void {
  checkContent(content, packs)
}

function inForm(press: number, at: (cell: string) => string): ContentChange {
  const cell = cells[Math.floor(press / typed.length) % cells.length] ?? ''
  return { kind: 'cell', cell, from: at(cell), to: typed[press % typed.length] ?? '' }
}

function inReport(press: number): ContentChange {
  const paragraph = largeContent.report[62]
  if (paragraph === undefined) throw new RangeError('the report has become shorter')
  const text = `全年支出${'838.16'.slice(0, (press % 6) + 1)}万元，其余按计划完成。`
  return {
    kind: 'paragraph',
    paragraph: { ...paragraph, runs: [{ text, field: undefined }] },
    after: undefined,
  }
}

for (const [name, times] of [
  ['form', measure(inForm, checkForms)],
  ['whole', measure(inForm, checkWhole)],
  ['report', measure(inReport, checkWhole)],
] as const) {
  const [half, most, worst] = [percentile(times, 0.5), percentile(times, 0.95), Math.max(...times)]
  console.log(
    `${name}: median ${half.toFixed(2)} ms, 95th percentile ${most.toFixed(2)} ms (${(most / frame).toFixed(2)} of a frame), worst ${worst.toFixed(2)} ms`,
  )
}
