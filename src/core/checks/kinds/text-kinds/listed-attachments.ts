import { type Paragraph, placeInParagraph } from '../../../document/document.js'
import { bareWords } from '../../../exact/normalise.js'
import type { Filing } from '../../../filing/filing.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { readNumbering } from '../../../narrative/numbering.js'
import { findTitles } from '../../../narrative/title.js'
import { paragraphsOf, piecesOf } from './pieces.js'
import { cannotCheckAt, holdsAt, violatedAt } from './verdicts.js'

/**
 * 附件清单: every form listed under 附件： is in the document. When none is, they were handed in as other files
 * and nothing can be said.
 */
export const listedAttachments: CheckKind = (filing) => {
  const listed = listedForms(filing)
  if (listed.length === 0) return []
  const own = new Set(listed.map(({ paragraph }) => paragraph.text))
  const others = piecesOf(filing).filter(({ text }) => !own.has(text))
  const titles = [...findTitles(filing.document), ...others].map(({ text }) => titleWords(text))
  const absent = listed.filter(({ words }) => !titles.some((title) => title.includes(words)))
  if (absent.length === listed.length) return [cannotCheckAt()]
  return absent.length === 0 ? [holdsAt()] : absent.map(absentOutcome)
}

/** Without the year and the words 部门、单位 that titles add or leave out. */
function titleWords(text: string): string {
  return bareWords(text).replace(/\d{4}年度?|部门|单位/g, '')
}

type Listed = Readonly<{ paragraph: Paragraph; name: string; words: string }>

function absentOutcome({ paragraph, name }: Listed): Outcome {
  return violatedAt(
    [placeInParagraph(paragraph)],
    `附件清单里列了“${name}”，文件里却没有找到这张表。请补上，或从清单中删去。`,
  )
}

function listedForms(filing: Filing): readonly Listed[] {
  const paragraphs = paragraphsOf(filing)
  const start = paragraphs.findIndex(({ text }) => /^(?:报告)?附件\s*[:：]/.test(text.trim()))
  if (start < 0) return []
  const listed: Listed[] = []
  for (const paragraph of paragraphs.slice(start)) {
    const text = paragraph.text.trim().replace(/^(?:报告)?附件\s*[:：]\s*/, '')
    const numbering = readNumbering(text)
    if (numbering === undefined && text !== '') break
    const name = (numbering?.rest ?? '').replace(/[。；;]$/, '')
    if (/表$/.test(name)) listed.push({ paragraph, name, words: titleWords(name) })
  }
  return listed
}
