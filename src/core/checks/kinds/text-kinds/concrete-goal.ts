import { bareWords } from '../../../exact/normalise.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { holdsAt, violatedAt } from './verdicts.js'

/** 年度总体目标 says what is to be done: something is left of it without the `emptyWords`. */
export const concreteGoal: CheckKind = (filing, definition) => {
  const emptyWords = [...wordsOf(definition, 'emptyWords')].sort((left, right) => right.length - left.length)
  return filing.forms.flatMap(({ fields }): readonly Outcome[] => {
    const goal = fields.expectedGoal
    if (goal === undefined || goal.text.trim() === '') return []
    const left = emptyWords.reduce(
      (rest, word) => rest.replaceAll(word, ''),
      bareWords(goal.text).replace(/\d+年?度?/g, ''),
    )
    if (left !== '') return [holdsAt(goal.place)]
    const text = goal.text.trim()
    const message = `年度总体目标只写了“${text}”，看不出要做什么、做到什么程度。请写明主要任务和可以衡量的结果。`
    return [violatedAt([goal.place], message, { expected: '具体任务', stated: text })]
  })
}
