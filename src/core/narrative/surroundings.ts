import type { Paragraph } from '../document/document.js'
import type { FundScope, Stage } from '../filing/fact.js'
import type { Section } from '../filing/narrative.js'
import { keepLast } from '../remember.js'
import { cleanLabel, findScope, findStage } from './vocabulary.js'

/** What the headings above a paragraph and its own first words say about all its numbers. */
export type Surroundings = Readonly<{
  scope: FundScope | undefined
  stage: Stage | undefined
  year: number | undefined
  /** The one project the paragraph speaks of. */
  project: string | undefined
  /** The paragraph stands in a part about projects or one kind of expense: bare 支出 is not the unit's. */
  narrow: boolean
  /** Titles of the sections around the paragraph, outermost first. */
  titles: readonly string[]
}>

/** Finds for every paragraph what its headings say; paragraphs are known by their index. */
export function readSurroundings(
  paragraphs: readonly Paragraph[],
  sections: readonly Section[],
): ReadonlyMap<number, Surroundings> {
  const titles = titlesByParagraph(sections)
  const result = new Map<number, Surroundings>()
  let inProjectReport = false
  for (const paragraph of paragraphs) {
    if (/(?:绩效|自评|评价)\S{0,6}报告\s*$/.test(paragraph.text) && paragraph.text.length < 60)
      inProjectReport = /项目/.test(paragraph.text) && !/整体|部门/.test(paragraph.text)
    const own = titles.get(paragraph.index) ?? []
    const inputs = [inProjectReport, ...own]
    result.set(
      paragraph.index,
      kept(paragraph, inputs, () => surroundingsOf(paragraph, own, inProjectReport)),
    )
  }
  return result
}

/** The very same answer for a paragraph that stands where it stood, so that nothing is read from it again. */
const kept = keepLast<Paragraph, Surroundings>()

function titlesByParagraph(sections: readonly Section[]): Map<number, string[]> {
  const titles = new Map<number, string[]>()
  for (const section of sections) {
    for (const paragraph of section.paragraphs) {
      const list = titles.get(paragraph.index) ?? []
      list.push(section.title)
      titles.set(paragraph.index, list)
    }
  }
  return titles
}

/** 行政运行（项）: the paragraph is about one line of the account classification. */
const accountLine = /[（(](?:\d{2,7})?[类款项][)）]/

function surroundingsOf(
  paragraph: Paragraph,
  titles: readonly string[],
  inProjectReport: boolean,
): Surroundings {
  const innermost = [...titles].reverse()
  return {
    scope: firstOf(innermost, findScope),
    stage: firstOf(innermost, headingStage),
    year: firstOf(innermost, printedYear),
    project: projectAtHead(paragraph.text) ?? firstOf(innermost, projectInTitle),
    narrow:
      inProjectReport ||
      accountLine.test(paragraph.text) ||
      titles.some((title) => /项目|专项|三公|接待|采购|资产|会议|培训|机关运行/.test(title)),
    titles,
  }
}

function firstOf<Found>(
  titles: readonly string[],
  find: (title: string) => Found | undefined,
): Found | undefined {
  for (const title of titles) {
    const found = find(title)
    if (found !== undefined) return found
  }
  return undefined
}

/** 预算管理及执行情况 speaks of both stages and so of none. */
function headingStage(title: string): Stage | undefined {
  if (
    /预算(?:资金|收支)?(?:安排|编制|批复|下达)?(?:情况)?[:：]?$/.test(title) &&
    !/部门预算收支|[及和与]/.test(title)
  )
    return findStage(title)
  return /决算(?:收支)?(?:情况)?[:：]?$/.test(title) ? 'executedAmount' : undefined
}

function printedYear(title: string): number | undefined {
  const year = /(20\d\d)年/.exec(title)?.[1]
  return year === undefined ? undefined : Number.parseInt(year, 10)
}

const projectHead = [
  /^(?:年初预算|年中追加|年中新增|新增|追加|当年新增)?项目[“"”]([^”"“]{2,40})[”"“](?:项目)?[，,：:。]/,
  /^(?:年初预算|年中追加|年中新增|新增|追加|当年新增)项目(?!支出|资金|经费)([^，,：:。；\d]{2,40})[，,：:]/,
  /^[“"”]([^”"“]{2,40})[”"“](?:项目|专项)?(?:经费|资金)?[，,：:]/,
  /^([^，,：:。；\d“”]{2,30}(?:项目|专项资金|专项经费|经费))[，,：:](?=[^。]{0,20}(?:预算|安排|下达|资金))/,
]
const genericProject =
  /^(?:.{0,6}(?:基本|公用|人员|运转|三公|机关运行|全部|所有)(?:经费|项目|支出)?|(?:重点|其他|各|本|该|年度|预算)*(?:项目|专项)(?:经费|资金)?|财政.*)$/

/** The project that a paragraph names at its head, before its first number. */
function projectAtHead(text: string): string | undefined {
  const words = text
    .trim()
    .replace(
      /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.、．]|[一二三四五六七八九十]{1,3}、)\s*/,
      '',
    )
  for (const pattern of projectHead) {
    const name = pattern.exec(words)?.[1]
    if (name !== undefined && !genericProject.test(cleanLabel(name))) return cleanLabel(name)
  }
  return undefined
}

function projectInTitle(title: string): string | undefined {
  const name = /^[“"”]?(.{2,30}?)[“"”]?(?:项目|专项资金|专项经费)$/.exec(title)?.[1]
  if (name === undefined || genericProject.test(name) || /情况|概况|支出|绩效|管理|实施|重点|主要/.test(name))
    return undefined
  return cleanLabel(title)
}
