/** Bytes to put into a part: `text` before position `at`, in place of the `removed` bytes there (none if absent). */
export type Splice = Readonly<{ at: number; text: string; removed?: number }>

const [little, big] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
] as const

/**
 * The part with texts put in; all bytes between them stay. Positions are those of the XML reader: in UTF-8, also for a
 * part in UTF-16, which stays in UTF-16. Splices at one position stand in the order given.
 */
export function splice(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const order = startsWith(bytes, little) ? little : startsWith(bytes, big) ? big : undefined
  if (order === undefined) return spliceUtf8(bytes, splices)
  const encoding = order === little ? 'utf-16le' : 'utf-16be'
  const text = Buffer.from(new TextDecoder(encoding).decode(bytes), 'utf8')
  const wide = Buffer.from(Buffer.from(spliceUtf8(text, splices)).toString('utf8'), 'utf16le')
  return Buffer.concat([Buffer.from(order), order === little ? wide : wide.swap16()])
}

function spliceUtf8(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const pieces: Uint8Array[] = []
  let done = 0
  for (const { at, text, removed = 0 } of [...splices].sort((left, right) => left.at - right.at)) {
    pieces.push(bytes.subarray(done, at), Buffer.from(text, 'utf8'))
    done = at + removed
  }
  return Buffer.concat([...pieces, bytes.subarray(done)])
}

function startsWith(bytes: Uint8Array, [first, second]: readonly [number, number]): boolean {
  return bytes[0] === first && bytes[1] === second
}
