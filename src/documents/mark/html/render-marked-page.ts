import type { Document } from '../../../core/document/document.js'
import { escapeHtml as escape } from '../../html-page/escape-html.js'
import { beginPage, endOfPage } from '../../html-page/page.js'
import type { Marked } from '../marked.js'
import { markedStyle } from './marked-style.js'
import { type PlacedMark, placedMarks } from './placed-marks.js'
import { renderBlock } from './render-block.js'

/** A document that cannot take comments itself, and what is to be said on it. */
export type MarkedPageInput = Readonly<{
  /** Name of the file, for the title. */
  file: string
  document: Document
  marked: Marked
}>

/**
 * One page with the whole document as it was read, the wrong words highlighted and numbered, what is said of them in the
 * margin (below them on a phone), each linked to the other, and the summary on top.
 */
export function renderMarkedPage({ file, document, marked }: MarkedPageInput): string {
  const marks = placedMarks(document, marked.marks)
  const byBlock = new Map<unknown, PlacedMark[]>()
  for (const one of marks) byBlock.set(one.block, [...(byBlock.get(one.block) ?? []), one])
  const blocks = document.blocks.map((block) => renderBlock(block, byBlock.get(block) ?? []))
  return [
    beginPage(`批注：${file}`, markedStyle),
    `<h1>核对批注</h1>\n<h2>${escape(file)}</h2>\n`,
    renderSummary(marked),
    renderUnplaced(byBlock.get(undefined) ?? []),
    `<h3>全文和批注</h3>\n<div class="sheet">\n${blocks.join('')}</div>\n`,
    '<footer>衡效批注。数字在文中，说明在旁边（手机上在下面），点编号可以来回跳。原文件没有改动；文件改动后请重新核对。页内是报告原文，转发前请留意有没有个人信息。</footer>\n',
    endOfPage,
  ].join('')
}

function renderSummary({ summary }: Marked): string {
  return `<div class="summary">${summary.map((line) => `<p>${escape(line)}</p>`).join('\n')}</div>\n`
}

/** What is said of the document as a whole, or of a place that reading lost. */
function renderUnplaced(marks: readonly PlacedMark[]): string {
  if (marks.length === 0) return ''
  const items = marks.map(({ mark }) => `<li class="${mark.severity}"><p>${escape(mark.title)}</p></li>`)
  return `<h3>关于整份报告</h3>\n<ol class="notes whole">${items.join('')}</ol>\n`
}
