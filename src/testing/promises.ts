import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { readGuide } from './guide.js'
import { filesUnder, isTest, read, root, sources } from './repository.js'

/** The pages that tell users and engineers what to type. */
export const promisingPages = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  ...filesUnder('docs/guide').filter((file) => file.endsWith('.md')),
]

const ourVariable = /\b(?:HENGXIAO_[A-Z_]+|DATABASE_URL)\b/g

/** Environment variables of ours that pages or the program's sources name. */
export function namedVariables(): readonly string[] {
  const files = [
    ...promisingPages,
    ...filesUnder('docs/decisions'),
    ...sources().filter((file) => !isTest(file)),
  ]
  return [...new Set(files.flatMap((file) => read(file).match(ourVariable) ?? []))].sort()
}

/**
 * Names that the program reads off an object, `….HENGXIAO_PORT`. It is bundled anew from the entry points of
 * package.json: what nothing reaches from them is not in the bundle, and neither are comments; a name in a sentence is
 * no property.
 */
export function variablesRead(): ReadonlySet<string> {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))
  const folder = mkdtempSync(join(tmpdir(), 'hengxiao-bundle-'))
  const words = (scripts.bundle ?? '')
    .split(' ')
    .map((word) => word.replace(/^--outdir=.*/, `--outdir=${folder}`))
  const [program = '', ...args] = words
  execFileSync(join(root, 'node_modules/.bin', program), args, { cwd: root })
  const text = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
  rmSync(folder, { recursive: true })
  return new Set([...text.matchAll(/\.([A-Z][A-Z_]+)\b/g)].map(([, name = '']) => name))
}

/** Ids of routes that pages call or link to: the first argument of `call`, `addressOf` and what wraps them. */
export function routesOfPages(ids: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const file of sources().filter((one) => one.startsWith('src/web/') && !isTest(one))) {
    const look = (node: ts.Node): void => {
      if (ts.isCallExpression(node))
        for (const argument of node.arguments)
          if (ts.isStringLiteral(argument) && ids.includes(argument.text)) found.add(argument.text)
      ts.forEachChild(node, look)
    }
    look(ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2023, true))
  }
  return found
}

/** The commands that a page tells one to type, in its order: lines of its blocks, and what stands in backquotes. */
export function commandsOf(page: string): readonly string[] {
  const blocks = readGuide(join(root, page)).filter(({ kind }) =>
    ['sh', 'bash', 'console', ''].includes(kind),
  )
  const prose = read(page).replace(/^```[\s\S]*?^```/gm, '')
  const quoted = [...prose.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)
  return [...blocks.flatMap(({ text }) => text.split('\n')), ...quoted]
    .map((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/\s+#.*$/, '')
        .trim(),
    )
    .filter((line) => /(?:^|&& )(?:npm|npx|node) /.test(line))
    .filter((line) => !line.includes('…'))
}
