import type { Document } from '../../../core/document/document.js'
import { escapeHtml as escape } from '../../html-page/escape-html.js'
import { beginPage, endOfPage } from '../../html-page/page.js'
import type { Marked } from '../marked.js'
import { markedStyle } from './marked-style.js'
import { type PlacedMark, placedMarks } from './placed-marks.js'
import { renderBlock, renderNotes } from './render-block.js'
import { renderSummary } from './render-summary.js'

/** A document that cannot take comments itself, and what is to be said on it. */
export type MarkedPageInput = Readonly<{
  /** Name of the user's file. */
  file: string
  document: Document
  marked: Marked
}>

/**
 * One page with the whole document as it was read, the wrong words highlighted and numbered, what is said of them in the
 * margin (below them on a phone), each linked to the other, and the summary on top.
 */
export function renderMarkedPage({ file, document, marked }: MarkedPageInput): string {
  const byBlock = new Map<unknown, PlacedMark[]>()
  for (const one of placedMarks(document, marked.marks)) {
    byBlock.set(one.block, [...(byBlock.get(one.block) ?? []), one])
  }
  const blocks = document.blocks.map((block) => renderBlock(block, byBlock.get(block) ?? []))
  const lost = renderNotes(byBlock.get(undefined) ?? [])
  return [
    beginPage(`批注：${file}`, markedStyle),
    `<h1>批注 · ${escape(file)}</h1>\n`,
    renderSummary(marked),
    lost === '' ? '' : `<h3>文中找不到位置的批注</h3>\n<div class="lost">${lost}</div>\n`,
    `<h3>全文和批注</h3>\n<div class="sheet">\n${blocks.join('')}</div>\n`,
    `<footer>${footer}</footer>\n`,
    endOfPage,
  ].join('')
}

const footer =
  '衡效批注。文中的编号和旁边（手机上在下面）的说明可以互相跳转。原文件没有改动；文件改动后请重新核对。本页是报告全文，转发前请留意有没有个人信息。'
