import { join } from 'node:path'
import ts from 'typescript'
import { root } from './repository.js'

/** A column as `schema.ts` tells it: what comes out, whether null may, and whether it may be left out going in. */
export type ToldColumn = Readonly<{ family: string; nullable: boolean; optional: boolean }>

/** `table.column` of every table of `schema.ts`, as the compiler sees it. */
export function readSchemaTypes(): ReadonlyMap<string, ToldColumn> {
  const file = join(root, 'src/store/asked-of-schema.ts')
  const program = ts.createProgram([file], options(), hostWith(file, question))
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const alias = source?.statements.find(ts.isTypeAliasDeclaration)
  if (alias === undefined) throw new Error('the question was not read')
  const typeOf = (symbol: ts.Symbol) => checker.getTypeOfSymbol(symbol)
  const told = new Map<string, ToldColumn>()
  for (const table of checker.getTypeAtLocation(alias.name).getProperties()) {
    const [out, into] = ['out', 'into'].map((way) => typeOf(table).getProperty(way))
    for (const column of out === undefined ? [] : typeOf(out).getProperties()) {
      const given = into && typeOf(into).getProperty(column.name)
      told.set(`${table.name}.${column.name}`, {
        ...familyOf(typeOf(column), checker),
        optional: given === undefined || (given.flags & ts.SymbolFlags.Optional) !== 0,
      })
    }
  }
  return told
}

const question = `
import type { Insertable, Selectable } from 'kysely'
import type { Database } from './schema.js'
type Columns = { [T in keyof Database]: { out: Selectable<Database[T]>; into: Insertable<Database[T]> } }
`

function familyOf(type: ts.Type, checker: ts.TypeChecker): Pick<ToldColumn, 'family' | 'nullable'> {
  const some = type.isUnion() ? type.types : [type]
  const values = some.filter(({ flags }) => (flags & ts.TypeFlags.Null) === 0)
  const families = new Set(values.map((value) => nameOf(value, checker)))
  return { family: [...families].join(' or '), nullable: values.length < some.length }
}

function nameOf(type: ts.Type, checker: ts.TypeChecker): string {
  if (type.flags & ts.TypeFlags.StringLike) return 'string'
  if (type.flags & ts.TypeFlags.NumberLike) return 'number'
  if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean'
  const name = checker.typeToString(type)
  return name === 'Date' || name === 'string[]' ? name : /^Buffer\b/.test(name) ? 'Buffer' : 'json'
}

function options(): ts.CompilerOptions {
  const read = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  return { ...ts.convertCompilerOptionsFromJson(read.config.compilerOptions, root).options, composite: false }
}

function hostWith(file: string, text: string): ts.CompilerHost {
  const host = ts.createCompilerHost(options())
  return {
    ...host,
    fileExists: (name) => name === file || host.fileExists(name),
    readFile: (name) => (name === file ? text : host.readFile(name)),
    getSourceFile: (name, language) =>
      name === file ? ts.createSourceFile(name, text, language) : host.getSourceFile(name, language),
  }
}
