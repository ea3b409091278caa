import type { CheckKind } from '../../../law/check.js'
import { placesOf, quiet } from '../../outcome.js'
import { sortOf } from './completion.js'
import { indicatorsOfForm, numberIn } from './indicator.js'

/** STR-02: numbers in targets and actual values carry a unit. One outcome for each form. */
export const numbersHaveUnits: CheckKind = (filing) =>
  filing.forms.flatMap((form) => {
    const rows = indicatorsOfForm(form).filter(({ target }) => sortOf(target) === 'number')
    const bare = rows.filter(
      ({ target, actual }) => numberIn(target)?.unit === undefined && numberIn(actual)?.unit === undefined,
    )
    const named = bare.filter(
      ({ name, target }) => !/[%％（(]/.test(name.text) && numberIn(target)?.value.digits !== 0n,
    )
    if (rows.length === 0) return []
    if (named.length === 0) return [quiet('holds', ...rows.map(({ target }) => target))]
    return [
      {
        verdict: 'violated' as const,
        places: named.flatMap(({ target, actual }) => placesOf([target, actual])),
        message: `${named.length} 个指标的指标值只有数没有单位：${named.map(({ name, target }) => `“${name.text}”${target?.text.trim()}`).join('；')}。请补上单位（次、人、% 等）。`,
      },
    ]
  })
