import { type Paragraph, placeInParagraph } from '../document/document.js'
import type { Claim } from '../filing/claim.js'
import type { Statement } from './statement.js'
import { cleanLabel } from './vocabulary.js'

type ScoreClaim = Extract<Claim, { kind: 'score' }>

const scoreLabel =
  /(?:总得分|总分|综合得分|综合评分|综合评价得分|自评得分|自评总分|自评总得分|自评综合得分|评价得分|评价总分|绩效得分|最终得分|最终评分|自评分数?|自评结果|评价结果|自我评分|自评为|得分|评分)(?:结果|合计)?(?:为|是|达到|达)*$/
const notTheWhole =
  /满分|分值|权重|指标|产出|效益|满意度|执行率?|扣|项目(?!绩效|支出绩效|资金绩效)|一级|二级|三级|平均|复核|考核|上年|去年|部门评价/
const gradeWords = '优秀|优等|优|良好|良|中等|中|合格|基本合格|不合格|较好|较差|差'
const gradePattern = new RegExp(
  `(?:等级|等次|档次|评级|级别|评价结果|自评结果|评定|评价|属于|评为|定为|确定为)(?:为|是|评定为|属于|达到|[:：])*\\s*[“"”「‘']?(${gradeWords})[”"“」’']?(?:等级|等次|档|级)?(?=[，。；、,;)）\\s”"]|$)`,
)

/** 总得分100分, 属于“优秀”: the score of the whole self-evaluation and its grade, one claim for a sentence. */
export function findScores(statements: readonly Statement[], paragraph: Paragraph): readonly ScoreClaim[] {
  const totals = statements.filter((statement) => statement.unit === '分' && isTotal(statement))
  const chosen = totals.filter(({ label }) => totals.length === 1 || !/总分$|总分为$/.test(label))
  return chosen.map((total) => {
    const rest = paragraph.text.slice(total.end)
    const sentence = /^[^。]*/.exec(rest)?.[0] ?? ''
    const grade = gradePattern.exec(sentence)?.[1] ?? nextGrade(rest.slice(sentence.length))
    const quote =
      grade === undefined
        ? total.fact.place.quote
        : paragraph.text.slice(total.labelStart, total.end + rest.indexOf(grade) + grade.length)
    return { kind: 'score', total: total.fact, grade, place: placeInParagraph(paragraph, quote.trim()) }
  })
}

/** 。等级为优。 directly after the sentence with the score. */
function nextGrade(rest: string): string | undefined {
  const next = /^。\s*(?:自评|评价|绩效)?(?:结果)?(?:等级|等次|档次)[^。]{0,20}/.exec(rest)?.[0]
  return next === undefined ? undefined : gradePattern.exec(`${next}。`)?.[1]
}

function isTotal(statement: Statement): boolean {
  const label = cleanLabel(statement.label)
  const whole = label === '' ? cleanLabel(statement.before) : label
  if (/^(?:得分|自评得分|自评分)/.test(label) && isOfIndicator(statement)) return false
  return (
    scoreLabel.test(whole.replace(/[：:]$/, '')) &&
    !notTheWhole.test(whole.replace(/(?:部门)?整体支出(?:资金)?(?:项目)?/g, ''))
  )
}

/** 分值10分，得分9分: the score of one indicator; 分值100分，得分98分 is the whole. */
function isOfIndicator({ paragraph, labelStart }: Statement): boolean {
  const before = paragraph.text.slice(0, labelStart)
  return /(?:分值|权重)(?:合计|共|总和)?(?:为|是|[:：])?\s*(?!100(?:\.0+)?\s*分)\d[\d.]*\s*分[，,、；;\s]*$/.test(
    before,
  )
}
