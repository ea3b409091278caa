import { type Paragraph, placeInParagraph } from '../document/document.js'
import type { Claim } from '../filing/claim.js'

type IndicatorClaim = Extract<Claim, { kind: 'indicator' }>

const indicator =
  /三级指标[“"”]([^”"“]{2,80})[”"“]\s*[，,：:]\s*(?:年度)?(?:指标值|目标值)(?:为|是|[:：])?\s*([^，,；;。]{1,40})(?:[，,；;]\s*(?:全年)?(?:实际)?(?:指标值|完成值|完成情况|完成)(?:为|是|[:：])?\s*([^，,；;。]{1,60}))?/g
const aspectPattern = /二级指标([\u4e00-\u9fa5]{2,8}指标)/g

/** 设置三级指标“…”，指标值为…，全年实际指标值为…: indicators set out in prose. */
export function findIndicators(paragraph: Paragraph): readonly IndicatorClaim[] {
  if (!paragraph.text.includes('三级指标')) return []
  const aspects = [...paragraph.text.matchAll(aspectPattern)]
  return [...paragraph.text.matchAll(indicator)].map((match) => {
    const [quote, name = '', target, actual] = match
    return {
      kind: 'indicator',
      name,
      aspect: aspects.findLast((aspect) => aspect.index < match.index)?.[1],
      target: target?.trim(),
      actual: actual?.trim(),
      place: placeInParagraph(paragraph, quote),
    }
  })
}
