import type { Place } from '../../core/document/document.js'
import type { Verdict } from '../../core/exact/interval.js'
import type { Basis, CheckResult, Finding, Severity } from '../../core/law/check.js'
import { basisKey, type CheckedFile, type Counts, type FormReport, placeKey } from '../report.js'

/** 错误, 提示, 建议: the words for severities, the worst first. */
export const severityWords = { error: '错误', warning: '提示', info: '建议' } as const satisfies Record<
  Severity,
  string
>

/** The words for verdicts. */
export const verdictWords = {
  holds: '成立',
  rounding: '舍入可解释',
  violated: '不成立',
  cannotCheck: '无法核对',
} as const satisfies Record<Verdict, string>

/** `第2张表第4行第7列“9.9”`: rows and columns counted from 1 as a person counts; the line of a text file behind. */
export function placeWords(place: Place, file: Pick<CheckedFile, 'cells'>): string {
  const quote = quoteWords(place)
  const line = place.line === undefined ? '' : `（文本第${place.line}行）`
  return `${whereWords(place, file)}${quoted(quote)}${line}`
}

/** Corner marks where the words hold quotation marks themselves. */
function quoted(quote: string): string {
  if (quote === blank) return quote
  return /[“”]/.test(quote) ? `「${quote}」` : `“${quote}”`
}

/** `第2张表第4行第7列（年度资金总额·得分）`, `第14段`: where it stands without what stands there. */
export function whereWords(place: Place, { cells }: Pick<CheckedFile, 'cells'>): string {
  const name = cells[placeKey(place)]
  const known = name === undefined || name === quoteWords(place)
  return `${positionWords(place)}${known ? '' : `（${name}）`}`
}

function positionWords({ part, row, column }: Place): string {
  const [kind, number] = part.split(' ')
  if (kind !== 'table') return `第${number}段`
  const cell = row === undefined ? '' : `第${row + 1}行${column === undefined ? '' : `第${column + 1}列`}`
  return `第${number}张表${cell}`
}

const longestQuote = 48
const blank = '（空白）'

/** What stands there, cut to 48 signs; `（空白）` for an empty cell. */
export function quoteWords({ quote }: Place): string {
  const text = quote.replace(/\s+/g, ' ').trim()
  if (text === '') return blank
  return [...text].length > longestQuote ? `${[...text].slice(0, longestQuote).join('')}…` : text
}

const longestFigure = 20

/** `填写 9.9分 · 应为 9.7分 · 多 0.2分`; empty when nothing is compared or the message itself says it all. */
export function comparisonWords({ message, stated, expected, difference, unit = '' }: CheckResult): string {
  const parts = [
    stated === undefined ? undefined : `填写 ${measured(stated, unit)}`,
    expected === undefined ? undefined : `应为 ${measured(expected, unit)}`,
    difference === undefined ? undefined : differenceWords(difference, unit),
  ].filter((part) => part !== undefined)
  const said = [stated, expected, difference?.replace('-', '')].every((value) =>
    message.includes(value ?? ''),
  )
  const long = [stated, expected].some((value) => (value?.length ?? 0) > longestFigure)
  return said || long ? '' : parts.join(' · ')
}

/** `9.9分`: the unit follows numbers only; a date or a list of weights stands for itself. */
export function measured(value: string, unit: string): string {
  return /^[≤≥<>]?\s*-?[\d,.]+$/.test(value) ? value + unit : value
}

/** `多 0.2分`, from stated less expected. Two rates differ by points of percent. */
export function differenceWords(difference: string, unit: string): string {
  const measure = unit === '%' ? '个百分点' : unit
  if (!/^-?\d/.test(difference)) return `相差 ${difference}${measure}`
  return difference.startsWith('-') ? `少 ${difference.slice(1)}${measure}` : `多 ${difference}${measure}`
}

/** What the finding rests on, in words. */
export function basisWordsOf(basis: readonly Basis[], { basisWords }: CheckedFile): string {
  return basis.map((one) => basisWords[basisKey(one)] ?? basisKey(one)).join('；')
}

/** `把第2张表第4行第7列“9.9”改为“9.7”：…`; undefined when there is no suggestion. */
export function suggestionWords({ suggestion }: Finding, file: CheckedFile): string | undefined {
  if (suggestion === undefined) return undefined
  const { place, value, because } = suggestion
  return `把${placeWords(place, file)}改为“${value}”${because === '' || because === value ? '' : `：${because}`}`
}

/** How many findings there are of each severity. */
export function countSeverities(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** False when nothing of a self-evaluation was recognised in the file. */
export function isReport({ counts, forms, unit, budgetYear }: CheckedFile): boolean {
  return totalOf(counts) > 0 && (forms.length > 0 || unit !== undefined || budgetYear !== undefined)
}

/** The verdict on a file in one sentence. */
export function verdictSentence(file: CheckedFile): string {
  const { findings } = file
  if (!isReport(file)) {
    return '这不像绩效自评报告：没有认出自评表，也没有认出单位和年度。表格如是图片，请换成文字版。'
  }
  const { error: errors, warning: warnings, info: infos } = countSeverities(findings)
  const rest = [warnings ? `${warnings} 处提示` : '', infos ? `${infos} 处建议` : '']
    .filter(Boolean)
    .join('、')
  if (errors) return `发现 ${errors} 处错误${rest === '' ? '' : `，另有 ${rest}`}。`
  return rest === '' ? '没有发现问题。' : `没有发现错误，有 ${rest}。`
}

/** What the user must know before the findings: what reading lost, and that no form was recognised. */
export function noticesOf({ notes, forms }: CheckedFile): readonly string[] {
  if (forms.some(({ form }) => form !== 'unknown')) return notes
  return [...notes, '没有认出自评表，只核对了文字和表内合计。文件里如有自评表，请看它是不是图片。']
}

/** `核对 63 项：58 成立，1 舍入可解释，3 不成立，1 无法核对`. */
export function countWords(counts: Counts): string {
  const { holds, rounding, violated, cannotCheck } = counts
  const total = totalOf(counts)
  return `核对 ${total} 项：${holds} 成立，${rounding} 舍入可解释，${violated} 不成立，${cannotCheck} 无法核对`
}

function totalOf({ holds, rounding, violated, cannotCheck }: Counts): number {
  return holds + rounding + violated + cannotCheck
}

/** `自评 98.5 分，按表重算 96.2 分`; undefined for a form without scores. */
export function scoreWords({ statedTotal, computedTotal }: FormReport): string | undefined {
  if (statedTotal === undefined && computedTotal === undefined) return undefined
  const stated = statedTotal === undefined ? '未填总分' : `自评总分 ${statedTotal} 分`
  return `${stated}，${computedTotal === undefined ? '缺数，无法重算' : `按表重算 ${computedTotal} 分`}`
}

/** `云溪县水利局 2024年度`, as far as it is known. */
export function filingWords({ unit, budgetYear }: CheckedFile): string {
  return [unit ?? '（未认出单位）', budgetYear === undefined ? '' : `${budgetYear}年度`].join(' ').trim()
}
