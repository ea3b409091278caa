import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFolder } from '../font-folder.js'
import { template } from './write-template.js'

/** What Typst keeps in memory is thrown away after so many further documents that did not use it. */
const keptFor = 2

/** Never read from: the template reads one file, which is only in memory. */
const workspace = join(tmpdir(), 'hengxiao-no-such-folder')

/** Some signs have no picture in any of the fonts. */
export class MissingCharacters extends Error {
  readonly characters: readonly string[]

  constructor(characters: readonly string[]) {
    super(`no font has ${characters.join(' ')}`)
    this.characters = characters
  }
}

const options = { pdfStandard: 'a-2b', pdfTags: true } as const

let compiler: NodeCompiler | undefined

/**
 * Sets the template with the given JSON as tagged PDF/A-2b. One compiler serves the whole thread.
 *
 * Only the JSON changes from call to call: a main source that changed would be parsed piecewise, and with some
 * characters outside the basic plane that ends the whole process. Compiled and written in one call: a compiled
 * document in the hands of JavaScript keeps megabytes that its garbage collector does not see.
 *
 * @throws MissingCharacters when a sign is in no font
 */
export function compilePdf(json: string): Uint8Array {
  compiler ??= create()
  compiler.mapShadow(join(workspace, 'filing.json'), Buffer.from(json))
  try {
    return Uint8Array.from(compiler.pdf({ mainFileContent: template }, options))
  } catch (error) {
    const characters = missingIn(String(error))
    throw characters.length > 0 ? new MissingCharacters(characters) : error
  } finally {
    compiler.evictCache(keptFor)
  }
}

/** A font given so comes before one of the same name on the machine. */
function create(): NodeCompiler {
  return NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fontFolder] }] })
}

/** Typst names each such text in quotes, escaped as Rust does. */
function missingIn(message: string): readonly string[] {
  const quoted = message.matchAll(/the text `\\*"((?:[^"\\]|\\[^"])+)\\*"` could not be displayed/g)
  const texts = [...quoted].map(([, text = '']) =>
    text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  )
  return [...new Set(texts)]
}
