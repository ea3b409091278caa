import { inflateRawSync } from 'node:zlib'
import { DomainError } from '../../core/errors/errors.js'

const mebibyte = 1024 * 1024
/** A real report unpacks to a few MB; these stop an archive made to exhaust memory. */
export const archiveLimits = { unpackedBytes: 64 * mebibyte, ratio: 200, entries: 2_000 } as const
/** Office files hold tiny XML parts that compress extremely well; the ratio means nothing below this size. */
const ratioMattersFrom = 4 * mebibyte

type Entry = Readonly<{ name: string; method: number; size: number; packedSize: number; offset: number }>

/** An opened .docx, .xlsx, .odt or .ods. Parts are unpacked when asked for, never written anywhere. */
export type Archive = Readonly<{ names: readonly string[]; read: (name: string) => Uint8Array | undefined }>

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const encryptedFlag = 1
const methods = { stored: 0, deflated: 8 } as const

/** Reads the list of parts and refuses it as a whole: too large, too many, encrypted, odd names. */
export function openArchive(bytes: Uint8Array): Archive {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readEntries(buffer)
  refuseBomb([...entries.values()], bytes.byteLength)
  const read = (name: string) => {
    const entry = entries.get(name)
    return entry && unpack(buffer, entry)
  }
  return { names: [...entries.keys()], read }
}

function readEntries(buffer: Buffer): Map<string, Entry> {
  const end = findEnd(buffer)
  const count = buffer.readUInt16LE(end + 10)
  if (count > archiveLimits.entries) suspicious(`内有 ${count} 个部件，上限 ${archiveLimits.entries} 个`)
  const entries = new Map<string, Entry>()
  let at = buffer.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== entrySignature) damaged('压缩包目录')
    const nameLength = buffer.readUInt16LE(at + 28)
    const entry = readEntry(buffer, at, nameLength)
    if (entries.has(entry.name)) suspicious('有重名的部件')
    entries.set(entry.name, entry)
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return entries
}

function findEnd(buffer: Buffer): number {
  const earliest = Math.max(0, buffer.length - 65_557)
  for (let at = buffer.length - 22; at >= earliest; at--) {
    if (buffer.readUInt32LE(at) === endSignature) return at
  }
  return damaged('压缩包末尾缺失')
}

function readEntry(buffer: Buffer, at: number, nameLength: number): Entry {
  if (buffer.readUInt16LE(at + 8) & encryptedFlag) throw new DomainError('FILE_ENCRYPTED')
  const name = buffer.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..')) {
    suspicious('部件名指向包外')
  }
  return {
    name,
    method: buffer.readUInt16LE(at + 10),
    packedSize: buffer.readUInt32LE(at + 20),
    size: buffer.readUInt32LE(at + 24),
    offset: buffer.readUInt32LE(at + 42),
  }
}

function refuseBomb(entries: readonly Entry[], archiveSize: number): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (unpacked > archiveLimits.unpackedBytes) {
    throw new DomainError('ARCHIVE_TOO_LARGE', { limit: archiveLimits.unpackedBytes / mebibyte })
  }
  if (unpacked > ratioMattersFrom && unpacked > archiveSize * archiveLimits.ratio) {
    suspicious(`解压后是压缩包的 ${archiveLimits.ratio} 倍以上`)
  }
}

function unpack(buffer: Buffer, entry: Entry): Uint8Array {
  const { offset, packedSize, size } = entry
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== localSignature) damaged(entry.name)
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28)
  const packed = buffer.subarray(start, start + packedSize)
  if (packed.length < packedSize) damaged(entry.name)
  if (entry.method === methods.stored) return packed
  if (entry.method !== methods.deflated) suspicious('压缩方法不受支持')
  if (size === 0) return new Uint8Array()
  return inflate(packed, entry)
}

function inflate(packed: Uint8Array, { name, size }: Entry): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: size })
  } catch (error) {
    const lied = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return lied ? suspicious('部件大小与目录不符') : damaged(name)
  }
}

function suspicious(where: string): never {
  throw new DomainError('ARCHIVE_SUSPICIOUS', { where })
}

function damaged(where: string): never {
  throw new DomainError('FILE_DAMAGED', { where })
}
