import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, root } from './testing/repository.js'

type Face = typeof import('hengxiao')

/** Whoever adds a name here promises to keep it. */
const names = [
  'DomainError',
  'checkDocument',
  'loadShipped',
  'parseFiling',
  'printFiling',
  'readDocument',
  'recognise',
  'renderFiling',
  'runChecks',
  'scoreForm',
] satisfies readonly (keyof Face)[]

/** Somebody's own project, which has installed this one. */
const project = mkdtempSync(join(tmpdir(), 'hengxiao-project-'))

beforeAll(() => {
  mkdirSync(join(project, 'node_modules'))
  symlinkSync(root, join(project, 'node_modules/hengxiao'), 'junction')
  copyFileSync(join(root, 'examples/sample-report.docx'), join(project, 'report.docx'))
})

afterAll(() => rmSync(project, { recursive: true, force: true }))

describe('the package, imported by its name', () => {
  it('gives these names and no others', () => {
    expect(run("import * as face from 'hengxiao'; console.log(Object.keys(face).sort().join())")).toBe(
      `${names.join()}\n`,
    )
  })

  it.each(['README.md', 'README.zh-CN.md'])('does with the sample report what %s shows', (readme) => {
    const [example, ...others] = read(readme).matchAll(/```js\n(.*?)```/gs)
    expect(others).toEqual([])
    const lines = run(example?.[1] ?? '').split('\n')
    expect(lines.filter((line) => /^(error|warning|info) /.test(line))).toEqual(findingsOfCommandLine())
    expect(readFileSync(join(project, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('has types beside the program', () => {
    const { exports }: { exports: { '.': Record<string, string> } } = JSON.parse(read('package.json'))
    for (const file of Object.values(exports['.'])) expect(read(file)).toContain('checkDocument')
  })
})

function findingsOfCommandLine(): readonly string[] {
  const program = join(root, 'dist/program/main.js')
  const { stdout } = spawnSync(process.execPath, [program, 'check', 'report.docx', '--format', 'json'], {
    cwd: project,
    encoding: 'utf8',
  })
  const { files }: { files: { findings: { severity: string; rule: string }[] }[] } = JSON.parse(stdout)
  return files.flatMap(({ findings }) => findings.map(({ severity, rule }) => `${severity} ${rule}`))
}

function run(program: string): string {
  const file = join(project, 'program.mjs')
  writeFileSync(file, program)
  return execFileSync(process.execPath, [file], { cwd: project, encoding: 'utf8' })
}
