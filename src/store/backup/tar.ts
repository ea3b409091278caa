const block = 512

/** One member of an archive. */
export type Member = Readonly<{ name: string; bytes: Buffer }>

/** A member as it stands in a ustar archive: header, bytes, zeros up to a whole block. */
export function tarMember(name: string, bytes: Uint8Array): Buffer {
  const header = Buffer.alloc(block)
  header.write(name, 0, 100, 'utf8')
  header.write('0000600\0' + '0000000\0' + '0000000\0', 100, 'latin1')
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1')
  header.write(`${'0'.repeat(11)}\0`, 136, 'latin1')
  header.write('        0', 148, 'latin1')
  header.write('ustar\0' + '00', 257, 'latin1')
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return Buffer.concat([header, bytes, Buffer.alloc((block - (bytes.length % block)) % block)])
}

/** What every archive ends with. */
export const tarEnd = Buffer.alloc(2 * block)

/**
 * The members of an archive that we wrote, one after the other.
 *
 * @throws Error when it is cut off or no archive of ours
 */
export async function* readTar(chunks: AsyncIterable<Buffer>): AsyncGenerator<Member> {
  const take = takeFrom(chunks)
  for (;;) {
    const header = await take(block)
    if (header.every((byte) => byte === 0)) return
    if (header.toString('latin1', 257, 262) !== 'ustar') throw new Error('not a member')
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8)
    const bytes = await take(size)
    await take((block - (size % block)) % block)
    yield { name: header.toString('utf8', 0, header.indexOf(0)), bytes }
  }
}

function takeFrom(chunks: AsyncIterable<Buffer>): (size: number) => Promise<Buffer> {
  const source = chunks[Symbol.asyncIterator]()
  let held: Buffer[] = []
  let length = 0
  return async (size) => {
    while (length < size) {
      const next = await source.next()
      if (next.done) throw new Error('cut off')
      held.push(next.value)
      length += next.value.length
    }
    const all = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held)
    held = [all.subarray(size)]
    length -= size
    return all.subarray(0, size)
  }
}
