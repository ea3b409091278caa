import { bareWords } from '../../../exact/normalise.js'
import type { FieldValue } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { indicatorRows } from './form-values.js'
import { holdsAt, violatedAt } from './verdicts.js'

/** 任务名 = 产出指标名: asked when most tasks of the fund table come back as indicators, so that all should. */
export const tasksAreIndicators: CheckKind = (filing) => {
  const tasks = filing.forms
    .flatMap(({ lists }) => lists.tasks ?? [])
    .flatMap(({ task }) => (task?.text.trim() ? [task] : []))
  const names = new Set(indicatorRows(filing).map(({ name }) => bareWords(name?.text ?? '')))
  const absent = tasks.filter(({ text }) => !names.has(bareWords(text)))
  if (tasks.length < 3 || absent.length * 5 > tasks.length * 2) return []
  return absent.length === 0 ? [holdsAt(...tasks.map(({ place }) => place))] : absent.map(absentOutcome)
}

function absentOutcome({ text, place }: FieldValue): Outcome {
  return violatedAt(
    [place],
    `资金表里的任务“${text.trim()}”在绩效指标表里没有同名的指标，其余任务都有。请核对名称，或补上指标。`,
  )
}
