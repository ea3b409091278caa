import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const entry = join(root, 'dist/program/main.js')
const sample = 'examples/sample-report.docx'

type Run = Readonly<{ status: number | null; stdout: string; stderr: string }>

function hengxiao(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  return { status, stdout, stderr }
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengxiao '))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe.skipIf(!existsSync(entry))('the command line (built by `npm run build`)', () => {
  it('tells its version and its help', () => {
    expect(hengxiao('--version').stdout).toMatch(/^hengxiao \d+\.\d+\.\d+\n$/)
    expect(hengxiao('--help').stdout).toContain('hengxiao check 文件...')
    expect(hengxiao('check', '--help').stdout).toContain('用法：hengxiao check')
  })

  it.each([
    ['no command of that name', ['chekc'], '没有“chekc”这个命令，是不是“check”？'],
    ['a command of a later version', ['publish'], '这一版还没有“publish”命令'],
    ['a misspelt option', ['check', '--fromat', 'json', sample], '是不是“--format”？'],
    ['no file', ['check'], '没有给出文件'],
    ['a file that is not there', ['check', 'nowhere.docx'], 'nowhere.docx：找不到这个文件'],
    ['a folder', ['check', 'examples'], 'examples：这是一个文件夹'],
    ['an unknown pack', ['check', '--pack', 'hunan/nothing/2024', sample], 'hunan/nothing/2024'],
    ['a file to read that is not there', ['read', 'nowhere.docx'], '找不到这个文件'],
    ['half a command', ['pack'], '命令'],
  ])('answers %s with exit 2 and one Chinese line', (_situation, args, sentence) => {
    const { status, stdout, stderr } = hengxiao(...args)
    expect(stderr).toContain(sentence)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).not.toMatch(/\n\s+at |node:internal/)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })

  it('finds the mistakes of the sample report and exits with 1', () => {
    const { status, stdout, stderr } = hengxiao('check', sample)
    expect(stderr).toBe('')
    expect(status).toBe(1)
    expect(stdout).toContain('云溪县水利局')
    expect(stdout).toMatch(/发现 \d+ 处错误/)
    expect(stdout).toMatch(/核对 \d+ 项：\d+ 成立，\d+ 舍入可解释，\d+ 不成立，\d+ 无法核对/)
  })

  it('names the mistakes that were put into the sample, by rule', () => {
    const json = JSON.parse(hengxiao('check', sample, '--format', 'json').stdout)
    const rules = new Set(json.files[0].findings.map(({ rule }: { rule: string }) => rule))
    for (const rule of [
      'EXE-02',
      'SCR-04',
      'WGT-02',
      'SCR-02',
      'SCR-05',
      'RATE-01',
      'AMT-04',
      'IND-03',
      'PUB-01',
    ]) {
      expect([...rules]).toContain(rule)
    }
  })

  it('says the same of the sample as text as of the sample in Word', () => {
    const findings = (file: string) =>
      JSON.parse(hengxiao('check', file, '--format', 'json').stdout)
        .files[0].findings.map(
          ({ rule, stated, expected }: Record<string, string>) => `${rule} ${stated} ${expected}`,
        )
        .sort()
    expect(findings('examples/sample-report.txt')).toEqual(findings(sample))
  })

  it('keeps the order of the files, goes on after a bad one, and exits as the worst', () => {
    const bad = fileWith('坏 $(touch x).docx', 'PK\u0003\u0004 not a zip')
    const files = [sample, bad, sample, sample]
    const { status, stdout, stderr } = hengxiao('check', ...files, '--format', 'json')
    const json = JSON.parse(stdout)
    expect(json.files.map(({ file }: { file: string }) => file)).toEqual(files)
    expect(json.files.map((file: { status: string }) => file.status)).toEqual([
      'checked',
      'unreadable',
      'checked',
      'checked',
    ])
    expect(json.files[1].error.code).toMatch(/^[A-Z_]+$/)
    expect(json.files[1].sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(status).toBe(2)
  })

  it('writes sarif and html that can be read again', () => {
    expect(
      JSON.parse(hengxiao('check', sample, '--format', 'sarif').stdout).runs[0].results.length,
    ).toBeGreaterThan(5)
    const html = hengxiao('check', sample, '--format', 'html').stdout
    expect(html.startsWith('<!doctype html>')).toBe(true)
    expect(html.trimEnd().endsWith('</html>')).toBe(true)
  })

  it('reads a document and a filing', () => {
    const document = JSON.parse(hengxiao('read', sample).stdout)
    expect(document.schema).toBe('hengxiao.document/1')
    expect(document.tables).toHaveLength(2)
    expect(document.tables[1].cells[0]).toMatchObject({
      row: 0,
      column: 0,
      columnSpan: 2,
      text: '预算部门、单位名称',
    })
    const filing = JSON.parse(hengxiao('read', sample, '--as', 'filing').stdout)
    expect(filing.schema).toBe('hengxiao.filing/1')
    expect(filing.unit).toBe('云溪县水利局')
    expect(filing.budgetYear).toBe(2024)
    expect(filing.forms.map(({ form }: { form: string }) => form)).toEqual([
      'baseData',
      'departmentSelfEvaluation',
    ])
  })

  it('reads only the forms of the pack that is named', () => {
    const args = ['read', sample, '--as', 'filing', '--pack', 'any/department-self-evaluation/2020']
    const { forms } = JSON.parse(hengxiao(...args).stdout)
    expect(forms.map(({ pack }: { pack: string }) => pack)).toContain('any/department-self-evaluation/2020')
    expect(hengxiao('read', sample, '--as', 'filing', '--pack', 'hunan/nothing/2024').status).toBe(2)
  })

  it('says what was looked for when the pack that is named does not fit', () => {
    const named = ['--pack', 'central/project-self-evaluation/2020']
    const looked = '没有认出“项目支出绩效自评表”（central/project-self-evaluation/2020）：最像的是第'
    expect(hengxiao('check', sample, ...named).stdout).toContain(looked)
    expect(hengxiao('read', sample, '--as', 'filing', ...named).stderr).toContain(looked)
    expect(hengxiao('check', sample).stdout).not.toContain('没有认出“')
  })

  it('scores line by line and says that the printed total is wrong', () => {
    const { status, stdout } = hengxiao('score', sample)
    expect(stdout).toContain('自评总分 97.5 分')
    expect(stdout).toContain('10 × 838.16 ÷ 851.06 = 9.85')
    expect(status).toBe(1)
  })

  it('does not praise a file that is no report', () => {
    const { status, stdout } = hengxiao('check', fileWith('note.txt', '今天下雨。\n'))
    expect(stdout).toContain('这不像绩效自评报告')
    expect(status).toBe(0)
  })
})
