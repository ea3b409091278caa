import { type Paragraph, placeInParagraph } from '../document/document.js'
import type { Claim } from '../filing/claim.js'
import { findScope, readLabel } from './vocabulary.js'

type AbsenceClaim = Extract<Claim, { kind: 'absence' }>

const denial =
  /(?:无|没有|未安排|未发生|未涉及|不涉及|不存在|未使用|未购置|未产生)(?:任何|相关|新增)?((?:(?!无|没有|未)[^，。；,;（(：:]){2,30})/g
const bareDenial =
  /^(?:我|本)?(?:单位|部门|局|中心)?(?:\d{4}年度?|本年度?)?(?:暂?无|没有|不涉及|无此项|无该项|无相关)(?:此类|此项|该项|该类|相关)?(?:支出|内容|情况|预算|资金|业务)*[。.]?$/
const longestBare = 60
const keptWords = /预算|支出|收入|经费|费用?|拨款|资金/

/** 本单位无政府性基金预算支出, and a bare 无。 below a heading that names a budget. */
export function findAbsences(
  paragraph: Paragraph,
  titles: readonly string[],
  project: string | undefined,
): readonly AbsenceClaim[] {
  const text = paragraph.text.trim()
  if (text.length < longestBare && bareDenial.test(text.replace(/\s/g, '')))
    return underHeading(paragraph, titles.at(-1))
  if (project !== undefined) return []
  return [...paragraph.text.matchAll(denial)].flatMap((match) => {
    const label = (match[1] ?? '').trim()
    if (!keptWords.test(label) && !/楼堂馆所/.test(label)) return []
    const claim = absenceOf(label, placeInParagraph(paragraph, match[0].trim()))
    return claim === undefined ? [] : [claim]
  })
}

function underHeading(paragraph: Paragraph, title: string | undefined): readonly AbsenceClaim[] {
  if (title === undefined) return []
  const claim = absenceOf(title.replace(/情况$/, ''), placeInParagraph(paragraph, paragraph.text.trim()))
  return claim === undefined ? [] : [claim]
}

function absenceOf(label: string, place: AbsenceClaim['place']): AbsenceClaim | undefined {
  const scope = findScope(label)
  const reading = readLabel(label)
  if (reading.rest !== '' && !/楼堂馆所/.test(label)) return undefined
  if (scope !== undefined && scope !== 'generalPublicBudget') {
    const quantity = reading.term === 'totalRevenue' ? 'totalRevenue' : 'totalExpenditure'
    return { kind: 'absence', quantity, scope, label, place }
  }
  if (/楼堂馆所/.test(label)) return { kind: 'absence', quantity: 'other', scope: 'all', label, place }
  const named = reading.quantity !== 'other' && !/^total|carryOver|Balance/.test(reading.quantity)
  return named ? { kind: 'absence', quantity: reading.quantity, scope: 'all', label, place } : undefined
}
