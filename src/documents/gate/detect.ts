import { DomainError } from '../../core/errors/errors.js'
import { type Archive, openArchive } from './archive.js'
import { type CompoundFile, openCompoundFile } from './compound-file.js'
import { decodeText } from './decode-text.js'

/** What a file is, by its bytes; its name is never asked. */
export type Detected =
  | Readonly<{ kind: 'docx' | 'xlsx' | 'ods' | 'odt'; archive: Archive }>
  | Readonly<{ kind: 'xls' | 'doc' | 'wps'; compound?: CompoundFile }>
  | Readonly<{ kind: 'pdf' | 'rtf' }>
  | Readonly<{ kind: 'txt' | 'html'; text: string }>

const images: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'PNG 图片'],
  ['\xff\xd8\xff', 'JPEG 图片'],
  ['GIF8', 'GIF 图片'],
  ['BM', 'BMP 图片'],
  ['II*\0', 'TIFF 图片'],
  ['MM\0*', 'TIFF 图片'],
]
const others: readonly (readonly [string, string])[] = [
  ['Rar!', 'RAR 压缩包'],
  ['7z\xbc\xaf', '7z 压缩包'],
  ['\x1f\x8b', 'gzip 压缩包'],
  ['\x7fELF', '程序'],
  ['MZ', '程序'],
]
const pdfHeaderWithin = 1024
const zipMagic = 'PK\x03\x04'
const emptyZipMagic = 'PK\x05\x06'
const compoundMagic = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

/** Tells what the bytes are and opens what holds them. Throws `DomainError` for what cannot be read. */
export function detect(bytes: Uint8Array): Detected {
  if (bytes.length === 0) throw new DomainError('FILE_EMPTY')
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, pdfHeaderWithin)).toString(
    'latin1',
  )
  if (head.startsWith(zipMagic) || head.startsWith(emptyZipMagic)) return detectArchive(openArchive(bytes))
  if (head.startsWith(compoundMagic)) return detectCompound(openCompoundFile(bytes))
  if (head.includes('%PDF-')) return { kind: 'pdf' }
  if (/^\s*\{\\rtf/.test(head)) return { kind: 'rtf' }
  refuseKnown(head, bytes)
  return detectText(decodeText(bytes))
}

function detectArchive(archive: Archive): Detected {
  const names = new Set(archive.names)
  const mimetype = new TextDecoder().decode(archive.read('mimetype') ?? new Uint8Array())
  const opened = mimetype.startsWith('application/vnd.oasis.opendocument.')
  if (opened && isEncrypted(archive)) throw new DomainError('FILE_ENCRYPTED')
  if (opened && mimetype.includes('.text')) return { kind: 'odt', archive }
  if (opened && mimetype.includes('.spreadsheet')) return { kind: 'ods', archive }
  if (names.has('word/document.xml')) return { kind: 'docx', archive }
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return { kind: 'xlsx', archive }
  const types = new TextDecoder().decode(archive.read('[Content_Types].xml') ?? new Uint8Array())
  if (types.includes('wordprocessingml.document.main')) return { kind: 'docx', archive }
  if (types.includes('spreadsheetml.sheet.main')) return { kind: 'xlsx', archive }
  return unknown('压缩包里没有 Word 或 Excel 的内容')
}

function isEncrypted(archive: Archive): boolean {
  const manifest = new TextDecoder().decode(archive.read('META-INF/manifest.xml') ?? new Uint8Array())
  return manifest.includes('encryption-data')
}

function detectCompound(compound: CompoundFile): Detected {
  const { streams } = compound
  if (streams.has('EncryptedPackage') || streams.has('EncryptionInfo'))
    throw new DomainError('FILE_ENCRYPTED')
  if (streams.has('WordDocument')) {
    if (compound.isWordEncrypted()) throw new DomainError('FILE_ENCRYPTED')
    return { kind: streams.has('WpsCustomData') ? 'wps' : 'doc', compound }
  }
  if (streams.has('Workbook') || streams.has('Book')) return { kind: 'xls', compound }
  if (streams.has('MatOST') || streams.has('CONTENTS')) return { kind: 'wps', compound }
  return unknown('不是 Word 或 Excel 的旧格式')
}

function refuseKnown(head: string, bytes: Uint8Array): void {
  if (images.some(([magic]) => head.startsWith(magic) && bytes.length > 64 && /[\0\xff]/.test(head))) {
    throw new DomainError('SCAN_WITHOUT_TEXT')
  }
  const other = others.find(([magic]) => head.startsWith(magic) && head.includes('\0'))
  if (other) unknown(other[1])
}

const markupStart = /^<(?:!doctype\s+html|!--|\?xml|(?:html|head|meta|body|table|style|div|p|title|h\d)\b)/i
const markupBody = /<(?:html|body|table|p|div|td)[\s>]/i

function detectText(text: string): Detected {
  const start = text.slice(0, 4096).replace(/^[\ufeff\s]+/, '')
  if (start.startsWith('<?xml') && /<\?mso-application[^>]*Excel\.Sheet/.test(start)) return { kind: 'xls' }
  if (markupStart.test(start) && markupBody.test(text.slice(0, 65_536))) return { kind: 'html', text }
  return start.startsWith('<?xml') ? unknown('XML') : { kind: 'txt', text }
}

function unknown(found: string): never {
  throw new DomainError('FILE_KIND_UNKNOWN', { found })
}
