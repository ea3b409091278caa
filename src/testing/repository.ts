import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The folder of this repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Files of src that a source file imports, from the root, ending in .js. */
export function importsOf(file: string): string[] {
  return specifiersOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => resolveImport(file, name))
    .filter((target) => target.startsWith('src/'))
}

/** The file that a relative import names, from the root of the repository, ending as written. */
export function resolveImport(file: string, name: string): string {
  return relative(root, resolve(root, dirname(file), name))
    .split(sep)
    .join('/')
}

/** What a source file imports, as written. */
export function specifiersOf(file: string): string[] {
  return ts.preProcessFile(read(file)).importedFiles.map(({ fileName }) => fileName)
}

/** Every identifier of a source file, once; without the calls `something.name(…)` of a library's names. */
export function identifiersOf(file: string, ofLibraries: ReadonlySet<string> = new Set()): string[] {
  const names = new Set<string>()
  visit(parse(file), (node) => {
    if (ts.isIdentifier(node) && !(ofLibraries.has(node.text) && isCalledOnSomething(node)))
      names.add(node.text)
  })
  return [...names]
}

function isCalledOnSomething(node: ts.Identifier): boolean {
  const { parent } = node
  if (!ts.isPropertyAccessExpression(parent) || parent.name !== node) return false
  return ts.isCallExpression(parent.parent) && parent.parent.expression === parent
}

/** Functions of a source file with more than so many lines. */
export function longFunctions(file: string, longest: number): string[] {
  const found: string[] = []
  const source = parse(file)
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line
  visit(source, (node) => {
    if (!ts.isFunctionLike(node)) return
    const lines = lineOf(node.end) - lineOf(node.getStart(source)) + 1
    if (lines > longest) found.push(`${file}:${lineOf(node.getStart(source)) + 1} (${lines} lines)`)
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

/** True for tests and for what only tests import. */
export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.startsWith('src/testing/')
}

/** All TypeScript files of src. */
export function sources(): string[] {
  return filesUnder('src').filter((file) => /\.tsx?$/.test(file))
}

/** Files of the repository with text in them. */
export function textFiles(): string[] {
  return tracked().filter(
    (file) => !/\.(docx?|xlsx?|pdf|png|odt|rtf|zip|ttf)$/.test(file) && file !== 'package-lock.json',
  )
}

/** Files of the repository as git knows them; all files of its folders where there is no git. */
export function tracked(): string[] {
  if (!existsSync(join(root, '.git')))
    return ['src', 'packs', 'laws', 'docs', 'bench', 'examples'].flatMap(filesUnder)
  return execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)))
}

/** Files below a folder of the repository; none when it is not there. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

/** Lines of a file. */
export function lineCount(file: string): number {
  return read(file).split('\n').length - 1
}

/** The text of a file of the repository. */
export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}
