import { compare, decimal, multiply } from '../../../exact/decimal.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { numberOf } from '../../parameters.js'

/** EXE-04 on a task table: a task said to be done on little of its money is explained. */
export const doneOnLittleMoney: CheckKind = (filing, definition) =>
  filing.forms.flatMap((form) =>
    (form.lists.tasks ?? []).flatMap((row): Outcome[] => {
      const { completion, budget, executed } = row
      if (budget?.stated.kind !== 'number' || executed?.stated.kind !== 'number' || !completion) return []
      const isDone =
        completion.stated.kind === 'number' && compare(completion.stated.value, decimal('95')) >= 0
      const least = numberOf(definition, 'percent')
      const spent = multiply(executed.stated.value, decimal('100'))
      if (!isDone || compare(spent, multiply(budget.stated.value, least)) >= 0) {
        return [{ verdict: 'holds' as const, places: [executed.place], message: '' }]
      }
      return [
        {
          verdict: 'violated' as const,
          places: [executed.place, budget.place, completion.place],
          message: `“${row.task?.text ?? ''}”写完成 ${completion.text}，资金却只用了 ${executed.text}（预算 ${budget.text}）。请说明任务怎么完成的、余下的钱为什么没用。`,
          expected: budget.text,
          stated: executed.text,
          unit: '万元',
        },
      ]
    }),
  )
