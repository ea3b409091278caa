import { DomainError } from '../core/errors/errors.js'
import type { Filing } from '../core/filing/filing.js'
import type { Pack } from '../core/pack/pack.js'
import { readBytes } from './read-bytes.js'

const openingBrace = '{'.charCodeAt(0)
/** White space and the byte order mark that may stand before JSON. */
const beforeJson = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf])

/**
 * The filing in a file: `hengxiao.filing/1` JSON as `read --as filing` prints it, or any report that can be read.
 *
 * @throws DomainError JSON_DAMAGED, and what reading a file or a filing refuses
 */
export async function filingOf(file: string, packs: readonly Pack[]): Promise<Filing> {
  const bytes = await readBytes(file)
  if (isJson(bytes) || /\.json$/i.test(file)) {
    const { parseFiling } = await import('../core/filing-json/parse-filing.js')
    return parseFiling(parseJson(bytes), packs)
  }
  const [{ readInWorker }, { recognise }] = await Promise.all([
    import('../documents/read-in-worker.js'),
    import('../core/recognise/recognise.js'),
  ])
  const { document } = await readInWorker(bytes)
  return recognise(document, packs)
}

function isJson(bytes: Uint8Array): boolean {
  return bytes.find((byte) => !beforeJson.has(byte)) === openingBrace
}

function parseJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new DomainError('JSON_DAMAGED', { where: lineOf(text, error) })
  }
}

/** The engine names the position of what it did not expect, unless that is the end. */
function lineOf(text: string, error: unknown): string {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined
  if (position === undefined) return '到末尾还没有写完'
  return `第 ${text.slice(0, Number(position)).split('\n').length} 行`
}
