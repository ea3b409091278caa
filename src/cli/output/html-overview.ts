import { escapeHtml as escape } from '../../documents/html-page/escape-html.js'
import type { CheckedFile, FileReport } from '../report.js'
import { scoreTotals } from './score-totals.js'
import { countSeverities, isReport, verdictSentence } from './words.js'

/** One file as a row of the overview: all that is kept of it for the top of the page. */
export type OverviewRow = Readonly<{ html: string; state: 'wrong' | 'right' | 'noReport' | 'unreadable' }>

/** The row of a file; `index` is 0 for the first. */
export function overviewRow(report: FileReport, index: number): OverviewRow {
  const row = (name: string, cells: string): string =>
    `<tr><td class="number">${index + 1}</td><th scope="row"><a href="#file-${index + 1}">${escape(name)}</a>${cells}</tr>\n`
  if (report.status === 'unreadable') {
    return {
      html: row(report.file, `</th>${sentence(`读不了：${report.error.message}`)}`),
      state: 'unreadable',
    }
  }
  const { unit, file, findings } = report
  if (!isReport(report)) {
    return { html: row(file, `</th>${sentence(verdictSentence(report))}`), state: 'noReport' }
  }
  const state = countSeverities(findings).error > 0 ? 'wrong' : 'right'
  const cells = `<br><span class="soft">${escape(file)}</span></th>${figuresOf(report)}`
  return { html: row(unit ?? '（未认出单位）', cells), state }
}

function sentence(text: string): string {
  return `<td colspan="6">${escape(text)}</td>`
}

function figuresOf({ budgetYear, findings, forms }: CheckedFile): string {
  const { error, warning, info } = countSeverities(findings)
  const totals = scoreTotals(forms)
  const figures = [
    escape(String(budgetYear ?? '—')),
    column(totals.map(({ stated }) => stated)),
    column(totals.map(({ computed }) => computed)),
    error > 0 ? `<b class="error">${error}</b>` : '0',
    String(warning),
    String(info),
  ]
  return figures.map((html) => `<td class="number">${html}</td>`).join('')
}

function column(values: readonly (string | undefined)[]): string {
  return values.map((value) => escape(value ?? '—')).join('<br>') || '—'
}

const heads = ['序号', '单位、文件', '年度', '自评', '重算', '错误', '提示', '建议']

/** The table on top of a page of several files. */
export function renderOverview(rows: readonly OverviewRow[]): string {
  const count = (state: OverviewRow['state']): number => rows.filter((row) => row.state === state).length
  const words = [
    count('wrong') > 0 ? `${count('wrong')} 份有错误` : '',
    count('right') > 0 ? `${count('right')} 份没有发现错误` : '',
    count('noReport') > 0 ? `${count('noReport')} 份不像自评报告` : '',
    count('unreadable') > 0 ? `${count('unreadable')} 份读不了` : '',
  ].filter(Boolean)
  const head = heads.map(
    (name) => `<th scope="col"${name === '单位、文件' ? '' : ' class="number"'}>${name}</th>`,
  )
  return `<section class="file">
<h2>共 ${rows.length} 份文件</h2>
<p class="verdict ${count('right') === rows.length ? 'holds' : 'error'}">${words.join('，')}。</p>
<div class="scroll" tabindex="0" role="group" aria-label="各份文件一览"><table class="overview">
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${rows.map(({ html }) => html).join('')}</tbody></table></div>
</section>
`
}
