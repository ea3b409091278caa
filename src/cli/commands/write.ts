import { basename, extname, join } from 'node:path'
import { printDraft } from '../../core/draft/print-draft.js'
import { DomainError } from '../../core/errors/errors.js'
import type { Filing } from '../../core/filing/filing.js'
import type { Pack } from '../../core/pack/pack.js'
import { printFiling } from '../../core/paper/print-filing.js'
import type { PrintedFiling } from '../../core/paper/printed.js'
import { renderFiling, type WrittenFormat, writtenFormats } from '../../documents/render-filing.js'
import { parseArguments } from '../arguments.js'
import { loadPacksInUse } from '../chosen-packs.js'
import type { Command } from '../command.js'
import { filingOf } from '../filing-of.js'
import { createProgress } from '../progress.js'
import { refusalOf } from '../refusal-of.js'
import { isFolder, outputFile, saveFile } from '../save-file.js'
import { tellMisfit } from '../tell-misfit.js'

const usage =
  'hengxiao write 材料.json... --as docx|xlsx|pdf -o 文件或文件夹 [--draft] [--last-year 上年材料.json] [--pack 模板包或文件夹]'

/** Writes filings as the official Word, Excel or PDF file. */
export const write: Command = { usage, run: runWrite }

type Request = Readonly<{
  format: WrittenFormat
  packs: readonly Pack[]
  /** `packs` are those that --pack names. */
  areGiven: boolean
  draft: boolean
  lastYear: Filing | undefined
}>

type Job = Readonly<{ input: string; output: string }>

async function runWrite(args: readonly string[]): Promise<number> {
  const { positionals, flags, values } = parseArguments(args, {
    usage,
    takes: '材料',
    many: true,
    options: {
      as: { type: 'choice', choices: writtenFormats },
      output: { type: 'text', short: 'o' },
      draft: { type: 'flag' },
      'last-year': { type: 'text' },
      pack: { type: 'text' },
    },
  })
  const output = values.get('output')
  const format = formatOf(values.get('as'), output)
  const jobs = await jobsOf(positionals, { output, format })
  const packs = await loadPacksInUse(values.get('pack'))
  const lastYearFile = values.get('last-year')
  const lastYear = lastYearFile === undefined ? undefined : await filingOf(lastYearFile, packs)
  const draft = flags.has('draft') || lastYear !== undefined
  return writeAll(jobs, { format, packs, areGiven: values.has('pack'), draft, lastYear })
}

/** What --as says, else what the name after -o ends in; the two may not contradict each other. */
function formatOf(given: string | undefined, output = ''): WrittenFormat {
  const ending = writtenFormats.find((one) => one === extname(output).slice(1).toLowerCase())
  const format = given === undefined ? ending : writtenFormats.find((one) => one === given)
  if (format !== undefined && ending !== undefined && ending !== format) {
    const example = nameFor(output, format)
    throw new DomainError('OUTPUT_EXTENSION_WRONG', { given: output, extension: format, example })
  }
  if (format !== undefined) return format
  throw new DomainError('OUTPUT_FORMAT_MISSING', { choices: writtenFormats.join('、') })
}

type Destination = Readonly<{ output: string | undefined; format: WrittenFormat }>

/** Several inputs, or a folder after -o: one file each, named after its input. */
async function jobsOf(inputs: readonly string[], { output, format }: Destination): Promise<readonly Job[]> {
  const [first = ''] = inputs
  const toFolder = output !== undefined && (await isFolder(output))
  if (inputs.length > 1 && output !== undefined && !toFolder)
    throw new DomainError('OUTPUT_NOT_FOLDER', { given: output })
  if (!toFolder) {
    const example = inputs.length > 1 ? '文件夹' : nameFor(first, format)
    return [{ input: first, output: await outputFile(output, { example, inputs }) }]
  }
  const taken = new Map<string, string>()
  for (const input of inputs) {
    const name = nameFor(input, format)
    const other = taken.get(name)
    if (other !== undefined)
      throw new DomainError('OUTPUT_NAMES_COLLIDE', { first: other, second: input, name })
    taken.set(name, input)
  }
  const jobs = [...taken].map(([name, input]) => ({ input, output: join(output, name) }))
  for (const job of jobs) await outputFile(job.output, { example: '文件夹', inputs })
  return jobs
}

function nameFor(input: string, format: WrittenFormat): string {
  return `${basename(input, extname(input))}.${format}`
}

/** One after the other, so that memory does not grow with their number; goes on after a bad one. */
async function writeAll(jobs: readonly Job[], request: Request): Promise<number> {
  const progress = createProgress(jobs.length, '写出')
  let status = 0
  for (const job of jobs) {
    try {
      await writeOne(job, request, progress.clear)
    } catch (error) {
      progress.clear()
      process.stderr.write(`${job.input}：${refusalOf(error).message}\n`)
      status = 2
    }
    progress.step()
  }
  progress.clear()
  return status
}

async function writeOne({ input, output }: Job, request: Request, beforeNote: () => void): Promise<void> {
  const { format, packs, areGiven } = request
  const filing = await filingOf(input, packs)
  if (areGiven) tellMisfit(input, filing, packs)
  const { printed, notes } = await printWithReport(filing, request)
  await saveFile(output, await renderFiling(printed, { format, packs }))
  if (notes.length === 0) return
  beforeNote()
  process.stderr.write(`${input}：报告已起草，还有 ${notes.length} 处要填写或核对：\n`)
  for (const note of notes) process.stderr.write(`  ${note}\n`)
}

type WithReport = Readonly<{ printed: PrintedFiling; notes: readonly string[] }>

/** The filing with its own report, or with a drafted one where that is asked for. A workbook has none. */
async function printWithReport(filing: Filing, request: Request): Promise<WithReport> {
  const { format, packs, draft, lastYear } = request
  if (format === 'xlsx' || !draft) return { printed: printFiling(filing, packs), notes: [] }
  const { draftReport } = await import('../../core/draft/draft-report.js')
  const drafted = draftReport({ filing, lastYear, packs })
  const printed = printDraft(filing, { draft: drafted, packs })
  return { printed, notes: drafted.missing.map(({ message }) => message) }
}
