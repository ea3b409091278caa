const beyondAscii = /[\u0080-\u00ff]/

/**
 * XML as its bytes in UTF-8, one character for each byte. Tags are plain ASCII and are found fastest so; only what is
 * printed is decoded, which is a small part of an office file. UTF-16, told by its byte order mark, is turned into UTF-8.
 */
export class MarkupText {
  /** One character per byte. */
  readonly raw: string
  readonly #bytes: Buffer

  constructor(bytes: Uint8Array) {
    this.#bytes = inUtf8(bytes)
    this.raw = this.#bytes.toString('latin1')
  }

  /** What is printed between two positions of `raw`. */
  slice(from: number, to: number): string {
    return this.#bytes.toString('utf8', from, to)
  }
}

/** A piece cut out of {@link MarkupText.raw}, as printed. */
export function decodeRaw(piece: string): string {
  return beyondAscii.test(piece) ? Buffer.from(piece, 'latin1').toString('utf8') : piece
}

/** The bytes of a part in UTF-8, the positions in which are the parser's. */
export function inUtf8(bytes: Uint8Array): Buffer {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return fromUtf16(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return fromUtf16(bytes, 'utf-16be')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function fromUtf16(bytes: Uint8Array, encoding: string): Buffer {
  return Buffer.from(new TextDecoder(encoding).decode(bytes), 'utf8')
}
