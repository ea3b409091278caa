import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { DomainError } from '../../core/errors/errors.js'
import { commentExtension } from '../../documents/mark/comment-extension.js'
import type { Marked } from '../../documents/mark/marked.js'
import { readInWorker } from '../../documents/read-in-worker.js'
import { parseArguments } from '../arguments.js'
import { checkFiles } from '../check-files.js'
import type { Command } from '../command.js'
import { marksOf } from '../marks-of.js'
import { readBytes } from '../read-bytes.js'
import { type CheckedFile, exitStatusOf } from '../report.js'
import { outputFile, saveFile } from '../save-file.js'
import { writeOut } from '../write-out.js'

const usage = 'hengxiao mark 文件 -o 批注后的文件 [--pack 模板包或文件夹]'

/** 批注: gives the user's own file back with a comment at each wrong place; the file itself is not touched. */
export const mark: Command = { usage, run: runMark }

async function runMark(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArguments(args, {
    usage,
    takes: '文件',
    many: false,
    options: { output: { type: 'text', short: 'o' }, pack: { type: 'text' } },
  })
  const [file = ''] = positionals
  const output = await outputFile(values.get('output'), {
    example: exampleFor(basename(file)),
    inputs: [file],
  })
  const pack = values.get('pack')
  if (pack !== undefined) await (await import('../chosen-packs.js')).loadChosenPacks(pack)
  const request = { pack, detail: 'findings', onDone: () => {} } as const
  for await (const report of checkFiles([file], request)) {
    if (report.status === 'unreadable') {
      process.stderr.write(`${report.file}：${report.error.message}\n`)
      return 2
    }
    if (pack !== undefined) for (const note of report.notes) process.stderr.write(`${file}：${note}\n`)
    await writeMarked(report, output)
    return exitStatusOf(report)
  }
  return 0
}

async function writeMarked(report: CheckedFile, output: string): Promise<void> {
  const bytes = await readBytes(report.file)
  if (createHash('sha256').update(bytes).digest('hex') !== report.sha256)
    throw new DomainError('FILE_CHANGED')
  const marked = marksOf(report)
  const extension = commentExtension(report.readAs, bytes) ?? 'html'
  if (!new RegExp(`\\.${extension}$`, 'i').test(output)) {
    const example = `${output.replace(/\.[^./\\]*$/, '')}.${extension}`
    throw new DomainError('OUTPUT_EXTENSION_WRONG', { given: output, extension, example })
  }
  await saveFile(output, await render(bytes, marked, { ...report, extension }))
  await writeOut(doneWords(report, { marked, extension, output }))
}

/** By the name alone: it is only an example. */
function exampleFor(name: string): string {
  return `批注_${/\.(docx|docm|xlsx|xlsm)$/i.test(name) ? name : name.replace(/(\.[^.]*)?$/, '.html')}`
}

type Target = Readonly<{ extension: string; file: string; readAs: string }>

async function render(bytes: Uint8Array, marked: Marked, { extension, file, readAs }: Target) {
  const author = { name: '衡效', date: `${new Date().toISOString().slice(0, 19)}Z` }
  if (readAs === 'docx') {
    const { markDocx } = await import('../../documents/mark/word/mark-docx.js')
    return markDocx(bytes, marked, author)
  }
  if (readAs === 'xlsx' && extension !== 'html') {
    const { markXlsx } = await import('../../documents/mark/excel/mark-xlsx.js')
    return markXlsx(bytes, marked, author)
  }
  const { renderMarkedPage } = await import('../../documents/mark/html/render-marked-page.js')
  const { document } = await readInWorker(bytes)
  return renderMarkedPage({ file: basename(file), document, marked })
}

/** What an office file that cannot take our comments is to be saved as, so that it can. */
const better: Readonly<Record<string, string>> = {
  doc: '.docx',
  wps: '.docx',
  rtf: '.docx',
  odt: '.docx',
  xls: '.xlsx',
  xlsx: '.xlsx',
  ods: '.xlsx',
}

type Done = Readonly<{ marked: Marked; extension: string; output: string }>

function doneWords({ readAs, findings }: CheckedFile, { marked, extension, output }: Done): string {
  const other = extension === 'html' ? better[readAs] : undefined
  const note =
    other === undefined
      ? ''
      : `这种文件里不能直接加批注，写成了带批注的网页。要在原件上批注，请另存为 ${other} 再试。\n`
  return `${note}已写出 ${output}：${findings.length} 个问题，批注在 ${marked.marks.length} 处，原文件没有改动。\n`
}
