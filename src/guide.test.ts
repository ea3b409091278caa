import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { compileFormChecks } from './core/checks/compile-form-checks.js'
import { compileSentence } from './core/language/compile-sentence.js'
import { makeVocabulary } from './core/language/vocabulary.js'
import type { Pack, PackCheck } from './core/pack/pack.js'
import { parseCaseForm } from './core/pack-check/case-form.js'
import { findText } from './core/pack-source/source.js'
import { loadPacks } from './packs/load-packs.js'
import { readYaml } from './packs/read-yaml.js'
import { applyChange, fileNamed, type GuideBlock, readGuide } from './testing/guide.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = join(root, 'dist/program/main.js')
const folder = mkdtempSync(join(tmpdir(), 'guide-'))
afterAll(() => rmSync(folder, { recursive: true }))

const excerpt = 'text 摘录'
const shipped = /^(?:packs|examples|docs|laws)\//

/** Runs a command as the guide prints it, in the reader's folder; answers what it says, or writes it behind `>`. */
function run(line: string): string {
  const [command = '', file] = line.split(' > ')
  const [first, second, ...args] = command.split(' ')
  if (first !== 'npx' || second !== 'hengxiao') throw new Error(`not a command of the guide: ${command}`)
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', COLUMNS: '100' },
  })
  if (file === undefined) return stdout + stderr
  write(file, stdout)
  return stderr
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

/** Lines of an excerpt, each of which must be printed; otherwise all that is printed. */
function expectOutput(output: string, { kind, text }: GuideBlock): void {
  if (kind === excerpt) expect(output.split('\n')).toEqual(expect.arrayContaining(text.split('\n')))
  else expect(output.trimEnd()).toBe(text)
}

const checkPack = 'npx hengxiao pack check my-packs'

/** Walks through a guide block by block; answers how many outputs and mistakes were compared. */
function follow(guide: string): Readonly<{ outputs: number; mistakes: number }> {
  const counts = { outputs: 0, mistakes: 0 }
  let output = ''
  let mend = (): void => {}
  for (const block of readGuide(join(root, guide))) {
    const file = fileNamed('文件', block)
    const spoilt = fileNamed('改错', block)
    if (file !== undefined) write(file, `${block.text}\n`)
    else if (spoilt !== undefined) {
      const right = readFileSync(join(folder, spoilt), 'utf8')
      write(spoilt, applyChange(right, block.text))
      output = run(checkPack)
      mend = () => write(spoilt, right)
      counts.mistakes += 1
    } else if (block.kind === 'sh') output = block.text.startsWith('npx') ? run(block.text) : ''
    else if (block.kind === 'text' || block.kind === excerpt) {
      expectOutput(output, block)
      counts.outputs += 1
      mend()
      mend = () => {}
    }
  }
  return counts
}

