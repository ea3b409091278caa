import { bareWords } from '../../../exact/normalise.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { bracketedYear, type Mention, mentionsOf } from './document-number-mentions.js'
import { piecesWith } from './pieces.js'
import { holdsAt, violatedAt } from './verdicts.js'

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
