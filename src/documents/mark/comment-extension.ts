import { openArchive } from '../gate/archive.js'

/** What an office package says of its main part, and the extension that programs open it by. */
const extensions: readonly (readonly [string, string])[] = [
  ['vnd.ms-word.document.macroEnabled.main', 'docm'],
  ['vnd.ms-word.template.macroEnabledTemplate.main', 'dotm'],
  ['wordprocessingml.template.main', 'dotx'],
  ['vnd.ms-excel.sheet.macroEnabled.main', 'xlsm'],
  ['vnd.ms-excel.template.macroEnabled.main', 'xltm'],
  ['spreadsheetml.template.main', 'xltx'],
]

/**
 * The extension that a file with our comments has to bear, or undefined when comments cannot be put into it: it is no
 * .docx or .xlsx, or a binary workbook (.xlsb). `readAs` is what the file was read as.
 */
export function commentExtension(readAs: string, bytes: Uint8Array): string | undefined {
  if (readAs !== 'docx' && readAs !== 'xlsx') return undefined
  const archive = openArchive(bytes)
  if (archive.names.includes('xl/workbook.bin')) return undefined
  const types = new TextDecoder().decode(archive.read('[Content_Types].xml') ?? new Uint8Array())
  return extensions.find(([type]) => types.includes(type))?.[1] ?? readAs
}
