import type { Block, Document } from '../../../document/document.js'
import type { Filing } from '../../../filing/filing.js'
import type { Section } from '../../../filing/narrative.js'

/** The words of a section without its deeper headings, joined. */
export function textOf(section: Section, sections: readonly Section[]): string {
  const headings = new Set(
    sections.filter(({ paragraphs }) => paragraphs.length > 0).map(({ heading }) => heading),
  )
  return section.paragraphs
    .filter((paragraph) => !headings.has(paragraph) || paragraph.text.length > 40)
    .map(({ text }) => text)
    .join('\n')
}

/** True when a table stands between the section's heading and the next one. */
export function holdsTable(section: Section, document: Document): boolean {
  const last = section.paragraphs.at(-1) ?? section.heading
  const from = document.blocks.indexOf(section.heading)
  const to = document.blocks.indexOf(last)
  const inside = document.blocks.slice(from + 1, to + 1)
  return inside.some(isTable) || isTable(nextFilled(document, to))
}

function nextFilled({ blocks }: Document, position: number): Block | undefined {
  return blocks.slice(position + 1).find((block) => block.kind === 'table' || block.text.trim() !== '')
}

function isTable(block: Block | undefined): boolean {
  return block?.kind === 'table'
}

/** Sections not inside another of the list: the outermost that match. */
export function outermost(sections: readonly Section[]): readonly Section[] {
  return sections.filter(
    (section) =>
      !sections.some(
        (other) =>
          other !== section &&
          other.paragraphs.includes(section.heading) &&
          other.heading !== section.heading,
      ),
  )
}

/** Sections whose title matches and does not match the exception, the outermost only. */
export function sectionsAbout(filing: Filing, about: RegExp, except: RegExp = /(?!)/): readonly Section[] {
  return outermost(filing.narrative.sections.filter(({ title }) => about.test(title) && !except.test(title)))
}
