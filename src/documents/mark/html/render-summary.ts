import type { Severity } from '../../../core/law/check.js'
import { escapeHtml as escape } from '../../html-page/escape-html.js'
import type { Marked } from '../marked.js'
import { noteId } from './placed-marks.js'

const severityWords = { error: '错误', warning: '提示', info: '建议' } as const satisfies Record<
  Severity,
  string
>

/** A line of the summary that speaks of one finding: `3.【错误】第2张表第3行：…`. */
const findingLine = /^(\d+)\.【/

/** The summary on top: verdict, counts and scores in the open, the findings folded, each linked to its note. */
export function renderSummary({ summary, marks }: Marked): string {
  const [title = '', verdict = '', ...lines] = summary
  const severities = new Map(marks.filter(({ isMain }) => isMain).map((mark) => [mark.number, mark.severity]))
  const told = lines.filter((line) => !findingLine.test(line))
  const findings = lines.filter((line) => findingLine.test(line))
  return `<h2>${escape(title)}</h2>
<p class="verdict">${escape(verdict)}</p>
${renderCounts([...severities.values()])}
${told.map((line) => `<p class="told">${escape(line)}</p>\n`).join('')}${renderFindings(findings, severities)}`
}

function renderCounts(severities: readonly Severity[]): string {
  const tiles = (['error', 'warning', 'info'] as const).map((severity) => {
    const count = severities.filter((one) => one === severity).length
    const name = count > 0 ? ` class="${severity}"` : ''
    return `<div${name}><dt>${severityWords[severity]}</dt><dd>${count}</dd></div>`
  })
  return `<dl class="tiles">${tiles.join('')}</dl>`
}

function renderFindings(lines: readonly string[], severities: ReadonlyMap<number, Severity>): string {
  if (lines.length === 0) return ''
  const items = lines.map((line) => {
    const number = Number(findingLine.exec(line)?.[1])
    const severity = severities.get(number)
    return severity === undefined
      ? `<li>${escape(line)}</li>`
      : `<li class="${severity}"><a href="#${noteId(number)}">${escape(line)}</a></li>`
  })
  return `<details class="findings"><summary>${lines.length} 处问题一览</summary><ol>${items.join('')}</ol></details>\n`
}
