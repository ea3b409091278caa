import type { Paragraph } from '../document/document.js'
import { bareWords } from '../exact/normalise.js'
import type { Section } from '../filing/narrative.js'
import { readNumbering } from '../narrative/numbering.js'
import { findTitles } from '../narrative/title.js'
import { isUnitName } from '../narrative/unit-name.js'
import type { OutlineSection } from '../pack/pack.js'
import { isDateLine } from './closing-date.js'
import type { DraftParagraph, MissingFact } from './draft.js'
import type { Sources } from './sources.js'

/** Paragraphs taken over, and what the writer is asked to look at again. */
export type KeptWords = Readonly<{ paragraphs: readonly DraftParagraph[]; missing: readonly MissingFact[] }>

/** What the unit itself wrote under this heading: in this filing, else last year. Nothing when it wrote nothing. */
export function keepWords(section: OutlineSection, sources: Sources): KeptWords {
  if (section.keep.includes('own')) {
    const paragraphs = paragraphsUnder(section, sources)
    if (paragraphs.length > 0) return { paragraphs, missing: [] }
  }
  const { lastYear } = sources
  if (lastYear === undefined || !section.keep.includes('lastYear')) return { paragraphs: [], missing: [] }
  const paragraphs = paragraphsUnder(section, lastYear)
  if (paragraphs.length === 0) return { paragraphs, missing: [] }
  return { paragraphs, missing: [lookAgain(section.title)] }
}

function lookAgain(title: string): MissingFact {
  return {
    name: title,
    section: title,
    reason: 'fromLastYear',
    message: `“${title}”沿用了上年报告的文字。请核对今年有没有变化。`,
  }
}

function paragraphsUnder(section: OutlineSection, sources: Sources): readonly DraftParagraph[] {
  const { filing, prefix } = sources
  const wanted = new Set([section.title, ...section.labels].map(headingWords))
  const { from, to } = reportRange(sources)
  const { sections } = filing.narrative
  const index = sections.findIndex(
    ({ title, heading }) => wanted.has(headingWords(title)) && heading.index > from && heading.index < to,
  )
  const found = sections[index]
  if (found === undefined) return []
  const closing = findClosing(found.paragraphs)
  return found.paragraphs.slice(0, closing).flatMap((paragraph, position) => {
    const text = paragraph === found.heading ? withoutHeading(found) : paragraph.text.trim()
    const field = `${prefix}narrative.sections[${index}].paragraphs[${position}]`
    return text === '' ? [] : [keptParagraph({ text, field }, section.title)]
  })
}

/** Paragraphs of the report of this outline's kind, where a document holds one of the unit and one of a project. */
function reportRange({ filing, report }: Sources): Readonly<{ from: number; to: number }> {
  const titles = findTitles(filing.document).filter(({ kind }) => kind === 'report')
  const ofProject = report.title.includes('项目支出')
  const own = titles.findIndex(({ text }) => text.includes('项目支出') === ofProject)
  if (titles.length < 2 || own < 0) return { from: 0, to: Number.POSITIVE_INFINITY }
  const start = (position: number): number | undefined => titles[position]?.lines[0]?.index
  return { from: start(own) ?? 0, to: start(own + 1) ?? Number.POSITIVE_INFINITY }
}

/** Where the unit's name and the date that close the report begin; the number of paragraphs when they do not. */
function findClosing(paragraphs: readonly Paragraph[]): number {
  const last = paragraphs.findIndex(({ text }) => isDateLine(text))
  if (last < 0) return paragraphs.length
  return isUnitName(paragraphs[last - 1]?.text.trim() ?? '') ? last - 1 : last
}

/** 2024年度绩效目标 and 绩效目标 are one heading. */
function headingWords(title: string): string {
  return bareWords(title).replace(/^20\d{2}年度?/, '')
}

function withoutHeading({ heading, title }: Section): string {
  const rest = readNumbering(heading.text)?.rest ?? heading.text
  return rest.startsWith(title)
    ? rest
        .slice(title.length)
        .replace(/^[。：:]\s*/, '')
        .trim()
    : rest
}

function keptParagraph({ text, field }: { text: string; field: string }, section: string): DraftParagraph {
  return { kind: 'paragraph', style: 'body', runs: [{ text, field, label: section }], section, kept: true }
}
