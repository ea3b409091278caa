import type { Mention } from './mentions.js'

/** How a number belongs to the one before it in its sentence. */
export type Role =
  | Readonly<{ kind: 'head' }>
  /** 比上年减少138.62万元 or 降低23.01%. */
  | Readonly<{ kind: 'change'; direction: 'more' | 'less'; against: Against; named?: string }>
  /** 占总支出的96.80%. */
  | Readonly<{ kind: 'share'; wholeLabel: string }>
  /** 完成年初预算的98%, 预算执行率98%. */
  | Readonly<{ kind: 'completion'; of: string }>
  /** 较上年587.46万元减少…: the other year's figure set before the change. */
  | Readonly<{ kind: 'base'; against: Against }>
  /** Some other change against another year: not the figure of the words before it. */
  | Readonly<{ kind: 'unclear' }>

/** What a change is measured against: another year or a budget. */
export type Against = 'priorYear' | 'budget'

const prior =
  '(?:上一?年度?|去年度?|(?:19|20)\\d\\d年度?)(?:同期|同口径|决算数?|实际|执行数?|支出数?|完成数?|末|数|的)*'
const budget = '(?:年初|全年|调整后?|本年度?|当年)?(?:部门|支出|收入)?预算(?:批复|安排)?(?:数|的)?'
const mark = '[\\s，,、（(；;：:。“”]*'
const more = '增加|增长|上升|提高|提升|增支|增收|上涨|增多|增幅|多'
const less = '减少|下降|降低|压减|减支|减收|缩减|下滑|回落|减幅|降幅|压缩|少'
const filler =
  '(?:同比|支出|收入|总额|总体|整体|略有?|共|净|实际|人员|人数|经费|资金|本年度?|当年|共计|各项)*'
const tail = '(?:了|额|数|率|幅|幅度|比例|比率|百分比|金额|支出|收入|人员|人数|为|是|约|达到|达|[:：])*'
/** 较上年2.08减少: the other year's figure without its unit. */
const bareFigure = '(?:\\s*\\d[\\d.,]*\\s*)?'
const comparison = `(?:(?:同比|环比)于?(?:${prior})?|(?:相?比|较|与|同|和|相较于?|对比|比较)于?(?:(?:${prior})${bareFigure}|(${budget})|同期)(?:相比较?|对比|比较|比|同期)?)`

const changeLead = new RegExp(
  `^${mark}${filler}(?:([\\u4e00-\\u9fa5]{2,12}?)?(${comparison})${mark})?${filler}(?:(${more})|(${less}))${tail}\\s*$`,
)
const baseLead = new RegExp(
  `^${mark}${filler}(?:比|较|与|同|和|由|从)于?(?:(${prior})|(?:${budget}))的?(?:为|是)?\\s*$`,
)
const unclearLead = new RegExp(
  `(?:同比|环比|(?:比|较|与)(?:上一?年|去年|同期|(?:19|20)\\d\\d年|(?:年初|全年)?预算)).{0,24}(?:${more}|${less})${tail}\\s*$`,
)
const shareLead =
  /^[\s，,、（(；;]*(?:约|共|分别|各|仅|只)?占(?:比|(.{0,40}?)的?(?:比例|比重|比率|百分比|比)?)(?:为|是|约|达到|达|:|：)*$/
const completionLead =
  /^[\s，,、（(；;]*(?:完成|为|占|达到)(?:了)?((?:本年|全年|年初|当年|调整后?的?)?(?:部门|支出|收入)?预算(?:数|安排)?)的?\s*$/

/** More words than this between two numbers do not tie them together. */
const longestLink = 60
const linkWords = /[比较与同和由从占增减降升涨缩滑]|完成|提高|达到|预算|[多少]/

/** Reads the words between two numbers; `sentenceSoFar` tells whether another year was named before. */
export function readRole(mention: Mention, sentenceSoFar: string): Role {
  const words = mention.before
  if (words.length > longestLink || !linkWords.test(words)) return { kind: 'head' }
  if (mention.unit === '%') {
    const completion = completionLead.exec(words)
    if (completion !== null) return { kind: 'completion', of: completion[1] ?? '' }
    const share = shareLead.exec(words)
    if (share !== null) return { kind: 'share', wholeLabel: (share[1] ?? '').replace(/的?\s*$/, '') }
  }
  const change = changeLead.exec(words)
  if (change !== null) return changeRole(change, sentenceSoFar)
  const base = baseLead.exec(words)
  if (base === null) return unclearLead.test(words) ? { kind: 'unclear' } : { kind: 'head' }
  return { kind: 'base', against: base[1] === undefined ? 'budget' : 'priorYear' }
}

function changeRole(match: RegExpExecArray, sentenceSoFar: string): Role {
  const [, named, compared, againstBudget, isMore] = match
  const direction = isMore === undefined ? 'less' : 'more'
  if (compared !== undefined) {
    const against = againstBudget === undefined ? 'priorYear' : 'budget'
    return named === undefined
      ? { kind: 'change', direction, against }
      : { kind: 'change', direction, against, named }
  }
  if (/上年|去年|同比|(?:比|较|与)(?:19|20)\d\d年/.test(sentenceSoFar))
    return { kind: 'change', direction, against: 'priorYear' }
  return /预算/.test(sentenceSoFar) && /[比较]/.test(sentenceSoFar)
    ? { kind: 'change', direction, against: 'budget' }
    : { kind: 'head' }
}
