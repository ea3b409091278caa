import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { errorRegister } from './core/errors.js'
import { glossary } from './core/glossary.js'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** Which folders of src a folder may import from, besides itself. Tests may import anything. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  core: [],
  packs: ['core'],
  documents: ['core'],
  testing: ['core', 'packs', 'documents'],
  cli: ['core', 'packs', 'documents'],
}

/** Folder names that say nothing about what is in them. */
const namelessFolders = ['utils', 'helpers', 'common', 'shared', 'lib', 'services', 'misc']

/** False friends: 绩效目标 is performanceGoal, 指标 indicator, 自评 selfEvaluation, 审核 review, 核对 check. */
const forbiddenWords = ['objective', 'kpi', 'assessment', 'audit', 'validate']

/** Pinyin of words that have an English name in the glossary. */
const pinyin = [
  'jixiao',
  'zhibiao',
  'yusuan',
  'juesuan',
  'danwei',
  'defen',
  'zongfen',
  'fenzhi',
  'xiangmu',
  'zhichu',
]

const longestFile = 300
const longestFunction = 50

describe('the house', () => {
  it('is read by this test at all', () => {
    expect(sources().length).toBeGreaterThan(20)
    expect(tracked().length).toBeGreaterThan(sources().length)
  })

  it('imports only downwards', () => {
    const wrong = sources()
      .filter((file) => !isTest(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => !mayImport(file, target))
          .map((target) => `${file} → ${target}`),
      )
    expect(wrong).toEqual([])
  })

  it('keeps the core free of packages, Node and tests', () => {
    const wrong = sources()
      .filter((file) => file.startsWith('src/core/') && !isTest(file))
      .flatMap((file) =>
        specifiersOf(file)
          .filter((name) => !name.startsWith('.'))
          .map((name) => `${file} → ${name}`),
      )
    expect(wrong).toEqual([])
  })

  it('compiles the core without the types of Node and of the browser', () => {
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    const config: { compilerOptions: { types: string[]; lib: string[] } } = JSON.parse(
      read('tsconfig.core.json'),
    )
    expect(config.compilerOptions).toEqual({ types: [], lib: ['ES2023'] })
    expect(
      execFileSync(process.execPath, [compiler, '-p', 'tsconfig.core.json'], { cwd: root, encoding: 'utf8' }),
    ).toBe('')
  })

  it('has no folder whose name says nothing', () => {
    const folders = new Set(tracked().flatMap((file) => dirname(file).split('/')))
    expect(namelessFolders.filter((name) => folders.has(name))).toEqual([])
  })

  it(`has no source file above ${longestFile} lines`, () => {
    const long = [...sources(), ...filesUnder('packs')].filter((file) => lineCount(file) > longestFile)
    expect(long).toEqual([])
  })

  it(`has no function above ${longestFunction} lines`, () => {
    expect(
      sources()
        .filter((file) => !isTest(file))
        .flatMap(longFunctions),
    ).toEqual([])
  })
})

