import { DomainError } from '../../core/errors/errors.js'

/** The root streams of an OLE compound file, enough to tell .doc from .xls and to see encryption. */
export type CompoundFile = Readonly<{ streams: ReadonlySet<string>; isWordEncrypted: () => boolean }>

type Entry = Readonly<{ name: string; left: number; right: number; child: number; sector: number }>

const entrySize = 128
const noEntry = 0xffffffff
const wordEncryptedFlag = 0x0100
const mostEntries = 10_000

/** Opens the directory of a compound file. Throws `FILE_DAMAGED` when it cannot be followed. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const sectorSize = 1 << Math.min(buffer.readUInt16LE(30), 12)
    const entries = readDirectory(buffer, sectorSize)
    const root = rootEntries(entries)
    const word = root.find(({ name }) => name === 'WordDocument')
    const flags = word ? (word.sector + 1) * sectorSize + 10 : buffer.length
    const isWordEncrypted = () =>
      flags + 2 <= buffer.length && (buffer.readUInt16LE(flags) & wordEncryptedFlag) !== 0
    return { streams: new Set(root.map(({ name }) => name)), isWordEncrypted }
  } catch (error) {
    if (error instanceof RangeError) throw new DomainError('FILE_DAMAGED', { where: '旧格式文件的目录' })
    throw error
  }
}

function readDirectory(buffer: Buffer, sectorSize: number): Entry[] {
  const entries: Entry[] = []
  let sector = buffer.readUInt32LE(48)
  while (sector < noEntry - 5 && entries.length < mostEntries) {
    const start = (sector + 1) * sectorSize
    for (let at = start; at < start + sectorSize; at += entrySize) entries.push(readEntry(buffer, at))
    sector = nextSector(buffer, sector, sectorSize)
  }
  return entries
}

/** The allocation table's own sectors are listed in the header, 109 of them at most. */
function nextSector(buffer: Buffer, sector: number, sectorSize: number): number {
  const perSector = sectorSize / 4
  const table = Math.floor(sector / perSector)
  if (table >= 109) return noEntry
  const tableSector = buffer.readUInt32LE(76 + table * 4)
  return buffer.readUInt32LE((tableSector + 1) * sectorSize + (sector % perSector) * 4)
}

function readEntry(buffer: Buffer, at: number): Entry {
  const nameBytes = Math.min(buffer.readUInt16LE(at + 64), 64)
  return {
    name: buffer.toString('utf16le', at, at + Math.max(0, nameBytes - 2)),
    left: buffer.readUInt32LE(at + 68),
    right: buffer.readUInt32LE(at + 72),
    child: buffer.readUInt32LE(at + 76),
    sector: buffer.readUInt32LE(at + 116),
  }
}

/** Embedded files have directories of their own; only what hangs under the root counts. */
function rootEntries(entries: readonly Entry[]): Entry[] {
  const found = new Set<Entry>()
  const open = [entries[0]?.child ?? noEntry]
  while (open.length > 0) {
    const entry = entries[open.pop() ?? noEntry]
    if (entry === undefined || found.has(entry)) continue
    found.add(entry)
    open.push(entry.left, entry.right)
  }
  return [...found]
}
