import type { Paragraph } from '../document/document.js'
import type { Section } from '../filing/narrative.js'
import { remembered } from '../remember.js'
import { type Numbering, readNumbering, styleLevel } from './numbering.js'

/** Longest heading in signs; longer numbered paragraphs are items of a list. */
const longestHeading = 45
const longestRunInHeading = 24
/** No title is longer, spaces counted. */
const longestEnd = 300

type Heading = Readonly<{
  position: number
  title: string
  number: string
  level: number
  /** The heading's paragraph goes on with text: （二）机构设置。我单位设… */
  runsIn: boolean
}>

/**
 * The headings of a report with what stands below them, in reading order. A number in the wrong style
 * (`3、` between 二、 and 四、) keeps the level it was meant for. Text before the first heading and after
 * the report's end (附件, a form's title, the signature line) belongs to no section; a table of contents
 * is left out. A heading that runs on into text is itself the first of its paragraphs.
 */
export function readSections(paragraphs: readonly Paragraph[]): readonly Section[] {
  const headings = findHeadings(paragraphs)
  const ends = paragraphs.flatMap((paragraph, position) => (endsReport(paragraph.text) ? [position] : []))
  return headings.flatMap((heading, index) => {
    const next = headings.slice(index + 1).find((other) => other.level <= heading.level)?.position
    const end = ends.find((position) => position > heading.position)
    const stop = Math.min(next ?? paragraphs.length, end ?? paragraphs.length)
    const paragraph = paragraphs[heading.position]
    if (paragraph === undefined) return []
    const own = paragraphs
      .slice(heading.runsIn ? heading.position : heading.position + 1, stop)
      .filter((candidate) => candidate.text.trim() !== '')
    const { title, number, level } = heading
    return [{ title, number, level, heading: paragraph, paragraphs: own }]
  })
}

/** True for a line that closes the running report: 附件2, a form's or a report's title, 填表人：… */
export const endsReport = remembered((text: string): boolean => {
  if (text.length > longestEnd && !/^\s*填/.test(text)) return false
  const bare = text.replace(/\s/g, '')
  if (/^(?:报告)?附(?:件|表)[\d一二三四五六七八九十]*[:：]?$/.test(bare)) return true
  if (/^填(?:表|报)人[:：]/.test(bare)) return true
  return isTitleLine(bare)
})

/** True for a line that looks like the title of a report or a form: …自评报告, …基础数据表, …自评表. */
export function isTitleLine(text: string): boolean {
  const bare = text.replace(/\s/g, '')
  return (
    bare.length <= 60 &&
    /^[^。；，]*(?:报告|数据表|自评表|评价表|评分表)$/.test(bare) &&
    readNumbering(bare) === undefined
  )
}

function findHeadings(paragraphs: readonly Paragraph[]): readonly Heading[] {
  const found: Heading[] = []
  const levels = new LevelTracker()
  const contents = contentsRange(paragraphs)
  paragraphs.forEach((paragraph, position) => {
    if (position >= contents.from && position < contents.to) return
    if (endsReport(paragraph.text)) levels.reset()
    const numbering = readNumbering(paragraph.text)
    if (numbering === undefined || /(?:\.{3,}|…{2,}|\t)\s*\d+$/.test(numbering.rest)) return
    const level = levels.place(numbering)
    const words = headingWords(numbering.rest, level)
    if (words === undefined) return
    found.push({ position, number: numbering.printed, level, ...words })
  })
  return found
}

/** Remembers the last ordinal of every level, to see through a number typed in the wrong style. */
class LevelTracker {
  readonly #last = new Map<number, number>()

  reset(): void {
    this.#last.clear()
  }

  place(numbering: Numbering): number {
    const own = styleLevel[numbering.style]
    const level = this.#continues(own, numbering.ordinal) ? own : this.#meant(numbering, own)
    this.#last.set(level, numbering.ordinal)
    for (const deeper of [...this.#last.keys()]) if (deeper > level) this.#last.delete(deeper)
    return level
  }

  #continues(level: number, ordinal: number): boolean {
    return ordinal === 1 || this.#last.get(level) === ordinal - 1
  }

  #meant(numbering: Numbering, own: number): number {
    const twin = twinLevels[own] ?? own
    if (!this.#continues(twin, numbering.ordinal)) return own
    if (this.#last.get(own) === undefined) return twin
    return twin < own && (own !== styleLevel.arabic || numbering.printed.endsWith('、')) ? twin : own
  }
}

/** 一、 and 3、 are mistaken for each other, and so are （一） and （2）. */
const twinLevels: Readonly<Record<number, number>> = { 1: 3, 2: 4, 3: 1, 4: 2 }

function headingWords(rest: string, level: number): { title: string; runsIn: boolean } | undefined {
  const text = rest.trim()
  if (text === '') return undefined
  const first = /^([^。；;]*)[。；;:：]?/.exec(text)?.[1] ?? text
  const whole = text.replace(/[。:：]$/, '')
  if (first.length >= whole.length) {
    const tooLong = whole.length > (level <= 2 ? longestHeading : longestRunInHeading + 6)
    return tooLong || /[；;]$/.test(text) || (level > 2 && text.endsWith('。'))
      ? undefined
      : { title: whole, runsIn: false }
  }
  if (level > 2 || first.length > longestRunInHeading || /[，,]/.test(first)) return undefined
  return { title: first, runsIn: true }
}

/** Positions of a table of contents: from 目录 until a heading's words come back. */
function contentsRange(paragraphs: readonly Paragraph[]): { from: number; to: number } {
  const from = paragraphs.findIndex(({ text }) => /^目\s*录$/.test(text.trim()))
  if (from < 0) return { from: 0, to: 0 }
  const entries = paragraphs.slice(from + 1).map(({ text }) => entryWords(text))
  const first = entries.find((entry) => entry !== '')
  const again = entries.findIndex((entry, index) => entry === first && entries.indexOf(entry) !== index)
  return { from, to: again < 0 ? from + 1 : from + 1 + again }
}

function entryWords(text: string): string {
  return text.replace(/[\s.…]+\d*$/, '').replace(/\s/g, '')
}
