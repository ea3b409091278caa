import { chineseNumber } from '../exact/chinese-number.js'
import type { OutlineSection } from '../pack/pack.js'
import type { ParagraphStyle } from '../paper/printed.js'
import { asked, askRun, type DraftParagraph, type FormPlace, type MissingFact, wordsRun } from './draft.js'
import { nowhere } from './rows.js'
import { fillSentence } from './say.js'
import type { Sources } from './sources.js'
import { formPlaces, type WrittenSection, writeSection } from './write-section.js'

/** A report in the making, in reading order. */
export type WrittenReport = Readonly<{
  blocks: readonly (DraftParagraph | FormPlace)[]
  missing: readonly MissingFact[]
}>

type Block = DraftParagraph | FormPlace
type Entry = Readonly<{ section: OutlineSection; written: WrittenSection }>

/** Writes the whole report by its outline: title, numbered sections, closing lines, list of attachments, forms. */
export function writeOutline(sources: Sources): WrittenReport {
  const { report } = sources
  const entries = report.sections
    .filter(({ attachment }) => !attachment)
    .flatMap((section): Entry[] => {
      const written = writeSection(section, sources)
      return written === undefined ? [] : [{ section, written }]
    })
  const heading = writeLine(report.heading ?? report.title, 'title', sources)
  const body = writeBody(entries)
  const closing = report.closing.map((line) => writeLine(line, 'closing', sources))
  const placed = new Set(body.blocks.flatMap((block) => (block.kind === 'formPlace' ? [block.form] : [])))
  const attachments = attachmentPlaces(sources, placed)
  return {
    blocks: [
      ...heading.blocks,
      ...body.blocks,
      ...attachmentList(attachments, sources),
      ...closing.flatMap(({ blocks }) => blocks),
      ...attachments.flatMap((place, index): Block[] => [
        lineOf(attachments.length === 1 ? '附件' : `附件${index + 1}`, 'attachment'),
        place,
      ]),
    ],
    missing: [...heading.missing, ...body.missing, ...closing.flatMap(({ missing }) => missing)],
  }
}

function writeLine(say: string, style: ParagraphStyle, sources: Sources): WrittenReport {
  const { runs, missing } = fillSentence(say, sources, nowhere)
  const place = style === 'title' ? '标题' : '落款'
  return {
    blocks: [{ kind: 'paragraph', style, runs, section: place, kept: false }],
    missing: missing.map((gap) => asked(gap, place)),
  }
}

function lineOf(text: string, style: ParagraphStyle): DraftParagraph {
  return { kind: 'paragraph', style, runs: [wordsRun(text)], section: '附件', kept: false }
}

function writeBody(entries: readonly Entry[]): WrittenReport {
  const blocks: Block[] = []
  const missing: MissingFact[] = []
  const counts: number[] = []
  entries.forEach((entry, index) => {
    const { section, written } = entry
    const below = entriesBelow(entries, index)
    if (![entry, ...below].some(isWorthWriting)) return
    counts.length = section.level
    counts[section.level - 1] = (counts[section.level - 1] ?? 0) + 1
    blocks.push(headingOf(section, counts[section.level - 1] ?? 1))
    const content = below.length === 0 && isEmpty(written) ? asking(section) : written
    blocks.push(...content.paragraphs, ...content.forms)
    missing.push(...content.missing)
  })
  return { blocks, missing }
}

function entriesBelow(entries: readonly Entry[], index: number): readonly Entry[] {
  const level = entries[index]?.section.level ?? 1
  const after = entries.slice(index + 1)
  const end = after.findIndex(({ section }) => section.level <= level)
  return end < 0 ? after : after.slice(0, end)
}

function isWorthWriting({ section, written }: Entry): boolean {
  return section.required || !isEmpty(written)
}

function isEmpty({ paragraphs, forms }: WrittenSection): boolean {
  return paragraphs.length === 0 && forms.length === 0
}

function asking({ title }: OutlineSection): WrittenSection {
  const gap = { name: title, conflict: undefined }
  const paragraph: DraftParagraph = {
    kind: 'paragraph',
    style: 'body',
    runs: [askRun(gap)],
    section: title,
    kept: false,
  }
  return { paragraphs: [paragraph], forms: [], missing: [asked(gap, title)] }
}

function headingOf({ title, level }: OutlineSection, ordinal: number): DraftParagraph {
  const [number, style] = headingStyle(level, ordinal)
  return { kind: 'paragraph', style, runs: [wordsRun(number + title)], section: title, kept: false }
}

function headingStyle(level: number, ordinal: number): readonly [string, ParagraphStyle] {
  if (level <= 1) return [`${chineseNumber(ordinal)}、`, 'heading1']
  return level === 2 ? [`（${chineseNumber(ordinal)}）`, 'heading2'] : [`${ordinal}.`, 'heading3']
}

/** Forms that no section prints: those of the outline's attachments first, then the rest. */
function attachmentPlaces(sources: Sources, placed: ReadonlySet<number>): readonly FormPlace[] {
  const listed = sources.report.sections
    .filter(({ attachment }) => attachment)
    .flatMap((section) => formPlaces(section, sources).map(({ form }) => form))
  const all = sources.filing.forms.map((_, index) => index)
  return [...new Set([...listed, ...all])]
    .filter((form) => !placed.has(form))
    .map((form) => ({ kind: 'formPlace', form }))
}

function attachmentList(places: readonly FormPlace[], { filing }: Sources): readonly Block[] {
  if (places.length === 0) return []
  const titles = places.map(({ form }) => (filing.forms[form]?.title ?? '').replace(/\s/g, ''))
  if (titles.length === 1) return [lineOf(`附件：${titles[0]}`, 'body')]
  return [lineOf('附件：', 'body'), ...titles.map((title, index) => lineOf(`${index + 1}.${title}`, 'body'))]
}
