import ts from 'typescript'
import { importsOf, read, resolveImport, sources } from './repository.js'

/** What may import from what: in order, each folder only from those named, which stand above it. */
export type Arrows = Readonly<Record<string, readonly string[]>>

/** An import that goes from one folder below `root` to another: `checks → language (checks/outcome.ts → …)`. */
export type Crossing = Readonly<{ from: string; to: string; file: string; target: string }>

/** Imports between the folders of `root`; a file that lies in `root` itself counts as a folder of its name. */
export function crossings(root: string, files: readonly string[]): readonly Crossing[] {
  return files
    .filter((file) => file.startsWith(`${root}/`))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith(`${root}/`))
        .map((target) => ({ from: folderIn(root, file), to: folderIn(root, target), file, target })),
    )
    .filter(({ from, to }) => from !== to)
}

function folderIn(root: string, file: string): string {
  const [first = ''] = file.slice(root.length + 1).split('/')
  return first.replace(/\.(?:js|tsx?)$/, '')
}

/** Groups of files that import each other in a ring, by value: what a type names is gone when the program runs. */
export function circles(files: readonly string[]): readonly (readonly string[])[] {
  const known = new Map(sources().map((file) => [file.replace(/\.tsx?$/, ''), file]))
  const targets = new Map(
    files.map((file) => [
      file,
      valueImports(file).flatMap((name) => known.get(resolveImport(file, name).replace(/\.js$/, '')) ?? []),
    ]),
  )
  return ringsOf(targets)
}

/** What a file imports of ours by value, as it is written. */
export function valueImports(file: string): readonly string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2023)
  return source.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement))
      return statement.importClause?.isTypeOnly ? [] : textOf(statement.moduleSpecifier)
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly && statement.moduleSpecifier)
      return textOf(statement.moduleSpecifier)
    return []
  })
}

function textOf(specifier: ts.Expression): readonly string[] {
  return ts.isStringLiteral(specifier) && specifier.text.startsWith('.') ? [specifier.text] : []
}

/** Each file goes once through its targets; what is reached again while still open closes a ring. */
function ringsOf(targets: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const rings: string[][] = []
  const done = new Set<string>()
  const open: string[] = []
  const go = (file: string): void => {
    const begin = open.indexOf(file)
    if (begin >= 0) rings.push(open.slice(begin))
    if (begin >= 0 || done.has(file)) return
    open.push(file)
    for (const target of targets.get(file) ?? []) go(target)
    open.pop()
    done.add(file)
  }
  for (const file of targets.keys()) go(file)
  return rings
}
