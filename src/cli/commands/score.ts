import type { Finding } from '../../core/law/check.js'
import { parseArguments } from '../arguments.js'
import { checkFiles } from '../check-files.js'
import type { Command } from '../command.js'
import { scoreWords } from '../output/words.js'
import type { CheckedFile } from '../report.js'
import { writeOut } from '../write-out.js'

const usage = 'hengxiao score 文件'

/** 计分: the score of every form in a file, with its arithmetic line by line. */
export const score: Command = { usage, run: runScore }

async function runScore(args: readonly string[]): Promise<number> {
  const { positionals } = parseArguments(args, {
    usage,
    takes: '文件',
    many: false,
    options: {},
  })
  for await (const report of checkFiles(positionals, {
    pack: undefined,
    detail: 'findings',
    onDone: () => {},
  })) {
    if (report.status === 'unreadable') {
      process.stderr.write(`${report.file}：${report.error.message}\n`)
      return 2
    }
    const errors = scoreErrorsOf(report)
    await writeOut(renderScores(report) + errors.map(({ message }) => `✗ ${message}\n`).join(''))
    return errors.length > 0 ? 1 : 0
  }
  return 0
}

/** Errors of the rules on scores, SCR-01 to SCR-09, and on 执行率得分, EXE-02. */
function scoreErrorsOf({ findings }: CheckedFile): readonly Finding[] {
  return findings.filter(({ severity, rule }) => severity === 'error' && /^(SCR-|EXE-02)/.test(rule))
}

function renderScores({ forms }: CheckedFile): string {
  const scored = forms.filter((form) => scoreWords(form) !== undefined)
  if (scored.length === 0) return '没有认出带得分的表，无分可算。\n'
  return scored
    .map((form) => [`${form.title}：${scoreWords(form)}`, ...form.derivation, ''].join('\n'))
    .join('\n')
}
