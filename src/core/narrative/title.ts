import { type Document, type Paragraph, type Place, placeInParagraph } from '../document/document.js'
import { onceFor } from '../remember.js'
import { readNumbering } from './numbering.js'
import { endsReport, isTitleLine } from './sections.js'
import { isUnitName, regionalUnitAtHead, unitNameAtHead } from './unit-name.js'

/** A printed title, joined from its lines: of the report itself or of a form. */
export type Title = Readonly<{
  kind: 'report' | 'form'
  text: string
  /** Its lines; the last bears 报告 or 表. */
  lines: readonly Paragraph[]
  place: Place
  unit: string | undefined
  year: number | undefined
}>

const yearPattern = /(20\d{2})\s*年/
const mostLines = 4

/** All titles of a document, in reading order, looked for once. A document may hold several reports and forms. */
export const findTitles = onceFor((document: Document): readonly Title[] => {
  const titles: Title[] = []
  let lines: Paragraph[] = []
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      lines = []
      continue
    }
    if (block.text.trim() === '') continue
    if (!canBeTitleLine(block.text)) {
      lines = []
      continue
    }
    lines = [...lines, block].slice(-mostLines)
    if (!isTitleLine(block.text)) continue
    titles.push(titleOf(lines))
    lines = []
  }
  return titles
})

/** Where the title of the report stands; that of the first form when there is no report. */
export function findTitle(document: Document): Place | undefined {
  const titles = findTitles(document)
  return (titles.find(({ kind }) => kind === 'report') ?? titles[0])?.place
}

/** The unit's name: in a title, in the cell or after the words 单位名称, above the closing date, or in the text. */
export function findUnit(document: Document): string | undefined {
  return (
    findTitles(document).find(({ unit }) => unit !== undefined)?.unit ??
    unitInCells(document) ??
    labelledUnit(document) ??
    signedUnit(document) ??
    unitInText(document)
  )
}

/** 预算年度: in a title, else the year most often called 年度 in the text. Undefined when none is named. */
export function findBudgetYear(document: Document): number | undefined {
  const titled = findTitles(document).find(({ year }) => year !== undefined)?.year
  return titled ?? mostFrequentYear(document)
}

/** The unit printed inside a title's words; undefined for 部门（单位）整体支出…. */
export function unitInTitle(text: string): string | undefined {
  const words = text
    .replace(/\s/g, '')
    .replace(/^关于/, '')
    .replace(/[（(]?(?:20\d{2}|[X×]{2,4})年(?:度)?[）)]?/g, '')
    .replace(/^附(?:件|表)?\d*[:：]?/, '')
  const head =
    /^(.*?)(?:部门（单位）|部门\(单位\)|部门|单位)?(?:整体支出|项目支出|预算绩效|绩效|整体)/.exec(
      words,
    )?.[1] ?? words
  return isUnitName(head) && !/项目$|资金$|经费$/.test(head)
    ? trimmedName(head, words)
    : unitNameAtHead(words)
}

function trimmedName(head: string, words: string): string | undefined {
  const named = unitNameAtHead(words)
  return named !== undefined && /项目|资金|经费|补助/.test(head.slice(named.length)) ? named : head
}

function canBeTitleLine(text: string): boolean {
  const bare = text.replace(/\s/g, '')
  if (bare.length > 60 || /[。；，：:]/.test(bare) || readNumbering(bare) !== undefined) return false
  if (/^(?:目录|附(?:件|表)?\S{0,3})$/.test(bare) || /^\d{0,4}年\d{0,2}月(?:\d{0,2}日)?$/.test(bare))
    return false
  return isTitleLine(bare) || !endsReport(bare)
}

function titleOf(lines: readonly Paragraph[]): Title {
  const text = lines.map((line) => line.text.replace(/\s/g, '')).join('')
  const first = lines[0]
  const last = lines.at(-1)
  const year = yearPattern.exec(text)?.[1]
  const anchor = lines.find((line) => yearPattern.test(line.text)) ?? first ?? last
  return {
    kind: text.endsWith('报告') ? 'report' : 'form',
    text,
    lines,
    place:
      anchor === undefined
        ? { part: 'paragraph 1', quote: text }
        : placeInParagraph(anchor, anchor.text.trim()),
    unit: unitInTitle(text),
    year: year === undefined ? undefined : Number.parseInt(year, 10),
  }
}

const unitLabel =
  /^(?:(?:省|市|州|县|区)?级?)?(?:预算)?(?:部门)?(?:[（(、]?单位[）)]?)名称(?:[（(]盖章[）)])?$|^(?:项目)?实施单位$|^填报单位$/

function unitInCells(document: Document): string | undefined {
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue
    const label = block.cells.find((cell) => unitLabel.test(cell.text.replace(/\s/g, '')))
    if (label === undefined) continue
    const column = label.column + label.columnSpan
    const name = block.cells
      .find((cell) => cell.row === label.row && cell.column === column)
      ?.text.replace(/\s/g, '')
    if (name !== undefined && name !== '') return name
  }
  return undefined
}

function paragraphsOf(document: Document): readonly Paragraph[] {
  return document.blocks.filter((block) => block.kind === 'paragraph')
}

function labelledUnit(document: Document): string | undefined {
  for (const { text } of paragraphsOf(document)) {
    const name =
      /(?:单位|部门)(?:名称)?(?:[（(](?:盖章|公章)[）)])?\s*[:：]\s*([\u4e00-\u9fa5（）()]{3,40})/.exec(
        text,
      )?.[1]
    if (name !== undefined && isUnitName(name)) return name
  }
  return undefined
}

/** A short line with a name, followed by a line with a date. */
function signedUnit(document: Document): string | undefined {
  const filled = paragraphsOf(document).filter(({ text }) => text.trim() !== '')
  const index = filled.findIndex(
    ({ text }, position) =>
      isUnitName(text) && /^\s*20\d{2}年\d{1,2}月(?:\d{1,2}日)?\s*$/.test(filled[position + 1]?.text ?? ''),
  )
  return filled[index]?.text.replace(/\s/g, '')
}

function unitInText(document: Document): string | undefined {
  for (const { text } of paragraphsOf(document)) {
    for (const sentence of text.split(/[。；]/)) {
      const name = regionalUnitAtHead(sentence.trim())
      if (
        name !== undefined &&
        /^(?:内设|核定|是|为|属|下设|现有|主要|机构)/.test(sentence.trim().slice(name.length))
      )
        return name
    }
  }
  return undefined
}

function mostFrequentYear(document: Document): number | undefined {
  const counts = new Map<number, number>()
  for (const { text } of paragraphsOf(document)) {
    for (const match of text.matchAll(/(20\d{2})\s*年度/g)) {
      const year = Number.parseInt(match[1] ?? '', 10)
      counts.set(year, (counts.get(year) ?? 0) + 1)
    }
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0]
}
