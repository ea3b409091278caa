import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { template } from './write-template.js'

/** Folders of the open fonts; a font given so comes before one of the same name on the machine. */
const fontFolders = [
  ['@expo-google-fonts/noto-serif-sc', '400Regular'],
  ['@expo-google-fonts/noto-serif-sc', '700Bold'],
  ['@expo-google-fonts/noto-sans-sc', '400Regular'],
] as const

/** What Typst has kept in memory is thrown away after so many documents that did not use it. */
const keptFor = 2

/** Never read from: the template reads one file, which is only in memory. */
const workspace = join(tmpdir(), 'hengxiao-no-such-folder')

let compiler: NodeCompiler | undefined

/**
 * Sets the template with the given JSON as PDF/A-2b. One compiler serves the whole thread.
 *
 * Only the JSON changes from call to call: a main source that changed would be parsed piecewise, and at some
 * characters outside the basic plane that ends the whole process.
 */
export function compilePdf(json: string): Uint8Array {
  compiler ??= create()
  compiler.mapShadow(join(workspace, 'filing.json'), Buffer.from(json))
  try {
    const outcome = compiler.compile({ mainFileContent: template, resetRead: true })
    const failure = outcome.takeError() ?? outcome.takeWarnings()
    if (failure !== null) throw new Error(JSON.stringify(compiler.fetchDiagnostics(failure)))
    if (outcome.result === null) throw new Error('Typst gave neither a document nor a reason')
    return new Uint8Array(compiler.pdf(outcome.result, { pdfStandard: 'a-2b', pdfTags: true }))
  } finally {
    compiler.evictCache(keptFor)
  }
}

function create(): NodeCompiler {
  const require = createRequire(import.meta.url)
  const fontPaths = fontFolders.map(([name, folder]) =>
    join(dirname(require.resolve(`${name}/package.json`)), folder),
  )
  return NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] })
}
