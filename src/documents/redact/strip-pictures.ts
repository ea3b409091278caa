const pngSignature = 8
const pngTexts = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'])

/** A picture without what cameras and programs write into it beside the pixels; undefined when there was nothing. */
export function stripPicture(bytes: Uint8Array): Uint8Array | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept =
    buffer.toString('latin1', 0, 4) === '\x89PNG'
      ? pngParts(buffer)
      : buffer.readUInt16BE(0) === 0xffd8
        ? jpegParts(buffer)
        : [buffer]
  const stripped = Buffer.concat(kept)
  return stripped.length === buffer.length ? undefined : stripped
}

function pngParts(buffer: Buffer): Buffer[] {
  const kept = [buffer.subarray(0, pngSignature)]
  let at = pngSignature
  while (at + 12 <= buffer.length) {
    const end = at + 12 + buffer.readUInt32BE(at)
    const type = buffer.toString('latin1', at + 4, at + 8)
    if (!pngTexts.has(type)) kept.push(buffer.subarray(at, end))
    at = end
    if (type === 'IEND') break
  }
  return kept
}

/** APP0 (JFIF), APP2 (colour profile) and APP14 (Adobe's colour transform) are needed to show the picture right. */
const neededSegments = new Set([0xe0, 0xe2, 0xee])

function jpegParts(buffer: Buffer): Buffer[] {
  const kept = [buffer.subarray(0, 2)]
  let at = 2
  while (at + 4 <= buffer.length && buffer[at] === 0xff) {
    const marker = buffer[at + 1] ?? 0
    if (marker === 0xda) break
    const end = at + 2 + buffer.readUInt16BE(at + 2)
    const isInformation = (marker >= 0xe0 && marker <= 0xef && !neededSegments.has(marker)) || marker === 0xfe
    if (!isInformation) kept.push(buffer.subarray(at, end))
    at = end
  }
  return [...kept, buffer.subarray(at)]
}

/** An empty drawing in the format of Windows metafiles: shows nothing. */
export function emptyMetafile(): Uint8Array {
  const header = Buffer.alloc(88)
  header.writeUInt32LE(1, 0)
  header.writeUInt32LE(88, 4)
  header.writeInt32LE(1, 16)
  header.writeInt32LE(1, 20)
  header.writeInt32LE(100, 32)
  header.writeInt32LE(100, 36)
  header.write(' EMF', 40, 'latin1')
  header.writeUInt32LE(0x10000, 44)
  header.writeUInt32LE(108, 48)
  header.writeUInt32LE(2, 52)
  header.writeUInt16LE(1, 56)
  header.writeInt32LE(1024, 72)
  header.writeInt32LE(768, 76)
  header.writeInt32LE(320, 80)
  header.writeInt32LE(240, 84)
  const end = Buffer.alloc(20)
  end.writeUInt32LE(14, 0)
  end.writeUInt32LE(20, 4)
  end.writeUInt32LE(20, 16)
  return Buffer.concat([header, end])
}
