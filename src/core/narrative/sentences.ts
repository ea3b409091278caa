import type { Paragraph } from '../document/document.js'
import type { Sentence } from '../filing/narrative.js'

/** Splits paragraphs into sentences at 。；！？; closing quotes and brackets stay with their sentence. */
export function splitSentences(paragraphs: readonly Paragraph[]): readonly Sentence[] {
  return paragraphs.flatMap(splitParagraph)
}

function splitParagraph(paragraph: Paragraph): readonly Sentence[] {
  const sentences: Sentence[] = []
  for (const match of paragraph.text.matchAll(/[^。；！？;]+(?:[。；！？;]+[”’"）)]*)?/g)) {
    const lead = /^\s*/.exec(match[0])?.[0].length ?? 0
    const text = match[0].trim()
    if (text !== '') sentences.push({ text, start: match.index + lead, paragraph })
  }
  return sentences
}
