import type { Filing } from '../filing/filing.js'
import { findTitles, unitInTitle } from '../narrative/title.js'

/** True for a line that is a full date and nothing else. */
export function isDateLine(text: string): boolean {
  return /^20\d{2}年\d{1,2}月\d{1,2}日$/.test(text.replace(/\s/g, ''))
}

/** The date that closes the report, as printed on a line of its own; undefined when none is. */
export function findClosingDate({ document }: Filing): string | undefined {
  return document.blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
    .findLast(isDateLine)
    ?.replace(/\s/g, '')
}

/** The project that the report's own title names between unit and 项目支出; undefined when it names none. */
export function findTitledProject({ document }: Filing): string | undefined {
  const title = findTitles(document).find(({ kind, text }) => kind === 'report' && text.includes('项目支出'))
  const words = title?.text.replace(/20\d{2}年度?/g, '') ?? ''
  const unit = unitInTitle(words) ?? ''
  const name = /^(.{2,60}?)(?:项目)?项目支出/.exec(words.slice(words.indexOf(unit) + unit.length))?.[1]
  return name?.replace(/项目$/, '')
}
