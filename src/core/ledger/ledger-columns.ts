import { bareWords } from '../exact/normalise.js'
import type { Stage } from '../filing/fact.js'

/** What a column of an export holds. */
export type LedgerColumn = 'unit' | 'project' | 'projectCode' | 'category' | Stage

const headings: readonly (readonly [LedgerColumn, RegExp])[] = [
  ['projectCode', /^(?:预算|二级|一级)?项目(?:代码|编码|编号)$/],
  ['project', /^(?:预算|二级|支出|一级)?项目(?:名称|支出名称)?$|^指标名称$|^项目名称及代码$/],
  [
    'unit',
    /^(?:预算|基层预算|用款|资金使用|填报|执行)?单位(?:名称)?$|^部门名称$|^预算部门(?:单位)?(?:名称)?$/,
  ],
  ['category', /^(?:支出类型|支出类别|项目类别|支出性质|预算项目类别|基本项目支出)$/],
  [
    'initialBudget',
    /^(?:全年)?年初(?:批复|安排)?(?:预算|指标)(?:数|金额|额|总额)?$|^年初批复数$|^批复预算数?$/,
  ],
  [
    'adjustedBudget',
    /^(?:(?:全年|调整后|调整|现|当前|年度)(?:的)?(?:预算|指标)(?:数|金额|额|总额)?|调整后(?:数|金额)|全年可执行指标数?|(?:预算)?指标(?:总额|总金额|金额|数)|预算数|可执行指标(?:数|金额)?)$/,
  ],
  [
    'executedAmount',
    /^(?:(?:全年|本年|累计|预算|已|实际|本年累计|累计已|全年累计)?(?:执行|支出|支付)(?:数|金额|额|总额)?|(?:全年|本年)(?:支出|执行)合计|已支付|已支出|支出合计)$/,
  ],
]

/** Units that may stand behind a heading or above the table. */
const unitWords = /单位[:：]?\s*(?:人民币)?\s*(万元|元)|[（(]\s*(?:单位[:：]?)?\s*(万元|元)\s*[)）]/

/** What a heading says its column holds; undefined for columns of no interest. */
export function columnOf(heading: string): LedgerColumn | undefined {
  const words = bareWords(heading.replace(/[（(][^（()）]*[)）]/g, ''))
  return headings.find(([, pattern]) => pattern.test(words))?.[0]
}

/** 元 or 万元, where words say so. */
export function unitIn(text: string): '元' | '万元' | undefined {
  const [, behind, inside] = unitWords.exec(text.replace(/\s+/g, ' ')) ?? []
  const unit = behind ?? inside
  return unit === '元' || unit === '万元' ? unit : undefined
}
