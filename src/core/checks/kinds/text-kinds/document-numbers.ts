import type { Place } from '../../../document/document.js'
import { bareWords } from '../../../exact/normalise.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { piecesWith } from './pieces.js'
import { holdsAt, violatedAt } from './verdicts.js'

type Mention = Readonly<{
  printed: string
  issuer: string
  open: string
  close: string
  year: string
  number: string
  place: Place
}>

const pattern =
  /([\u4e00-\u9fa5]{2,10})([〔﹝[［(（【〈])(20\d{2}|19\d{2})([〕﹞\]］)）】〉])(第?)\s*(\d{1,4})\s*号/g

const bracketedYear = /[〔﹝[［(（【〈](?:20|19)\d{2}[〕﹞\]］)）】〉]/

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

/** 同文号各处一致: one title of a document bears one number everywhere. */
export const documentNumberAgreement: CheckKind = (filing) => {
  const byTitle = new Map<string, Mention[]>()
  for (const piece of piecesWith(filing, bracketedYear)) {
    for (const match of piece.text.matchAll(
      /《([^《》]{4,80})》\s*[（(]?\s*([^（()）]{2,10}[〔﹝[［(（【]\d{4}[〕﹞\]］)）】]第?\s*\d{1,4}\s*号)/g,
    )) {
      const [, title = '', printed = ''] = match
      const [mention] = mentionsOf(printed, () => piece.at(printed))
      if (mention !== undefined)
        byTitle.set(bareWords(title), [...(byTitle.get(bareWords(title)) ?? []), mention])
    }
  }
  return [...byTitle.values()].flatMap(agreement)
}

function agreement(mentions: readonly Mention[]): readonly Outcome[] {
  const numbers = new Map(
    mentions.map((mention) => [`${mention.issuer} ${mention.year} ${mention.number}`, mention]),
  )
  if (mentions.length < 2) return []
  const places = mentions.map(({ place }) => place)
  if (numbers.size === 1) return [holdsAt(...places)]
  const printed = [...numbers.values()].map((mention) => `“${mention.printed}”`).join('和')
  return [violatedAt(places, `同一份文件前后写了不同的文号：${printed}。请核对原文件，改成一致。`)]
}

function mentionsIn(filing: Parameters<CheckKind>[0]): readonly Mention[] {
  return piecesWith(filing, bracketedYear).flatMap((piece) => mentionsOf(piece.text, piece.at))
}

function mentionsOf(text: string, at: (quote: string) => Place): readonly Mention[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [printed, words = '', open = '', year = '', close = '', , number = ''] = match
    const issuer = words.replace(/^.*?(?=[\u4e00-\u9fa5]{1,6}$)/, '').slice(-6)
    return { printed, issuer, open, close, year, number, place: at(printed) }
  })
}
