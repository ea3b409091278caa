import { DomainError } from '../../core/errors/errors.js'
import { passagesOfDocument } from '../../core/redact/document-passages.js'
import { findPersonalData } from '../../core/redact/find-personal-data.js'
import { foldSigns } from '../../core/redact/fold-signs.js'
import { type Passage, redactionRules } from '../../core/redact/passage.js'
import { type Known, repeatedFinder } from '../../core/redact/repeated-values.js'
import { type Archive, openArchive } from '../gate/archive.js'
import { decodeText } from '../gate/decode-text.js'
import { readDocument } from '../read-document.js'
import { OfficePackage } from './office-package.js'
import { kindOfPart, wordsForPart } from './part-names.js'
import type { Redacted } from './redacted.js'
import { passagesOfText } from './text-passages.js'

/**
 * Reads a finished public copy again, as a stranger would: through the ordinary reader, text by text through the
 * package, and part by part as raw bytes. Answers where something personal is left; empty when nothing is.
 */
export async function leftIn({ bytes, format, data }: Redacted): Promise<readonly string[]> {
  const { known, figures } = data
  const numbers = new Set([...known.numbers].filter((number) => !figures.has(number)))
  const left = [
    ...(await leftInDocument(bytes, known)),
    ...leftInTexts(bytes, format, known),
    ...leftInParts(bytes, format, { ...known, numbers }),
  ]
  return [...new Set(left)]
}

async function leftInDocument(bytes: Uint8Array, known: Known): Promise<readonly string[]> {
  try {
    const { document } = await readDocument(bytes)
    return leftInPassages(
      passagesOfDocument(document).map(({ passage }) => passage),
      known,
    )
  } catch (error) {
    if (error instanceof DomainError && error.code === 'FILE_EMPTY') return []
    throw error
  }
}

function leftInTexts(bytes: Uint8Array, format: Redacted['format'], known: Known): readonly string[] {
  if (format === 'pdf') return []
  const passages =
    format === 'txt'
      ? passagesOfText(decodeText(bytes)).map(({ passage }) => passage)
      : new OfficePackage(openArchive(bytes)).spots.map(({ passage }) => passage)
  return leftInPassages(passages, known)
}

function leftInParts(bytes: Uint8Array, format: Redacted['format'], known: Known): readonly string[] {
  if (format === 'pdf') return leftInBinary(bytes, '文件', known)
  return format === 'txt'
    ? leftInRaw(decodeText(bytes), '全文', known)
    : leftInArchive(openArchive(bytes), known)
}

function leftInPassages(passages: readonly Passage[], known: Known): readonly string[] {
  const { removals } = findPersonalData(passages, known)
  return removals.map(({ passage, rule }) => `${passages[passage]?.place ?? ''}：${redactionRules[rule]}`)
}

function leftInArchive(archive: Archive, known: Known): readonly string[] {
  return archive.names.flatMap((name) => {
    const inName = leftInRaw(name, '部件的名称', known)
    return [...inName, ...leftInPart(name, archive.read(name) ?? new Uint8Array(), known)]
  })
}

function leftInPart(name: string, bytes: Uint8Array, known: Known): readonly string[] {
  const kind = kindOfPart(name)
  if (kind === 'package') return leftInArchive(openArchive(bytes), known)
  if (kind === 'dropped' && !name.endsWith('/')) return [`${wordsForPart(name)}：没有删除`]
  const place = wordsForPart(name)
  if (kind === 'xml' || kind === 'relations')
    return leftInMarkup(new TextDecoder().decode(bytes), place, known)
  return leftInBinary(bytes, place, known)
}

/** The words of a part without its tags, and the tags with their attributes. */
function leftInMarkup(markup: string, place: string, known: Known): readonly string[] {
  const words = unescaped(markup.replace(/<[^>]*>/g, ''))
  const tags = unescaped((markup.match(/<[^>]*>/g) ?? []).join('\n'))
  return [...leftInRaw(words, place, known), ...leftInRaw(tags, place, known)]
}

function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(lt|gt|amp|quot|apos));/gi,
    (_whole, decimal, hexadecimal, name) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
      if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16))
      return { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }[String(name).toLowerCase()] ?? ' '
    },
  )
}

/** Everything that was removed somewhere, looked for in a text from which spaces and dashes are taken out. */
function leftInRaw(text: string, place: string, known: Known): readonly string[] {
  if (known.names.size + known.numbers.size + known.words.size === 0) return []
  const folded = foldSigns(text).text
  const names = {
    names: new Set([...known.names].filter(({ length }) => length > 2)),
    numbers: known.numbers,
    words: known.words,
  }
  const found = repeatedFinder(names)(folded.replace(/[ \t\r\n]/g, ''))
  return found.map(({ rule }) => `${place}：${redactionRules[rule]}`)
}

/** A picture, a font or a drawing: what was removed must not stand in its bytes, in either usual encoding. */
function leftInBinary(bytes: Uint8Array, place: string, known: Known): readonly string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const removed = [...known.names, ...known.numbers, ...known.words].filter(
    (text) => Buffer.byteLength(text) >= 7,
  )
  const isLeft = removed.some(
    (text) => buffer.includes(text) || buffer.includes(Buffer.from(text, 'utf16le')),
  )
  return isLeft ? [`${place}：删去的内容还在字节里`] : []
}
