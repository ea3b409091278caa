import { parseArguments } from '../arguments.js'
import { checkFiles } from '../check-files.js'
import type { Command } from '../command.js'
import { createOutput, formats } from '../output/create-output.js'
import { createProgress } from '../progress.js'
import { exitStatusOf } from '../report.js'
import { terminalOptions } from '../terminal.js'
import { writeOut } from '../write-out.js'

const usage = 'hengxiao check 文件... [--pack 模板包或文件夹] [--format text|json|sarif|html] [--all]'

/** 核对: reads and checks files, in parallel, and prints what is wrong in the order the files were given. */
export const check: Command = { usage, run: runCheck }

async function runCheck(args: readonly string[]): Promise<number> {
  const {
    positionals: files,
    flags,
    values,
  } = parseArguments(args, {
    usage,
    takes: '文件',
    many: true,
    options: {
      pack: { type: 'text' },
      format: { type: 'choice', choices: formats },
      all: { type: 'flag' },
    },
  })
  const pack = values.get('pack')
  if (pack !== undefined) await (await import('../chosen-packs.js')).loadChosenPacks(pack)
  const format = values.get('format') ?? 'text'
  const all = flags.has('all')
  const output = await createOutput(format, { ...terminalOptions(), all, files: files.length })
  const detail = format === 'html' ? 'page' : all ? 'results' : 'findings'
  const progress = createProgress(files.length)
  let status = 0
  let index = 0
  await writeOut(output.begin())
  for await (const report of checkFiles(files, { pack, detail, onDone: progress.step })) {
    progress.clear()
    await writeOut(output.file(report, index++))
    if (report.status === 'unreadable') process.stderr.write(`${report.file}：${report.error.message}\n`)
    status = Math.max(status, exitStatusOf(report))
  }
  progress.clear()
  await writeOut(output.end())
  return status
}
