import { add, compare, decimal, toShortText } from '../../core/exact/decimal.js'
import type { FormReport } from '../report.js'
import { scoreWords } from './words.js'

/** The total of one scored form, or of one form that is printed as several tables; in points, decimal text. */
export type ScoreTotal = Readonly<{
  title: string
  stated: string | undefined
  computed: string | undefined
  /** Undefined unless the points that could be earned are 100: a grade of a part says nothing. */
  grade: string | undefined
}>

/** The totals of a file. Tables of one pack that print no total of their own are parts of one form. */
export function scoreTotals(forms: readonly FormReport[]): readonly ScoreTotal[] {
  const parts = new Map<string, FormReport[]>()
  for (const form of forms) {
    if (scoreWords(form) === undefined) continue
    const key = form.statedTotal === undefined ? form.pack : form.part
    parts.set(key, [...(parts.get(key) ?? []), form])
  }
  return [...parts.values()].map(totalOf)
}

function totalOf(forms: readonly FormReport[]): ScoreTotal {
  const [first] = forms
  const computed = sumOf(forms.map(({ computedTotal }) => computedTotal))
  const weight = sumOf(forms.flatMap(({ rows }) => rows.map((row) => row.weight)))
  const whole = forms.length === 1 && weight !== undefined && compare(decimal(weight), decimal('100')) === 0
  return {
    title: `${first?.title ?? ''}${forms.length > 1 ? `（${forms.length}张表合计）` : ''}`,
    stated: first?.statedTotal,
    computed,
    grade: whole ? first?.grade : undefined,
  }
}

function sumOf(numbers: readonly (string | undefined)[]): string | undefined {
  let total = decimal('0')
  for (const number of numbers) {
    if (number === undefined) return undefined
    total = add(total, decimal(number))
  }
  return toShortText(total)
}
