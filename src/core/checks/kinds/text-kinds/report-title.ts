import type { CheckKind, Outcome } from '../../../law/check.js'
import { findTitles, type Title } from '../../../narrative/title.js'
import { isUnitName } from '../../../narrative/unit-name.js'
import { wordsOf } from '../../parameters.js'
import { paragraphsOf } from './pieces.js'
import { holdsAt, violatedAt } from './verdicts.js'

/**
 * 标题含单位全称与年度. A region or a project named in the title, or the unit and the year
 * on the lines right below it, count as named.
 */
export const reportTitle: CheckKind = (filing, definition) => {
  const generic = wordsOf(definition, 'genericWords')
  return findTitles(filing.document)
    .filter(({ kind, text }) => kind === 'report' && /绩效|自评|评价/.test(text))
    .map((title) => titleOutcome(title, linesBelow(filing, title), generic))
}

type Filing = Parameters<CheckKind>[0]

function titleOutcome(title: Title, below: readonly string[], generic: readonly string[]): Outcome {
  const missing = [
    ...(namesUnit(title, below, generic) ? [] : ['单位名称']),
    ...(namesYear(title, below) ? [] : ['年度']),
  ]
  if (missing.length === 0) return holdsAt(title.place)
  const message = `报告标题“${title.text}”里没有写${missing.join('和')}。请在标题中写明单位全称和预算年度，例如“2023年度××局整体支出绩效自评报告”。`
  return violatedAt([title.place], message, {
    expected: '含单位全称与年度',
    stated: `没有${missing.join('和')}`,
  })
}

function namesUnit({ unit, text }: Title, below: readonly string[], generic: readonly string[]): boolean {
  if (unit !== undefined || below.some(isUnitName) || below.some((line) => /单位(?:名称)?[:：]\S/.test(line)))
    return true
  const words = generic.reduce((rest, word) => rest.replaceAll(word, ''), text.replace(/[\d\s（）()]/g, ''))
  return words.length >= 3
}

function namesYear({ year, text }: Title, below: readonly string[]): boolean {
  if (year !== undefined || /[〇零一二三四五六七八九]{4}年|20\d{2}[-—]20\d{2}/.test(text)) return true
  return below.some((line) => /^[（(]?20\d{2}年?(?:度)?[）)]?$/.test(line))
}

const linesLookedAt = 2

function linesBelow(filing: Filing, title: Title): readonly string[] {
  const last = title.lines.at(-1)
  const paragraphs = paragraphsOf(filing)
  const position = last === undefined ? -1 : paragraphs.indexOf(last)
  return paragraphs
    .slice(position + 1, position + 1 + linesLookedAt)
    .map(({ text }) => text.replace(/\s/g, ''))
}
