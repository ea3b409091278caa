import type { CheckKind } from '../../../law/check.js'
import { placesOf, quiet } from '../../outcome.js'
import { numberOf } from '../../parameters.js'
import { indicatorsOfForm } from './indicator.js'

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
