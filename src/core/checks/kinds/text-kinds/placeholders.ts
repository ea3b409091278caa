import type { Place } from '../../../document/document.js'
import type { CheckKind } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { type Piece, piecesWith, wordsAround } from './pieces.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { holdsAny } from './word-pattern.js'

const emptyDate =
  /(?<![\d〇一二三四五六七八九十]\s*)(?:^|[^\d〇一二三四五六七八九十年月]|20\d{2})\s*年[\s_＿]+月[\s_＿]+日|^\s*年\s*月\s*日\s*$/

const crosses =
  /(?<![A-Za-z\d])[XＸ×]{2,}(?=[年月日县市区省局镇乡厅项万元%％个人次条号]|\s*$)|(?<=[（(“])[XＸ×]{2,}(?=[）)”])/

const blankAmount = /(?:为|共|计|支出|收入|预算|资金|金额)\s{2,}(?:万元|亿元|元|%|％)|[_＿]{3,}/

/** 占 %，比上年减少 万元: a sentence of the template without its figure. */
const blankFigure =
  /占(?!比|[\u4e00-\u9fa5]*[比率])[\u4e00-\u9fa5“”]{0,12}\s*[%％](?=\s*[，,；;。])|(?:增加|减少|增长|下降|降低)\s*(?:万元|亿元|[%％])(?=\s*[，,；;。])/

/** 〔请填写：单位主要职责〕, a question that a draft of ours leaves to its writer. */
const question = /〔请(?:填写|核对)：[^〕]{1,80}〕?/

/** Cheap: what every one of the patterns contains. */
const anyPlaceholder =
  /〔请|[XＸ×]{2}|[_＿]{3}|年[\s_＿]*月[\s_＿]*日|(?:万元|亿元|元|[%％])(?<=[\u4e00-\u9fa5”，,]\s*(?:[万亿]?元|[%％]))/

/** 占位符: empty dates, XX and blanks left over from the template. Empty dates of a signature line are asked elsewhere. */
export const placeholders: CheckKind = (filing, definition) => {
  const signatureWords = wordsOf(definition, 'signatureWords')
  const found = piecesWith(filing, anyPlaceholder)
    .filter(({ text }) => !holdsAny(text, signatureWords))
    .flatMap(placeholderIn)
  if (found.length === 0) return [holdsAt()]
  return found.map(({ place, words }) =>
    violatedAt([place], `“${words}”是模板里的占位，没有填写。请填上实际内容。`),
  )
}

function placeholderIn({ text, at, kind }: Piece): readonly { place: Place; words: string }[] {
  const patterns =
    kind === 'paragraph' ? [question, emptyDate, crosses, blankAmount, blankFigure] : [emptyDate, crosses]
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    if (match === null) continue
    const words =
      pattern === crosses ? wordsAround(text, match.index, match.index + match[0].length) : match[0]
    return [{ place: at(words), words: words.trim() }]
  }
  return []
}
