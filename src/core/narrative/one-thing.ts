import type { StatementInput } from './statement.js'
import { cleanLabel } from './vocabulary.js'

/** 总收入100万元，其中：公共预算收入90万元: a part of a figure of the same name is another quantity. */
export function isInsideItsLike({ mention, reading, carried }: StatementInput): boolean {
  const whole = carried.previous?.reading
  return (
    whole !== undefined &&
    whole.term !== undefined &&
    whole.term === reading.term &&
    whole.stage === reading.stage &&
    /其中|包括|包含/.test(mention.before)
  )
}

/** 岗位补贴。年初预算为256万元: the words at the paragraph's head, or the figure before, name one purpose. */
export function speaksOfOneThing({ mention, carried }: StatementInput): boolean {
  const { previous } = carried
  if (previous !== undefined) return previous.fact.quantity === 'other' && previous.fact.stage !== undefined
  const head = /^\s*([^。：:，,；;\d]{2,30})[。：:]/.exec(mention.before)?.[1]
  return head !== undefined && /(?:费|补贴|补助|抚恤|公积金|缴费|运行|事务|医疗|服务)$/.test(cleanLabel(head))
}
