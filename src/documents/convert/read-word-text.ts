import WordExtractor from 'word-extractor'
import type { Document } from '../../core/document/document.js'
import { DomainError } from '../../core/errors/errors.js'
import { cleanText } from '../clean-text.js'
import { DocumentBuilder } from '../document-builder.js'
import { reconstructTables } from '../text/reconstruct-table.js'

const lost =
  '本机没有 LibreOffice，这份 .doc 只读出了文字：合并单元格、文本框和自动编号可能丢失。要读得完整，请安装 LibreOffice 或另存为 .docx。'

/** Reads the text of a .doc: a line with tabs is a row of a table. Says what is lost in the notes. */
export async function readWordText(bytes: Uint8Array): Promise<Document> {
  const body = await extractBody(bytes)
  const builder = new DocumentBuilder()
  let rows: { text: string; line: number; lines: number[] }[][] = []
  const endTable = (): void => {
    if (rows.length > 0) for (const table of reconstructTables(rows)) builder.addTable(table)
    rows = []
  }
  for (const [index, line] of body.split(/\r\n|\r|\n/).entries()) {
    const number = index + 1
    if (line.includes('\t')) {
      const cells = line.replace(/\t$/, '').split('\t')
      rows.push(cells.map((text) => ({ text: cleanText(text), line: number, lines: [number] })))
      continue
    }
    endTable()
    const text = cleanText(line)
    if (text !== '') builder.addParagraph(text)
  }
  endTable()
  const document = builder.finish()
  return { ...document, notes: [...document.notes, lost] }
}

async function extractBody(bytes: Uint8Array): Promise<string> {
  try {
    const extracted = await new WordExtractor().extract(Buffer.from(bytes))
    return extracted.getBody({ filterUnicode: false })
  } catch {
    throw new DomainError('FILE_DAMAGED', { where: '.doc 正文' })
  }
}
