import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { displayWidth } from '../src/cli/output/width.js'

/** Draws what the terminal really shows for the sample report as docs/picture.svg. */
const root = fileURLToPath(new URL('..', import.meta.url))
const command = 'hengxiao check examples/sample-report.docx'
const cell = 7.4
const lineHeight = 22
const margin = 20
const shownLines = 40
const styles: Readonly<Record<string, string>> = {
  '1': 'b',
  '2': 'd',
  '31': 'r',
  '32': 'g',
  '33': 'y',
  '36': 'c',
}

type Run = Readonly<{ text: string; names: string; column: number }>

const { stdout } = spawnSync(
  process.execPath,
  ['dist/program/main.js', 'check', 'examples/sample-report.docx'],
  {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: '' },
  },
)
const all = stdout.trimEnd().split('\n')
const lines = [`$ ${command}`, '', ...cut(all)]
writeFileSync(new URL('../docs/picture.svg', import.meta.url), draw(lines))

/** The beginning and the verdict at the end; what is left out between them is said. */
function cut(output: readonly string[]): string[] {
  if (output.length <= shownLines) return [...output]
  const end = output.slice(output.findLastIndex((line) => line === '') + 1)
  const begin = output.slice(0, shownLines - end.length - 3)
  return [...begin, '', `  …… 此处略去 ${output.length - begin.length - end.length} 行 ……`, '', ...end]
}

function draw(output: readonly string[]): string {
  const runs = output.map(runsOf)
  const columns = Math.max(...runs.flat().map(({ column, text }) => column + displayWidth(text)))
  const width = Math.ceil(columns * cell + 2 * margin)
  const height = output.length * lineHeight + 2 * margin
  const texts = runs.flatMap((row, index) =>
    row.map((run) => drawRun(run, margin + (index + 0.7) * lineHeight)),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${command}">
<style>text{font:14px ui-monospace,Menlo,Consolas,"Noto Sans Mono CJK SC","Microsoft YaHei",monospace;fill:#d8dee9;white-space:pre}.b{font-weight:700;fill:#fff}.d{fill:#8b95a5}.r{fill:#ff7b72}.g{fill:#7ee787}.y{fill:#e3b341}.c{fill:#79c0ff}</style>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
${texts.join('\n')}
</svg>
`
}

function runsOf(line: string): Run[] {
  const runs: Run[] = []
  let column = 0
  let names = ''
  for (const part of line.split(/(\u001b\[[\d;]*m)/)) {
    const code = /^\u001b\[([\d;]*)m$/.exec(part)?.[1]
    if (code !== undefined)
      names = code
        .split(';')
        .flatMap((one) => styles[one] ?? [])
        .join(' ')
    else if (part !== '') {
      if (part.trim() !== '') runs.push({ text: part, names, column })
      column += displayWidth(part)
    }
  }
  return runs
}

function drawRun({ text, names, column }: Run, y: number): string {
  const lead = text.length - text.trimStart().length
  const shown = text.trim()
  const x = margin + (column + lead) * cell
  const safe = shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const name = names === '' ? '' : ` class="${names}"`
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" textLength="${(displayWidth(shown) * cell).toFixed(1)}"${name}>${safe}</text>`
}
