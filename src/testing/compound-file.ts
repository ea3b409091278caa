const sectorSize = 512
const endOfChain = 0xfffffffe
const free = 0xffffffff

/** An OLE compound file whose root holds empty streams of the given names; enough for what looks at its directory. */
export function compoundFileOf(...names: readonly string[]): Uint8Array {
  const buffer = Buffer.alloc(sectorSize * 4, 0)
  buffer.write('d0cf11e0a1b11ae1', 0, 'hex')
  buffer.writeUInt16LE(9, 30)
  buffer.writeUInt32LE(1, 48)
  buffer.fill(0xff, 76, sectorSize)
  buffer.writeUInt32LE(0, 76)
  buffer.fill(0xff, sectorSize, sectorSize * 2)
  buffer.writeUInt32LE(endOfChain, sectorSize + 4)
  const entries = ['Root Entry', ...names]
  for (const [index, name] of entries.entries()) writeEntry(buffer, index, name, entries.length)
  return buffer
}

/** The streams hang under the root as a chain of right siblings. */
function writeEntry(buffer: Buffer, index: number, name: string, count: number): void {
  const at = sectorSize * 2 + index * 128
  buffer.write(name, at, 'utf16le')
  buffer.writeUInt16LE(name.length * 2 + 2, at + 64)
  buffer.writeUInt32LE(free, at + 68)
  buffer.writeUInt32LE(index > 0 && index + 1 < count ? index + 1 : free, at + 72)
  buffer.writeUInt32LE(index === 0 && count > 1 ? 1 : free, at + 76)
  buffer.writeUInt32LE(0, at + 116)
}
