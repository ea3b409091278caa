import { Parser } from 'htmlparser2'
import type { Document } from '../../core/document/document.js'
import { DomainError } from '../../core/errors/errors.js'
import { DocumentBuilder } from '../document-builder.js'
import { HtmlReader } from './html-reader.js'

const headLength = 4096

/** Reads HTML, also when it is called .doc or .xls. `text` is what the gate decoded, `bytes` what it came from. */
export function readHtml(text: string, bytes: Uint8Array): Document {
  const html = decodeAsDeclared(text, bytes)
  if (/<!doctype[^>]*\[|<!entity/i.test(html.slice(0, headLength))) {
    throw new DomainError('DTD_REFUSED', { where: 'HTML 文件头' })
  }
  const reader = new HtmlReader()
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true })
  parser.write(html)
  parser.end()
  return toDocument(reader)
}

function toDocument(reader: HtmlReader): Document {
  const builder = new DocumentBuilder()
  for (const item of reader.finish()) {
    if (typeof item === 'string') builder.addParagraph(item)
    else builder.addTable(item)
  }
  return builder.finish()
}

/** UTF-8 and GB18030 are told apart by their bytes; another declared character set is taken at its word. */
function decodeAsDeclared(text: string, bytes: Uint8Array): string {
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i
    .exec(text.slice(0, headLength))?.[1]
    ?.toLowerCase()
  if (declared === undefined || /^(utf-?8|utf-16.*|gb.*)$/.test(declared)) return text
  try {
    return new TextDecoder(declared).decode(bytes)
  } catch {
    return text
  }
}
