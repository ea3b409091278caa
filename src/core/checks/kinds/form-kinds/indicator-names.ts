import { bareWords } from '../../../exact/normalise.js'
import type { CheckKind, Outcome, Severity } from '../../../law/check.js'
import { placesOf, quiet } from '../../outcome.js'
import { numberOf } from '../../parameters.js'
import { type IndicatorRow, indicatorsOfForm, ofEachIndicator } from './indicator.js'

/** IND-03: no third-level indicator stands twice on one form. */
export const uniqueNames: CheckKind = (filing) =>
  filing.forms.flatMap((form) => {
    const rows = indicatorsOfForm(form)
    const repeated = repeatsOf(rows)
    if (rows.length > 0 && repeated.length === 0) return [quiet('holds', ...rows.map(({ name }) => name))]
    return repeated.map(({ first, again }) => ({
      verdict: 'violated' as const,
      places: placesOf([again.name, first.name]),
      message: `三级指标“${again.name.text}”在${groupWords(first)}和${groupWords(again)}各出现一次，同一件事计了两次分。请保留一个，另一个换成不同的指标。`,
    }))
  })

/** IND-08 inside one form: an indicator that stands twice has one target. */
export const sameTargetForSameName: CheckKind = (filing) =>
  filing.forms.flatMap((form) =>
    repeatsOf(indicatorsOfForm(form)).map(({ first, again }): Outcome => {
      const same = bareWords(first.target?.text ?? '') === bareWords(again.target?.text ?? '')
      if (same) return quiet('holds', first.target, again.target)
      return {
        verdict: 'violated',
        places: placesOf([again.target, first.target, again.name, first.name]),
        message: `同名指标“${again.name.text}”两处的指标值不同：“${first.target?.text}”和“${again.target?.text}”。请按批复的绩效目标统一。`,
        expected: first.target?.text ?? '',
        stated: again.target?.text ?? '',
      }
    }),
  )

type Repeat = Readonly<{ first: IndicatorRow; again: IndicatorRow }>

function repeatsOf(rows: readonly IndicatorRow[]): Repeat[] {
  const seen = new Map<string, IndicatorRow>()
  const repeats: Repeat[] = []
  for (const row of rows) {
    const words = bareWords(row.name.text)
    const first = seen.get(words)
    if (first !== undefined) repeats.push({ first, again: row })
    else seen.set(words, row)
  }
  return repeats
}

function groupWords({ aspect }: IndicatorRow): string {
  return aspect === '' ? '表中' : `“${aspect}”`
}

type Misplacement = Readonly<{
  aspect: RegExp
  words: RegExp
  except: RegExp | undefined
  belongs: string
  severity: Severity | undefined
}>

/** IND-04: what an indicator measures fits the second level it stands under. */
export const fittingAspect = ofEachIndicator(({ parameters }) => {
  const rules = parseMisplacements(parameters.misplacements)
  return (row) => {
    const rule = rules.find((candidate) => isMisplaced(row, candidate))
    if (rule === undefined) return [quiet('holds', row.name)]
    const outcome: Outcome = {
      verdict: 'violated',
      places: placesOf([row.name, row.row.aspect]),
      message: `“${row.name.text}”放在“${row.aspect}”下不合适，它反映的是${rule.belongs}。请移到对应的二级指标下。`,
      expected: rule.belongs,
      stated: row.aspect,
    }
    return [rule.severity === undefined ? outcome : { ...outcome, severity: rule.severity }]
  }
})

function isMisplaced(
  { aspect, name, target }: IndicatorRow,
  { aspect: where, words, except }: Misplacement,
): boolean {
  const text = bareWords(name.text)
  if (!where.test(aspect) || !words.test(text)) return false
  return except === undefined || !(except.test(text) || except.test(target?.text ?? ''))
}

/** @throws RangeError when the pack gives no list */
function parseMisplacements(value: unknown): readonly Misplacement[] {
  if (!Array.isArray(value)) throw new RangeError('parameter misplacements must be a list')
  return value.map(parseMisplacement)
}

function parseMisplacement(entry: unknown): Misplacement {
  const rule: Record<string, unknown> = Object(entry)
  const mild = rule.severity === 'info' || rule.severity === 'warning' ? rule.severity : undefined
  return {
    aspect: new RegExp(String(rule.aspect)),
    words: new RegExp(String(rule.words)),
    except: rule.except === undefined ? undefined : new RegExp(String(rule.except)),
    belongs: String(rule.belongs),
    severity: mild,
  }
}

/** IND-12: outputs and benefits each have an indicator, and there are not too many. */
export const indicatorCount: CheckKind = (filing, definition) => {
  const most = Number(numberOf(definition, 'most').digits)
  return filing.forms.flatMap((form) => {
    const rows = indicatorsOfForm(form)
    if (rows.length === 0 || !/SelfEvaluation$/.test(form.form)) return []
    const named = (form.lists.dimensions ?? []).length > 0
    const missing = (['output', 'benefit'] as const).filter(
      (wanted) => named && !rows.some(({ dimension }) => dimension === wanted),
    )
    const names = rows.map(({ name }) => name)
    if (missing.length === 0 && rows.length <= most) return [quiet('holds', ...names)]
    const words = missing.map((dimension) => (dimension === 'output' ? '产出指标' : '效益指标')).join('、')
    return [
      {
        verdict: 'violated' as const,
        places: placesOf(names.slice(0, 1)),
        message:
          missing.length > 0
            ? `表中没有${words}。产出和效益都必须设指标，请补上。`
            : `共有 ${rows.length} 个三级指标，偏多。请突出重点，合并次要的指标。`,
        ...(missing.length > 0 ? {} : { severity: 'info' as const }),
      },
    ]
  })
}
