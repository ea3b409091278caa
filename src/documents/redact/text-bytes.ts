import { decodeText } from '../gate/decode-text.js'

/** A stretch of a text, in UTF-16 units, and what replaces it. */
export type Replacement = Readonly<{ start: number; end: number; text: string }>

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** A text file whose characters know their bytes, so that it can be changed without being written anew. */
export class TextBytes {
  readonly text: string
  readonly #bytes: Uint8Array
  readonly #encoding: Encoding
  readonly #skipped: number

  constructor(bytes: Uint8Array) {
    this.text = decodeText(bytes)
    this.#bytes = bytes
    this.#encoding = encodingOf(bytes, this.text)
    this.#skipped = markLength(bytes)
  }

  /** The bytes with some stretches replaced; in order, not overlapping. */
  replace(replacements: readonly Replacement[]): Uint8Array {
    const offsets = this.#offsets()
    const pieces: Uint8Array[] = []
    let at = 0
    for (const { start, end, text } of replacements) {
      pieces.push(this.#bytes.subarray(at, offsets[start] ?? 0), encode(text, this.#encoding))
      at = offsets[end] ?? this.#bytes.length
    }
    return Buffer.concat([...pieces, this.#bytes.subarray(at)])
  }

  /** Where each UTF-16 unit of the text begins in the bytes. */
  #offsets(): readonly number[] {
    const offsets: number[] = []
    let at = this.#skipped
    for (const sign of this.text) {
      for (let unit = 0; unit < sign.length; unit++) offsets.push(at)
      at += lengthOf(sign, this.#bytes, { at, encoding: this.#encoding })
    }
    offsets.push(at)
    return offsets
  }
}

function markLength([first, second, third]: Uint8Array): number {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 3
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) ? 2 : 0
}

const candidates: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030']

/** The encoding that the gate must have read it in: the one that gives the same text. */
function encodingOf(bytes: Uint8Array, text: string): Encoding {
  return candidates.find((encoding) => new TextDecoder(encoding).decode(bytes) === text) ?? 'utf-8'
}

function lengthOf(
  sign: string,
  bytes: Uint8Array,
  { at, encoding }: { at: number; encoding: Encoding },
): number {
  if (encoding === 'utf-8') return Buffer.byteLength(sign)
  if (encoding !== 'gb18030') return sign.length * 2
  if ((bytes[at] ?? 0) <= 0x80) return 1
  const second = bytes[at + 1] ?? 0
  return second >= 0x30 && second <= 0x39 ? 4 : 2
}

/** The few signs that we write ourselves, in GB18030: Node decodes it and cannot write it. */
const markInGb18030: Readonly<Record<string, readonly number[]>> = {
  '（': [0xa3, 0xa8],
  已: [0xd2, 0xd1],
  隐: [0xd2, 0xfe],
  去: [0xc8, 0xa5],
  '）': [0xa3, 0xa9],
}

function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'gb18030')
    return Uint8Array.from([...text].flatMap((sign) => markInGb18030[sign] ?? [0x3f]))
  const wide = Buffer.from(text, 'utf16le')
  return encoding === 'utf-16le' ? wide : wide.swap16()
}
