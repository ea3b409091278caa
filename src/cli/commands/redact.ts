import { DomainError } from '../../core/errors/errors.js'
import type { PublicCopy } from '../../documents/redact/redact-file.js'
import { parseArguments } from '../arguments.js'
import type { Command } from '../command.js'
import { readBytes } from '../read-bytes.js'
import { outputFile } from '../save-file.js'
import { saveTogether } from '../save-together.js'
import { writeOut } from '../write-out.js'

const usage = 'hengxiao redact 文件 -o 公开稿'

/** 脱敏: writes the public copy of a file and its manifest, or nothing when something personal would be left. */
export const redact: Command = { usage, run: runRedact }

async function runRedact(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArguments(args, {
    usage,
    takes: '文件',
    many: false,
    options: { output: { type: 'text', short: 'o' } },
  })
  const [file = ''] = positionals
  const output = await outputFile(values.get('output') ?? values.get('o'), {
    example: '公开稿.docx',
    inputs: [file],
  })
  const bytes = await readBytes(file)
  const { redactFile } = await import('../../documents/redact/redact-file.js')
  const copy = await redactFile(bytes)
  if (copy.left !== undefined) {
    process.stderr.write(leftWords(copy.left))
    return 1
  }
  requireExtension(output, copy.format)
  const manifest = `${output}.manifest.json`
  await saveTogether([
    { path: manifest, bytes: `${JSON.stringify(copy.manifest, undefined, 2)}\n` },
    { path: output, bytes: copy.bytes },
  ])
  await writeOut(doneWords(copy, output))
  return 0
}

function requireExtension(output: string, extension: string): void {
  if (new RegExp(`\\.${extension}$`, 'i').test(output)) return
  const example = `${output.replace(/\.[^./\\]*$/, '')}.${extension}`
  throw new DomainError('OUTPUT_EXTENSION_WRONG', { given: output, extension, example })
}

const mostPlaces = 20

function leftWords(left: readonly string[]): string {
  const places = left.slice(0, mostPlaces).map((place) => `  ${place}\n`)
  const more = left.length > mostPlaces ? `  另有 ${left.length - mostPlaces} 处\n` : ''
  return `公开稿没有写出：复查时还有 ${left.length} 处个人信息去不掉。请在原件里改好这些地方再试。\n${places.join('')}${more}`
}

/** How many were removed by which rule, what a person should still look at, and where the files are. */
function doneWords({ manifest }: Extract<PublicCopy, { left: undefined }>, output: string): string {
  const counts = new Map<string, number>()
  for (const { name } of manifest.removals) counts.set(name, (counts.get(name) ?? 0) + 1)
  const lines = [
    `已隐去 ${manifest.removals.length} 处个人信息，复查没有发现遗漏。`,
    ...[...counts].map(([name, count]) => `  ${name}：${count} 处`),
    ...manifest.parts.map(({ part, what }) => `  ${part}：${what}`),
    ...manifest.warnings.map((warning) => `请注意：${warning}`),
    `公开稿：${output}`,
    `清单：${output}.manifest.json`,
  ]
  return `${lines.join('\n')}\n`
}
