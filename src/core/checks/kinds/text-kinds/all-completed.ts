import type { CheckKind } from '../../../law/check.js'
import { assertionsAboutGoals, reachOutcomes } from './goal-assertions.js'
import { reachOf } from './indicator-reach.js'

/** 全部完成: no indicator falls short of its target. */
export const allCompleted: CheckKind = (filing, definition) =>
  reachOutcomes(filing, assertionsAboutGoals(filing, definition), {
    contradicted: (rows) => rows.some((row) => reachOf(row) === 'short'),
    supported: (rows) => rows.every((row) => ['reached', 'beyond'].includes(reachOf(row))),
    words: (count, short) => `${count}项指标中有${short}项的完成值没有达到目标值`,
  })
