import { hasLuhnDigit, isBankCard, isIdentityNumber, isOldIdentityNumber } from './check-digits.js'
import type { Found } from './found.js'
import type { RedactionRule } from './passage.js'

type Pattern = Readonly<{
  rule: RedactionRule
  pattern: RegExp
  accepts: (printed: string, digits: string, around: string) => boolean
}>

const gap = '[ \\t\\n\\u3000\\-—_]{0,2}'
const noDigitBefore = '(?<!\\d)(?<!\\d\\.)'
const noDigitAfter = '(?!\\d|\\.\\d|,\\d{3}(?!\\d))'

const patterns: readonly Pattern[] = [
  {
    rule: 'pattern-identity',
    pattern: new RegExp(`(?<![\\dA-Za-z])[1-8](?:${gap}\\d){16}${gap}[\\dXx](?![\\dA-Za-z])`, 'g'),
    accepts: (printed, digits, around) => isIdentityNumber(digits) || isCutByWorkbook(printed, around),
  },
  {
    rule: 'pattern-identity',
    pattern: new RegExp(`(?<![\\dA-Za-z])[1-8](?:${gap}\\d){14}(?![\\dA-Za-z])`, 'g'),
    accepts: (_printed, digits, around) => isOldIdentityNumber(digits) && /身份|证件|证号/.test(around),
  },
  {
    rule: 'pattern-bank-card',
    pattern: new RegExp(`${noDigitBefore}\\d(?:${gap}\\d){15,18}${noDigitAfter}`, 'g'),
    accepts: (_printed, digits, around) =>
      isBankCard(digits) || (hasLuhnDigit(digits) && /银行卡|卡号|账号|帐号|账户|开户/.test(around)),
  },
  {
    rule: 'pattern-mobile',
    pattern: new RegExp(
      `${noDigitBefore}(?:\\(?(?:\\+|00)?86\\)?${gap})?1(?:${gap}\\d){10}${noDigitAfter}`,
      'g',
    ),
    accepts: (printed, digits) => /^1[3-9]/.test(digits.slice(-11)) && isGroupedLikeMobile(printed),
  },
  {
    rule: 'pattern-mobile',
    pattern:
      /(?<![〇零○一二三四五六七八九十百千万])[一幺][三-九](?:[〇零○一幺二三四五六七八九]){9}(?![〇零○一二三四五六七八九十百千万])/g,
    accepts: (printed) => /^[一幺][三四五六七八九]/.test(printed),
  },
  {
    rule: 'pattern-mobile',
    pattern: /(?<![\d.])1[3-9]\d([.·])\d{4}\1\d{4}(?![\d.])/g,
    accepts: () => true,
  },
  {
    rule: 'pattern-landline',
    pattern:
      /(?<![\d.\-A-Za-z])(?:\(?(?:\+|00)?86\)?[ \t-]?)?(?:\(0(?:10|2\d|[3-9]\d{2})\)|0(?:10|2\d|[3-9]\d{2}))(?:[ \t]?[-—－_][ \t]?|[ \t]{0,2})[2-9]\d{2,3}[ \t-]?\d{4}(?:\s?(?:-|转)\s?\d{1,5})?(?!\d|\.\d)/g,
    accepts: () => true,
  },
  {
    rule: 'pattern-email',
    pattern:
      /[A-Za-z0-9][\w.+-]{0,63}\s?(?:@|\[at\]|\(at\)|【at】|#at#)\s?[A-Za-z0-9][\w-]{0,62}(?:\s?(?:\.|\[dot\]|\(dot\))\s?[A-Za-z0-9][\w-]{0,62})+/gi,
    accepts: () => true,
  },
]

/** A number with a unit after it, a currency before it, or a code's name before it is none of a person's. */
const figureAfter = /^\s*(?:元|万|亿|千|百|%|人|个|次|户|件|平方|㎡|m2|吨|公里|公斤|千克|份|册)/
const figureBefore =
  /(?:[¥￥$]|(?:编号|编码|代码|文号|批号|合同号|项目号|凭证号|序列号|单号|订单号|信用代码|邮编|邮政编码|ISBN|ISSN)\s*(?:为|是)?\s*:?)\s*$/
const hotlineBefore =
  /(?:监督|举报|咨询|热线|服务|投诉|公开|值班|信访|报修|客服|求助)(?:服务|举报|投诉|咨询)?(?:电话|热线|专线)?(?:号码)?\s*(?:为|是)?\s*:?\s*$/
const readAround = 40
const worthReading = /\d\D{0,2}\d\D{0,2}\d|@|at[\])】#]|[一幺][三-九]/i

/** Numbers and addresses of persons in a folded text, told by their form alone. */
export function patternsIn(text: string): readonly Found[] {
  if (!worthReading.test(text)) return []
  return patterns.flatMap(({ rule, pattern, accepts }) =>
    [...text.matchAll(pattern)].flatMap((match): readonly Found[] => {
      const [printed] = match
      const [from, to] = [match.index, match.index + printed.length]
      const before = text.slice(Math.max(0, from - readAround), from)
      if (!accepts(printed, printed.replace(/[^\dXx]/g, ''), before + text.slice(to, to + readAround)))
        return []
      if (rule !== 'pattern-email' && isFigure(before, text.slice(to))) return []
      if (/\d[ \t]+\d/.test(printed) && isInRow(before, text.slice(to))) return []
      if (rule === 'pattern-landline' && hotlineBefore.test(before)) return []
      return [{ from, to, rule }]
    }),
  )
}

function isFigure(before: string, after: string): boolean {
  return figureAfter.test(after) || figureBefore.test(before)
}

/** An identity number typed as a number keeps fifteen digits; nothing else fills a cell with a birthday in the middle. */
function isCutByWorkbook(printed: string, around: string): boolean {
  return (
    around === '' &&
    /^\d{15}000$/.test(printed) &&
    isOldIdentityNumber(printed.slice(0, 6) + printed.slice(8, 17))
  )
}

/** One of a row of numbers that only spaces part: 150 2000 3000 400. */
function isInRow(before: string, after: string): boolean {
  return /\d[ \t]{1,2}$/.test(before) || /^[ \t]{1,2}\d/.test(after)
}

/** 138 0000 0000, 138-00000000, one by one, or broken at the end of a line; not `15000 200000`, which are two counts. */
function isGroupedLikeMobile(printed: string): boolean {
  const bare = printed.replace(/^\(?(?:\+|00)?86\)?(?=\D*1[\d\s\-—_]{10})/, '').replace(/^[\s\-—_]+/, '')
  const lengths = bare.split(/[\s\-—_]+/).map(({ length }) => length)
  if (lengths.length === 1 || /[\n]/.test(bare) || lengths.every((length) => length === 1)) return true
  return mobileGroups.has(lengths.join(' '))
}

const mobileGroups = new Set(['3 4 4', '3 8', '7 4', '3 2 2 2 2', '3 3 5', '3 3 3 2', '4 4 3', '3 4 2 2'])
