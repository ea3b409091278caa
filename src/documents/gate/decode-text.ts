import { DomainError } from '../../core/errors/errors.js'

/** A report is a few hundred KB of text; a bigger file would stall everything behind the reader. */
const largestTextMegabytes = 20
const mebibyte = 1024 * 1024
const sampleLength = 65_536
/** Text has tabs, line ends and form feeds; a share of other control characters means it is not text. */
const largestControlShare = 0.01
const smallestShareBesidesNul = 0.6

/** The text of a file: by byte order mark, by NUL pattern, as UTF-8, then as GB18030. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > largestTextMegabytes * mebibyte) {
    const megabytes = Math.ceil(bytes.length / mebibyte)
    throw new DomainError('FILE_TOO_LARGE', { megabytes, limit: largestTextMegabytes })
  }
  const text = decodeWith(encodings(bytes), bytes)
  if (text === undefined || !looksLikeText(text)) {
    throw new DomainError('FILE_KIND_UNKNOWN', { found: '既不是办公文档，也不是文字' })
  }
  if (text.trim() === '') throw new DomainError('FILE_EMPTY')
  return text
}

function encodings(bytes: Uint8Array): string[] {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return ['utf-16le']
  if (first === 0xfe && second === 0xff) return ['utf-16be']
  return [...utf16WithoutMark(bytes), 'utf-8', 'gb18030']
}

/** Line ends and digits leave a NUL in every second byte of UTF-16 text. */
function utf16WithoutMark(bytes: Uint8Array): string[] {
  const sample = bytes.subarray(0, sampleLength)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length * 0.02 && even * 8 < odd) return ['utf-16le']
  return even > sample.length * 0.02 && odd * 8 < even ? ['utf-16be'] : []
}

function decodeWith(candidates: readonly string[], bytes: Uint8Array): string | undefined {
  for (const encoding of candidates) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  }
  return undefined
}

/** Some NUL is let through: damaged exports put it between digits, and cleaning removes it. */
function looksLikeText(text: string): boolean {
  const sample = text.slice(0, sampleLength)
  const controls = sample.match(/[\u0001-\u0008\u000e-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff]/g)?.length ?? 0
  const isFilledWithNul = sample.replaceAll('\0', '').length < sample.length * smallestShareBesidesNul
  return !isFilledWithNul && controls <= Math.max(1, sample.length * largestControlShare)
}
