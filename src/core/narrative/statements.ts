import type { Paragraph } from '../document/document.js'
import { foldedText } from './folded.js'
import { findMentions, type Mention } from './mentions.js'
import { readRole } from './role.js'
import { type Carried, type Statement, statementOf } from './statement.js'
import type { Surroundings } from './surroundings.js'
import { readLabel } from './vocabulary.js'

export type ParagraphContext = Readonly<{
  budgetYear: number | undefined
  ownNames: readonly string[]
  around: Surroundings
}>

/** Reads all numbers of a paragraph, each in the light of those before it. */
export function readStatements(paragraph: Paragraph, context: ParagraphContext): readonly Statement[] {
  const text = foldedText(paragraph)
  const statements: Statement[] = []
  const heads: Statement[] = []
  let words: SentenceWords | undefined
  for (const mention of findMentions(paragraph)) {
    words = words !== undefined && mention.start < words.to ? words : wordsOfSentence(text, mention)
    const role = readRole(mention, text.slice(words.from, mention.start))
    const statement = statementOf({
      mention,
      reading: readLabel(labelOf(mention), context.ownNames),
      role,
      around: context.around,
      carried: carriedTo(mention, heads, { text, budgetYear: context.budgetYear }),
      budgetYear: context.budgetYear,
      besideInitial: words.besideInitial,
      countsOthers: words.countsOthers,
    })
    statements.push(statement)
    if (role.kind === 'head') heads.push(statement)
  }
  return statements
}

type SentenceWords = Readonly<{ from: number; to: number; besideInitial: boolean; countsOthers: boolean }>

/** What one sentence says about all its numbers; asked at its first. */
function wordsOfSentence(text: string, mention: Mention): SentenceWords {
  const { from, to } = sentenceAround(text, mention)
  const sentence = text.slice(from, to)
  return {
    from,
    to,
    besideInitial: /年初(?:部门)?预算[^，。；,;项]{0,8}\d/.test(sentence),
    countsOthers: /编外|临聘|聘用|合同|公益性岗位|劳务派遣|无固定期限|退休|离休|临时/.test(sentence),
  }
}

/** 其中基本支出中工资福利支出: the part's own words follow 中. */
function labelOf(mention: Mention): string {
  return (
    /^(?:其中)?[:：]?(?:.{2,12}支出|.{2,12}经费)中[，,：:]?(.+)$/.exec(mention.label)?.[1] ?? mention.label
  )
}

/** Positions of the sentence, ended by 。！？, in which a mention stands. */
export function sentenceAround(text: string, mention: Mention): { from: number; to: number } {
  const before = text.slice(0, mention.start)
  const from = Math.max(before.lastIndexOf('。'), before.lastIndexOf('！'), before.lastIndexOf('？')) + 1
  const length = text.slice(mention.end).search(/[。！？]/)
  return { from, to: length < 0 ? text.length : mention.end + length }
}

/** How far back a year is carried: longer paragraphs have moved on. */
const reach = 600

function carriedTo(
  mention: Mention,
  heads: readonly Statement[],
  { text, budgetYear }: { text: string; budgetYear: number | undefined },
): Carried {
  const isRate = mention.unit === '%'
  const previous = heads.findLast(
    ({ clause, unit }) => clause === mention.clause && (unit === '%') === isRate,
  )
  const total = heads.findLast(({ reading }) =>
    ['totalExpenditure', 'totalRevenue', 'basicExpenditure'].includes(reading.term ?? ''),
  )
  return {
    year: carriedYear(text.slice(Math.max(0, mention.start - reach), mention.start), budgetYear),
    stage: heads.findLast(({ fact }) => fact.stage !== undefined)?.fact.stage,
    scope: total === undefined || total.fact.scope === 'all' ? undefined : total.fact.scope,
    previous,
  }
}

/** The year that the last clause beginning with one names, when it is near the budget year. */
function carriedYear(text: string, budgetYear: number | undefined): number | undefined {
  const clauseYear =
    /(?:^|[，,。；;：:（(]|截[至止]|^\s*[（(]?[\d一二三四五六七八九十]{1,3}[）).、．])\s*(20\d\d)年/g
  const printed = [...text.matchAll(clauseYear)].at(-1)
  const priorAt = /(?:^|[，,。；;：:（(])(?:上一?年|去年)(?!结转)[^。；;]*$/.test(text)
  if (priorAt && budgetYear !== undefined) return budgetYear - 1
  if (printed?.[1] === undefined) return undefined
  const year = Number.parseInt(printed[1], 10)
  return budgetYear === undefined || Math.abs(year - budgetYear) <= 2 ? year : undefined
}