describe.skipIf(!existsSync(program))('the guide to writing a pack (built by `npm run build`)', () => {
  it('does what it says, word by word, mistakes included', () => {
    expect(follow('docs/guide/write-a-pack.md')).toEqual({ outputs: 16, mistakes: 9 })
    expect(run(checkPack)).toContain('没有发现问题')
  }, 120_000)

  it('has a bureau’s own variant of the form, one more column, other weights, one more rule and their cases, in at most 40 lines', () => {
    const written = readGuide(join(root, 'docs/guide/write-a-pack.md')).filter(
      (block) => /\/2025\//.test(fileNamed('文件', block) ?? '') && !block.before.includes('report.yaml'),
    )
    const variant = join(folder, 'variant')
    for (const block of written) write(join('variant', fileNamed('文件', block) ?? ''), `${block.text}\n`)
    const lines = written.reduce((sum, { text }) => sum + text.split('\n').length, 0)
    expect(written).toHaveLength(4)
    expect(lines).toBeLessThanOrEqual(40)
    expect(run(`npx hengxiao pack check ${variant}`)).toBe('1 个模板包，4 个用例，4 个通过\n没有发现问题。\n')
  })

  it('refuses to check reports with a pack that has mistakes, and says what to do', () => {
    write('broken/pack.yaml', 'id: yunxi/broken/2025\nextends: central/nothing/2020\n')
    const output = run('npx hengxiao check 样例报告.html --pack broken')
    expect(output).toContain('模板包文件夹 broken 里有 1 处要改')
    expect(output).toContain('请先用 hengxiao pack check broken 逐条改好')
    expect(output.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe.skipIf(!existsSync(program))('the guide to checking a report', () => {
  it('shows what the sample says', () => {
    cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true })
    const blocks = readGuide(join(root, 'docs/guide/check-a-report.md'))
    const shown = blocks.find(({ kind }) => kind === excerpt)
    const command = blocks.find(({ text }) => text.includes('examples/sample-report'))
    if (shown === undefined || command === undefined) throw new Error('the guide shows no sample')
    expectOutput(run(command.text), shown)
  })
})

describe.skipIf(!existsSync(program))('the guide to writing files', () => {
  it('does what it says with the sample', () => {
    cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true })
    let output = ''
    for (const block of readGuide(join(root, 'docs/guide/write-files.md'))) {
      if (block.kind === excerpt) expectOutput(output, block)
      if (block.kind !== 'sh') continue
      if (block.text.startsWith('mkdir ')) mkdirSync(join(folder, block.text.slice('mkdir '.length)))
      else output = run(block.text)
    }
    const written = [
      '自评报告.docx',
      '自评表.xlsx',
      '自评报告.pdf',
      '报送/材料.pdf',
      '报送/sample-report.pdf',
      '报告初稿.docx',
      '批注后的报告.docx',
      '批注后的报告.html',
      '核对结果.html',
      '公开稿.docx',
      '公开稿.docx.manifest.json',
    ]
    expect(written.filter((file) => !existsSync(join(folder, file)))).toEqual([])
  }, 120_000)
})

describe.skipIf(!existsSync(program))('the commands of the readme', () => {
  it.each(['README.md', 'README.zh-CN.md'])(
    '%s: those with the sample work as they stand there',
    (readme) => {
      cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true })
      const block = readGuide(join(root, readme)).find(({ text }) => text.includes('--as filing > '))
      const commands = (block?.text ?? '').split('\n').map((line) => line.replace(/\s+#.*$/, ''))
      expect(commands.length).toBeGreaterThan(4)
      for (const command of commands) {
        run(command)
        const file = command.split(/ > | -o /)[1] ?? ''
        expect([command, existsSync(join(folder, file))]).toEqual([command, true])
        if (!file.endsWith('.json')) rmSync(join(folder, file))
      }
    },
    120_000,
  )
})

const project = loadPacks().find(({ id }) => id === 'any/project-self-evaluation/2020')
if (project === undefined) throw new Error('any/project-self-evaluation/2020 ships')
const pack: Pack = project
const vocabulary = makeVocabulary(pack.blocks, pack.groups)
const reference = readGuide(join(root, 'docs/guide/rule-language.md'))
const linesOf = (kind: string): readonly string[] =>
  reference.filter((block) => block.kind === kind).flatMap(({ text }) => text.split('\n'))

/** What a sentence says of the cells of an example. */
function verdictOf(example: string): string {
  const { node } = readYaml('rule-language.md', example)
  const given = node?.kind === 'mapping' ? node.entries.get('given')?.value : undefined
  const sentence = node && findText(node, 'check')
  if (given === undefined || sentence === undefined) throw new Error(`no example: ${example}`)
  const check: PackCheck = { ...sentenceCheck, sentence }
  const { form, problems } = parseCaseForm(given, pack, vocabulary)
  expect(problems).toEqual([])
  const [result] = compileFormChecks({ ...pack, checks: [check] })(form)
  return result?.verdict ?? 'none'
}

const sentenceCheck: Omit<PackCheck, 'sentence'> = {
  id: 'example',
  rule: 'AMT-01',
  title: '例',
  severity: 'error',
  basis: [{ practice: '例' }],
  kind: 'sentence',
  parameters: {},
}

describe('the reference of the rule language', () => {
  it.each(linesOf('规则'))('understands %s', (sentence) => {
    expect(compileSentence(sentence, vocabulary).problem).toBeUndefined()
  })

  it.each(reference.filter(({ kind }) => kind === '例').map(({ text }) => text))('judges %s', (example) => {
    expect(verdictOf(example)).toBe(/expect: (\w+)/.exec(example)?.[1])
  })

  it.each(reference.filter(({ kind }) => kind === '写错').map(({ text }) => text.split('\n')))(
    'says of %s: %s',
    (sentence = '', message) => {
      const { problem } = compileSentence(sentence, vocabulary)
      const span = problem && `[${problem.span.start + 1}-${problem.span.end}]`
      expect(`${span} ${problem?.message}`).toBe(message)
    },
  )

  it('has examples of every kind', () => {
    expect(linesOf('规则').length).toBeGreaterThan(15)
    expect(reference.filter(({ kind }) => kind === '例').length).toBeGreaterThan(5)
  })
})

describe('the guides', () => {
  it.each(['write-a-pack', 'check-a-report', 'rule-language', 'write-files'])(
    '%s names only what is there',
    (guide) => {
      const text = readFileSync(join(root, `docs/guide/${guide}.md`), 'utf8')
      const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) =>
        join(root, 'docs/guide', target),
      )
      const paths = [...text.matchAll(/`([\w./-]+)`/g)].flatMap(([, path = '']) =>
        shipped.test(path) ? [join(root, path)] : [],
      )
      expect([...links, ...paths].filter((path) => !existsSync(path))).toEqual([])
    },
  )
})
