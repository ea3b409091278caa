import { draftReport } from '../core/draft/draft-report.js'
import type { FilingContent, FormContent, ReportParagraph } from '../core/editing/content.js'
import { reportOfDraft } from '../core/editing/report-of-draft.js'
import type { Filing } from '../core/filing/filing.js'
import { parseFiling } from '../core/filing-json/parse-filing.js'
import type { Pack } from '../core/pack/pack.js'
import type { Work } from './departments.js'
import type { UnitYear } from './figures.js'
import { writeBaseData, writeDepartmentForm, writeProjectForm } from './forms.js'
import { ownWords } from './own-words.js'

/** What a filing is written from. `lastYear` gives the comparisons of the report. */
export type ContentSource = Readonly<{
  unit: string
  department: string
  work: Work
  figures: UnitYear
  lastYear: FilingContent | undefined
  unexplained?: boolean
  packs: readonly Pack[]
}>

/** 整体自评: base data, form and a report drafted by the engine around the unit's own words; nothing is wrong with it. */
export function writeDepartmentContent(source: ContentSource): FilingContent {
  const { unit, work, figures } = source
  const form = { unit, work, figures, unexplained: source.unexplained ?? false }
  const edition = figures.year === 2023 ? '2023' : '2024'
  const forms = [
    writeBaseData({ ...form, id: 'f1', pack: 'hunan/base-data/2023' }),
    writeDepartmentForm({ ...form, id: 'f2', pack: `hunan/department-self-evaluation/${edition}` }),
  ]
  const content = { unit, budgetYear: figures.year, forms, report: [] }
  return { ...content, report: draftParagraphs(content, source) }
}

/** 项目自评 of the unit's main project; no report. */
export function writeProjectContent(source: ContentSource): FilingContent {
  const { unit, work, figures, department } = source
  const pack =
    figures.year === 2023 ? 'central/project-self-evaluation/2020' : 'hunan/project-self-evaluation/2024'
  const form = writeProjectForm({ id: 'f1', pack, unit, work, figures, department })
  return { unit, budgetYear: figures.year, forms: [form], report: [] }
}

function draftParagraphs(content: FilingContent, source: ContentSource): readonly ReportParagraph[] {
  const { packs, lastYear } = source
  const filing = readContent(content, ownWords(source), packs)
  const draft = draftReport({
    filing,
    lastYear: lastYear && readContent(lastYear, textsOf(lastYear.report), packs),
    packs,
  })
  return reportOfDraft(draft, content)
}

/** The words of each paragraph. */
export function textsOf(report: readonly ReportParagraph[]): readonly string[] {
  return report.map(({ runs }) => runs.map(({ text }) => text).join(''))
}

/** A filing of plain texts, as the engine reads it. */
export function readContent(
  content: FilingContent,
  words: readonly string[],
  packs: readonly Pack[],
): Filing {
  const { unit, budgetYear, forms } = content
  const blocks = words.map((paragraph) => ({ paragraph }))
  return parseFiling({ unit, budgetYear, blocks, forms: forms.map(plainForm) }, packs)
}

function plainForm({ pack, fields, lists }: FormContent): object {
  const rows = Object.entries(lists).map(([id, list]) => [id, list.map(({ cells }) => cells)])
  return { pack, fields, lists: Object.fromEntries(rows) }
}
