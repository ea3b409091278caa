import { escapeHtml as escape } from '../../documents/html-page/escape-html.js'
import type { FileReport } from '../report.js'
import { countSeverities, scoreWords } from './words.js'

/** One file as a row of the overview, as markup; all that is kept of it for the top of the page. */
export type OverviewRow = Readonly<{ html: string; errors: number; unreadable: boolean }>

/** The row of a file; `index` is 0 for the first. */
export function overviewRow(report: FileReport, index: number): OverviewRow {
  const number = `<td class="number">${index + 1}</td>`
  if (report.status === 'unreadable') {
    const link = `<a href="#file-${index + 1}">${escape(report.file)}</a>`
    const html = `<tr>${number}<th scope="row">${link}</th><td colspan="6">读不了：${escape(report.error.message)}</td></tr>\n`
    return { html, errors: 0, unreadable: true }
  }
  const { unit, budgetYear, file, findings, forms } = report
  const { error, warning, info } = countSeverities(findings)
  const scored = forms.filter((form) => scoreWords(form) !== undefined)
  const column = (values: readonly (string | undefined)[]): string =>
    values.map((value) => escape(value ?? '—')).join('<br>') || '—'
  const cells = [
    column([budgetYear === undefined ? undefined : String(budgetYear)]),
    column(scored.map(({ statedTotal }) => statedTotal)),
    column(scored.map(({ computedTotal }) => computedTotal)),
    error > 0 ? `<b class="error">${error}</b>` : '0',
    String(warning),
    String(info),
  ].map((html) => `<td class="number">${html}</td>`)
  const link = `<a href="#file-${index + 1}">${escape(unit ?? '（未认出单位）')}</a>`
  const name = `<br><span class="soft">${escape(file)}</span>`
  return {
    html: `<tr>${number}<th scope="row">${link}${name}</th>${cells.join('')}</tr>\n`,
    errors: error,
    unreadable: false,
  }
}

/** The table on top of a page of several files. */
export function renderOverview(rows: readonly OverviewRow[]): string {
  const wrong = rows.filter(({ errors }) => errors > 0).length
  const unreadable = rows.filter((row) => row.unreadable).length
  const words = [
    wrong > 0 ? `${wrong} 份有错误` : '没有一份有错误',
    unreadable > 0 ? `${unreadable} 份读不了` : '',
  ].filter(Boolean)
  return `<h2>共 ${rows.length} 份文件</h2>
<p class="verdict ${wrong > 0 ? 'error' : 'holds'}">${words.join('，')}。</p>
<div class="scroll" tabindex="0" role="region" aria-label="各份文件一览"><table class="overview">
<thead><tr><th scope="col" class="number">序号</th><th scope="col">单位、文件</th><th scope="col" class="number">年度</th><th scope="col" class="number">自评</th><th scope="col" class="number">重算</th><th scope="col" class="number">错误</th><th scope="col" class="number">提示</th><th scope="col" class="number">建议</th></tr></thead>
<tbody>
${rows.map(({ html }) => html).join('')}</tbody></table></div>
`
}