describe('words', () => {
  it('gives each Chinese term one identifier and each identifier one term, but for the one listed alias', () => {
    const terms = new Map<string, string[]>()
    for (const [term, name] of Object.entries(glossary)) terms.set(name, [...(terms.get(name) ?? []), term])
    const doubled = [...terms].filter(([, all]) => all.length > 1)
    expect(doubled).toEqual([['adjustedBudget', ['全年预算数', '调整预算数']]])
  })

  it('writes identifiers in English, in camelCase', () => {
    expect(Object.values(glossary).filter((name) => !/^[a-z]+([A-Z][a-z]+)*$/.test(name))).toEqual([])
  })

  it('uses no false friend and no pinyin as an identifier', () => {
    const wrong = sources().flatMap((file) =>
      identifiersOf(file)
        .filter((name) => [...forbiddenWords, ...pinyin].some((word) => name.toLowerCase().includes(word)))
        .map((name) => `${file}: ${name}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('errors', () => {
  const codes = Object.keys(errorRegister)

  it('are documented word for word; `npx vitest run src/house.test.ts -u` writes the page anew', async () => {
    await expect(renderErrorPage()).toMatchFileSnapshot('../docs/errors.md')
  })

  it('are all raised somewhere', () => {
    const text = sources()
      .filter((file) => !isTest(file) && file !== 'src/core/errors.ts')
      .map(read)
      .join('\n')
    expect(codes.filter((code) => !text.includes(`'${code}'`))).toEqual([])
  })

  it('are sentences that end, with no gap left unnamed', () => {
    const odd = Object.entries(errorRegister).filter(
      ([, { sentence }]) => !/[。？}]$/.test(sentence) || /\{\W/.test(sentence),
    )
    expect(odd).toEqual([])
  })
})

describe('what must not be in the tree', () => {
  it('is an absolute path of somebody’s machine', () => {
    const path = new RegExp(
      `(?<![\\w.:/])/(?:${['work', 'root', 'farm', 'Users', 'home'].join('|')})/\\w|[A-Z]:\\\\Users`,
    )
    expect(textFiles().filter((file) => path.test(read(file)))).toEqual([])
  })

  it('is a mobile number that could be somebody’s', () => {
    const wrong = textFiles().flatMap((file) =>
      [...read(file).matchAll(/(?<![\d.])1[3-9]\d{9}(?![\d.])/g)]
        .filter(([number]) => !isFictitious(number))
        .map(([number]) => `${file}: ${number}`),
    )
    expect(wrong).toEqual([])
  })

  it('is a download address in the lock file', () => {
    expect(read('package-lock.json')).not.toContain('"resolved": "http')
  })
})

const kindWords = {
  invalid: '内容或用法不对',
  notFound: '找不到',
  conflict: '状态冲突',
  forbidden: '没有权限',
}

function renderErrorPage(): string {
  const rows = Object.entries(errorRegister).map(
    ([code, { kind, sentence }]) =>
      `| \`${code}\` | ${kindWords[kind]} | ${sentence.replaceAll('|', '\\|')} |`,
  )
  return `${errorPageHead}${rows.join('\n')}\n`
}

const errorPageHead = `# 错误一览

程序拒绝一件事时，只说一句话：哪里不对、怎么办。每句话有一个固定编号，\`check --format json\` 的 \`error.code\` 就是它；编号不会改作他用。命令行遇到这些错误时退出码为 2。

自评报告里的问题不在此列：那是核对的结果，一次全部列出，见 \`hengxiao check\`。

| 编号 | 种类 | 说给用户的话 |
|---|---|---|
`

/** 13800000000, 13812345678: at most two different digits after the third, or counting up. */
function isFictitious(number: string): boolean {
  const rest = number.slice(3)
  return new Set(rest).size <= 2 || rest === '12345678' || number === '13800138000'
}

function mayImport(file: string, target: string): boolean {
  const from = file.split('/')[1] ?? ''
  const to = target.split('/')[1] ?? ''
  return from === to || (arrows[from] ?? []).includes(to)
}

function importsOf(file: string): string[] {
  return specifiersOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) =>
      relative(root, resolve(root, dirname(file), name))
        .split(sep)
        .join('/'),
    )
    .filter((target) => target.startsWith('src/'))
}

function specifiersOf(file: string): string[] {
  return ts.preProcessFile(read(file)).importedFiles.map(({ fileName }) => fileName)
}

function identifiersOf(file: string): string[] {
  const names = new Set<string>()
  visit(parse(file), (node) => {
    if (ts.isIdentifier(node)) names.add(node.text)
  })
  return [...names]
}

function longFunctions(file: string): string[] {
  const found: string[] = []
  const source = parse(file)
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line
  visit(source, (node) => {
    if (!ts.isFunctionLike(node)) return
    const lines = lineOf(node.end) - lineOf(node.getStart(source)) + 1
    if (lines > longestFunction) found.push(`${file}:${lineOf(node.getStart(source)) + 1} (${lines} lines)`)
  })
  return found
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2023, true)
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  ts.forEachChild(node, (child) => visit(child, look))
}

function isTest(file: string): boolean {
  return file.endsWith('.test.ts') || file.startsWith('src/testing/')
}

function sources(): string[] {
  return filesUnder('src').filter((file) => /\.tsx?$/.test(file))
}

/** Files of the repository with text in them, as git knows them; all files where there is no git. */
function textFiles(): string[] {
  return tracked().filter(
    (file) => !/\.(docx?|xlsx?|pdf|png|odt|rtf|zip)$/.test(file) && file !== 'package-lock.json',
  )
}

function tracked(): string[] {
  if (!existsSync(join(root, '.git')))
    return ['src', 'packs', 'laws', 'docs', 'bench', 'examples'].flatMap(filesUnder)
  return execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)))
}

function filesUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

function lineCount(file: string): number {
  return read(file).split('\n').length - 1
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}
