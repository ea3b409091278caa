import { bareWords } from '../../../exact/normalise.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { placesOf, quiet } from '../../outcome.js'
import { indicatorsOfForm } from './indicator.js'
import { repeatsOf } from './repeated-indicators.js'

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
