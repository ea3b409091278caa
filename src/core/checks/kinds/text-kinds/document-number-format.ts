import type { CheckKind } from '../../../law/check.js'
import { bracketedYear, type Mention, mentionsOf } from './document-number-mentions.js'
import { piecesWith } from './pieces.js'
import { holdsAt, violatedAt } from './verdicts.js'

/** 文号: the year stands in 〔〕, no 第, no leading zero. One outcome for all places. */
export const documentNumberFormat: CheckKind = (filing) => {
  const mentions = mentionsIn(filing)
  if (mentions.length === 0) return []
  const wrong = mentions.filter(
    ({ open, close, printed }) => open !== '〔' || close !== '〕' || /第|[^\d]0\d*号/.test(printed),
  )
  if (wrong.length === 0) return [holdsAt(...mentions.map(({ place }) => place))]
  const [first] = wrong
  const message = `文号的年份应写在六角括号“〔〕”里，例如“${first?.issuer}〔${first?.year}〕${first?.number}号”。这里有${wrong.length}处写成了别的样子。`
  return [
    violatedAt(
      wrong.map(({ place }) => place),
      message,
      first === undefined ? {} : { stated: first.printed },
    ),
  ]
}

function mentionsIn(filing: Parameters<CheckKind>[0]): readonly Mention[] {
  return piecesWith(filing, bracketedYear).flatMap((piece) => mentionsOf(piece.text, piece.at))
}
