import type { CheckKind } from '../../../law/check.js'
import { assertionsAboutGoals, reachOutcomes } from './goal-assertions.js'
import { reachOf } from './indicator-reach.js'

/** 超预期完成: at least one indicator lies beyond its target. Undecidable rows make the whole undecidable. */
export const beyondTarget: CheckKind = (filing, definition) =>
  reachOutcomes(filing, assertionsAboutGoals(filing, definition), {
    contradicted: (rows) => rows.every((row) => reachOf(row) === 'reached' || reachOf(row) === 'short'),
    supported: (rows) => rows.some((row) => reachOf(row) === 'beyond'),
    words: (count) => `${count}项指标的完成值没有一项超过目标值`,
  })
