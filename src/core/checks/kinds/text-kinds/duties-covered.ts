import { bareWords } from '../../../exact/normalise.js'
import type { FieldValue, Filing } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { cannotCheckAt, holdsAt, violatedAt } from './verdicts.js'
import { holdsAny } from './word-pattern.js'

/** 每项职责都有任务和资金: every listed duty comes back in the task and budget table. Duties assigned ad hoc need not. */
export const dutiesCovered: CheckKind = (filing, definition) => {
  const exempt = wordsOf(definition, 'exemptWords')
  const duties = cellsOf(filing, 'duties', 'duty').filter(({ text }) => !holdsAny(text, exempt))
  const tasks = [...cellsOf(filing, 'tasks', 'duty'), ...cellsOf(filing, 'tasks', 'task')].map(({ text }) =>
    bareDuty(text),
  )
  if (duties.length === 0 && tasks.length === 0) return []
  if (duties.length === 0 || tasks.length === 0) return [cannotCheckAt()]
  const uncovered = duties.filter((duty) => !tasks.some((task) => sameDuty(bareDuty(duty.text), task)))
  if (uncovered.length * 2 > duties.length) return [cannotCheckAt(...duties.map(({ place }) => place))]
  return uncovered.length === 0
    ? [holdsAt(...duties.map(({ place }) => place))]
    : uncovered.map(uncoveredOutcome)
}

function uncoveredOutcome(duty: FieldValue): Outcome {
  const start = duty.text.trim().slice(0, 30)
  const message = `职责“${start}${duty.text.trim().length > 30 ? '……' : ''}”在任务和资金表里没有对应的行。请补上任务和预算，没有安排的请说明。`
  return violatedAt([duty.place], message)
}

function cellsOf({ forms }: Filing, list: string, key: string): readonly FieldValue[] {
  return forms.flatMap(({ lists }) =>
    (lists[list] ?? []).flatMap((row) => {
      const value = row[key]
      return value === undefined || value.text.trim() === '' ? [] : [value]
    }),
  )
}

function bareDuty(text: string): string {
  return bareWords(text.trim().replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.．]/, ''))
}

const sharedStart = 10

function sameDuty(left: string, right: string): boolean {
  if (left === '' || right === '') return false
  const length = Math.min(sharedStart, left.length, right.length)
  return (
    left === right ||
    left.slice(0, length) === right.slice(0, length) ||
    left.includes(right) ||
    right.includes(left)
  )
}
