import { bareWords } from '../../../exact/normalise.js'
import type { Outcome, Severity } from '../../../law/check.js'
import { placesOf, quiet } from '../../outcome.js'
import { type IndicatorRow, ofEachIndicator } from './indicator.js'

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
