import { didYouMean } from '../../core/errors/closest.js'
import { DomainError } from '../../core/errors/errors.js'
import type { CaseOutcome, Expectation } from '../../core/pack-check/run-cases.js'
import { problemText } from '../../core/pack-source/source.js'
import type { PackCheckReport } from '../../packs/check-packs.js'
import { parseArguments } from '../arguments.js'
import type { Command } from '../command.js'
import { createPaint, type Paint } from '../output/colour.js'
import { verdictWords } from '../output/words.js'
import { terminalOptions } from '../terminal.js'
import { writeOut } from '../write-out.js'

const usage = 'hengxiao pack check 文件夹'

/** 模板包: what those who write packs need. */
export const pack: Command = { usage, run: runPack }

async function runPack(args: readonly string[]): Promise<number> {
  const [action = '', ...rest] = args
  if (action !== 'check') {
    throw new DomainError('COMMAND_UNKNOWN', {
      given: `pack ${action}`.trim(),
      hint: didYouMean(action, ['check']),
    })
  }
  const { positionals } = parseArguments(rest, { usage, takes: '模板包文件夹', many: false, options: {} })
  const [folder = ''] = positionals
  const report = await checkFolder(folder)
  if (report.packs.length === 0 && report.problems.length === 0)
    throw new DomainError('PACK_FOLDER_EMPTY', { folder })
  const failed = report.outcomes.filter(({ passed }) => !passed)
  await writeOut(renderReport(report, failed, createPaint(terminalOptions().colour)))
  return report.problems.length + failed.length > 0 ? 1 : 0
}

async function checkFolder(folder: string): Promise<PackCheckReport> {
  const [{ checkPacks }, { checkKinds }, { checkDocument }] = await Promise.all([
    import('../../packs/check-packs.js'),
    import('../../core/checks/kinds/index.js'),
    import('../../core/checks/check-document.js'),
  ])
  return checkPacks(folder, { kinds: Object.keys(checkKinds), checkDocument })
}

/** Mistakes first, each with file, line and column; then cases that came out otherwise, and warnings; the count last. */
function renderReport(report: PackCheckReport, failed: readonly CaseOutcome[], paint: Paint): string {
  const { packs, problems, warnings, outcomes } = report
  const wrong = problems.length + failed.length
  const verdict = wrong === 0 ? '没有发现问题' : `发现 ${wrong} 处问题`
  const also = warnings.length === 0 ? '。' : `，有 ${warnings.length} 处提示。`
  const lines = [
    ...problems.map((problem) => `${paint('✗', 'red')} ${problemText(problem)}`),
    ...failed.map((outcome) => `${paint('✗', 'red')} ${describeCase(outcome)}`),
    ...warnings.map((warning) => `${paint('!', 'yellow')} ${problemText(warning)}`),
    `${packs.length} 个模板包，${outcomes.length} 个用例，${outcomes.length - failed.length} 个通过`,
    paint(verdict + also, 'bold', wrong === 0 ? 'green' : 'red'),
  ]
  return `${lines.join('\n')}\n`
}

/** `cases/sums.yaml:10:3 情形“…”：budget-total 应为不成立，结果是成立`. */
function describeCase({ name, check, expected, actual, at }: CaseOutcome): string {
  const message = `情形“${name}”：规则 ${check} 应为“${outcomeWords(expected)}”，结果是“${outcomeWords(actual)}”。请改规则，或改这个情形。`
  return problemText({ ...at, message })
}

function outcomeWords(outcome: Expectation): string {
  return outcome === 'none' ? '不核对' : verdictWords[outcome]
}
