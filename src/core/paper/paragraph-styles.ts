import type { Paragraph } from '../document/document.js'
import type { Filing } from '../filing/filing.js'
import { findTitles } from '../narrative/title.js'
import type { ParagraphStyle } from './printed.js'

/** How each paragraph of a filing's report is set, by the paragraph's index. */
export function paragraphStyles({ document, narrative }: Filing): ReadonlyMap<number, ParagraphStyle> {
  const styles = new Map<number, ParagraphStyle>()
  const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph' && block.text.trim() !== '')
  for (const [position, paragraph] of paragraphs.entries()) {
    if (paragraph.kind === 'table') continue
    const before = paragraphs[position - 1]
    if (attachment.test(paragraph.text)) styles.set(paragraph.index, 'attachment')
    else if (closingDate.test(paragraph.text)) {
      styles.set(paragraph.index, 'closing')
      if (before?.kind === 'paragraph' && isSigner(before)) styles.set(before.index, 'closing')
    }
  }
  for (const { heading, level, paragraphs: own } of narrative.sections)
    if (!own.includes(heading)) styles.set(heading.index, headingStyles[level] ?? 'heading3')
  for (const { lines } of findTitles(document)) for (const { index } of lines) styles.set(index, 'title')
  return styles
}

const headingStyles: Readonly<Record<number, ParagraphStyle>> = {
  1: 'heading1',
  2: 'heading2',
  3: 'heading3',
}
const attachment = /^\s*附\s*[件表]\s*[\d一二三四五六七八九十]*\s*[:：]?\s*$/
const closingDate =
  /^\s*[12\d〇○零一二三四五六七八九]{4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?\s*$/
const longestSigner = 40

function isSigner({ text }: Paragraph): boolean {
  return text.trim().length <= longestSigner && !/[。；：:]/.test(text)
}
