import type { CheckKind } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { indicatorRows } from './form-values.js'
import { piecesOf } from './pieces.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { holdsAny } from './word-pattern.js'

/** 满意度 with a value needs a survey: some word of one must stand anywhere in the file. */
export const satisfactionSurvey: CheckKind = (filing, definition) => {
  const words = wordsOf(definition, 'surveyWords')
  const actuals = indicatorRows(filing).flatMap(({ name, aspect, dimension, actual }) => {
    const about = [name, aspect, dimension].map((field) => field?.text ?? '').join('')
    return /满意/.test(about) && actual?.stated.kind === 'number' ? [actual.place] : []
  })
  if (actuals.length === 0) return []
  if (piecesOf(filing).some(({ text }) => holdsAny(text, words))) return [holdsAt(...actuals)]
  const message = '填了满意度，全文却没有提到问卷、走访等调查。请说明怎样调查、发放和收回多少份，并留存资料。'
  return [violatedAt(actuals, message)]
}
